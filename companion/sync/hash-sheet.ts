import { createHmac } from 'node:crypto';

const CONTEXT = 'counterstep sheet';

/**
 * What the contents of a sheet are known by for ever: HMAC-SHA-256 [RFC 2104] under the kiosk's key, 64 hexadecimal
 * digits.
 *
 * Keyed, because few checks have so few possible contents that somebody who reads a plain hash could try them all.
 * The key is in no database; whoever has lost it cannot be sent that sheet again either.
 *
 * @param packed the sheet's contents as the kiosk packed them
 */
export function hashSheet(key: Uint8Array, epoch: string, sheetNo: number, packed: Uint8Array): string {
  return createHmac('sha256', key).update(`${CONTEXT} ${epoch} ${sheetNo} `).update(packed).digest('hex');
}
