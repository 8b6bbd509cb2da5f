import { FILE_HEADER_BYTES, FIXED_KEY, FIXED_KIOSK_ID, KEY_BYTES, KIOSK_ID_BYTES } from '../ledger/place';

export { KEY_BYTES, KIOSK_ID_BYTES };

/**
 * A copy of a built Storage image that belongs to one kiosk: with its id and its key.
 *
 * @throws RangeError if id or key are not 8 and 16 bytes
 */
export function commission(image: Uint8Array, kioskId: Uint8Array, key: Uint8Array): Uint8Array {
  if (kioskId.length !== KIOSK_ID_BYTES || key.length !== KEY_BYTES)
    throw new RangeError('A kiosk has an id of 8 bytes and a key of 16');
  const own = image.slice();
  own.set(kioskId, FILE_HEADER_BYTES + FIXED_KIOSK_ID);
  own.set(key, FILE_HEADER_BYTES + FIXED_KEY);
  return own;
}
