import {
  FILE_HEADER_BYTES,
  FIXED_BYTES,
  FIXED_KEY,
  FIXED_KIOSK_ID,
  FIXED_QR,
  KEY_BYTES,
  KIOSK_ID_BYTES,
  QR_BYTES,
  QR_MODULES,
} from '../ledger/place';

export { KEY_BYTES, KIOSK_ID_BYTES };

/**
 * A copy of a built Storage image that belongs to one kiosk: with its id and its key, and its cards' QR codes.
 *
 * @param qrImages  59 bytes each, from `makeQrImages`; none: the kiosk shows no QR codes
 * @throws RangeError if id or key are not 8 and 16 bytes, or the QR codes do not fit
 */
export function commission(
  image: Uint8Array,
  kioskId: Uint8Array,
  key: Uint8Array,
  qrImages: readonly Uint8Array[] = [],
): Uint8Array {
  if (kioskId.length !== KIOSK_ID_BYTES || key.length !== KEY_BYTES)
    throw new RangeError('A kiosk has an id of 8 bytes and a key of 16');
  const own = image.slice();
  own.set(kioskId, FILE_HEADER_BYTES + FIXED_KIOSK_ID);
  own.set(key, FILE_HEADER_BYTES + FIXED_KEY);
  if (qrImages.length > 0)
    setQrCodes(own.subarray(FILE_HEADER_BYTES, FILE_HEADER_BYTES + FIXED_BYTES), qrImages);
  return own;
}

function setQrCodes(fixedPart: Uint8Array, qrImages: readonly Uint8Array[]): void {
  const first = (fixedPart[FIXED_QR] ?? 0) + 256 * (fixedPart[FIXED_QR + 1] ?? 0);
  if (
    first + qrImages.length * QR_BYTES > fixedPart.length ||
    qrImages.some(({ length }) => length !== QR_BYTES)
  )
    throw new RangeError(`${qrImages.length} QR codes do not fit behind the fonts, which end at ${first}`);
  fixedPart.set([qrImages.length, QR_MODULES], FIXED_QR + 2);
  qrImages.forEach((qrImage, index) => {
    fixedPart.set(qrImage, first + index * QR_BYTES);
  });
}
