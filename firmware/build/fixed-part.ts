import {
  FIXED_BYTES,
  FIXED_DATA,
  FIXED_FONTS,
  FIXED_MAGIC,
  FIXED_QR,
  FIXED_QR_DATA,
  LEDGER_BYTES,
} from '../ledger/place';
import type { DeviceFont } from './fonts';

/** The first four bytes of the ledger's data. */
const LEDGER_MAGIC = 'CSL1';

/**
 * The data of the file `ledger` as it leaves the build: the fonts in the fixed part, then pictures that end where QR
 * codes may begin, everything else 0xFF, so no key, no kioskId, no QR code, and erased log pages.
 *
 * @returns 12,256 bytes; its layout stands in `firmware/ledger/place.ts`
 * @throws Error if fonts and pictures do not fit before the QR codes
 */
export function buildLedgerFile(
  fonts: readonly DeviceFont[],
  pictures: Uint8Array = new Uint8Array(),
): Uint8Array {
  const bytes = new Uint8Array(LEDGER_BYTES).fill(0xff);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < LEDGER_MAGIC.length; index += 1)
    bytes[FIXED_MAGIC + index] = LEDGER_MAGIC.charCodeAt(index);
  const picturesAt = FIXED_QR_DATA - pictures.length;
  let offset = FIXED_DATA;
  bytes.set(pictures, picturesAt);
  fonts.forEach((font, number) => {
    const end = offset + font.bitmap.length + font.widths.length;
    if (end > picturesAt) throw new Error(`font ${number} ends at ${end}, pictures begin at ${picturesAt}`);
    const entry = FIXED_FONTS + 8 * number;
    view.setUint16(entry, offset, true);
    view.setUint16(entry + 2, font.bitmap.length, true);
    view.setUint16(entry + 4, offset + font.bitmap.length, true);
    bytes[entry + 6] = font.heightPx;
    bytes[entry + 7] = font.firstChar;
    bytes.set(font.bitmap, offset);
    bytes.set(font.widths, offset + font.bitmap.length);
    offset = end;
  });
  view.setUint16(FIXED_QR, FIXED_QR_DATA, true);
  return bytes;
}

/** Bytes of the fixed part that are still free, for QR codes. */
export function freeFixedBytes(fonts: readonly DeviceFont[]): number {
  const used = fonts.reduce((sum, font) => sum + font.bitmap.length + font.widths.length, 0);
  return FIXED_BYTES - FIXED_DATA - used;
}
