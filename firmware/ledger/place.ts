/**
 * Where things lie in the file `ledger`, the first file in Storage. Its header takes 32 bytes, so that its data
 * starts at base + 32 and its log pages are whole flash pages: log page i at base + 4,096 x (i + 1).
 *
 * The fixed part (4,064 bytes of data) is written once, when the kiosk is flashed. All numbers low byte first.
 */

/** Log pages on Pixl.js; used in turn. */
export const LOG_PAGES = 2;
/** A flash page of the nRF52832: the smallest piece that can be erased. */
export const PAGE_BYTES = 4096;
/** Storage's own header before the data of every file. */
export const FILE_HEADER_BYTES = 32;
/** Data bytes of the part that never changes after flashing. */
export const FIXED_BYTES = 4064;
/** Data bytes of the whole file. */
export const LEDGER_BYTES = 12256;

/** Data offsets in the fixed part. */
export const FIXED_MAGIC = 0; // 'CSL1'
export const FIXED_KIOSK_ID = 4; // 8 bytes; all 0xFF: not commissioned
export const FIXED_KEY = 12; // 16 bytes
/** Two font entries of 8 bytes: bitmap offset (2), bitmap bytes (2), widths offset (2), height in px (1), first character (1). */
export const FIXED_FONTS = 28;
/**
 * QR codes: offset of the first (2), how many (1), modules a side (1); 0xFF of them: none. Each is an image as the
 * screen draws it, one for every character of cardAddressCodes (shared/check/codes).
 */
export const FIXED_QR = 44;
/** Fonts and QR codes start here. */
export const FIXED_DATA = 64;

export const KIOSK_ID_BYTES = 8;
export const KEY_BYTES = 16;

/** Modules along one side of a QR code of version 1. Source: ISO/IEC 18004. */
export const QR_MODULES = 21;
/** Bytes of one QR code: width, height, bits a pixel, then a bit a module. */
export const QR_BYTES = 59;
/** Codes of all cards; they end where the fixed part ends, so that the kiosk finds them whatever the fonts take. */
export const FIXED_QR_DATA = 3120;
