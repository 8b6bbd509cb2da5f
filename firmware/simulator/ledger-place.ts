import {
  FILE_HEADER_BYTES,
  FIXED_BYTES,
  FIXED_FONTS,
  FIXED_KIOSK_ID,
  FIXED_MAGIC,
  FIXED_QR,
  FIXED_QR_DATA,
  KIOSK_ID_BYTES,
  LEDGER_BYTES,
} from '../ledger/place';

/** A piece of Storage from its first byte on. */
export interface Piece {
  readonly offset: number;
  readonly length: number;
}

const inFile = (from: number, to: number): Piece => ({ offset: FILE_HEADER_BYTES + from, length: to - from });

/** The whole file `ledger` with its header. */
export const LEDGER_PIECE: Piece = { offset: 0, length: FILE_HEADER_BYTES + LEDGER_BYTES };
/** Its header. */
export const LEDGER_HEADER: Piece = { offset: 0, length: FILE_HEADER_BYTES };
/** Its log pages, blank until the kiosk starts for the first time. */
export const LOG_PIECE = inFile(FIXED_BYTES, LEDGER_BYTES);
export const KIOSK_ID_PIECE = inFile(FIXED_KIOSK_ID, FIXED_KIOSK_ID + KIOSK_ID_BYTES);
/** What the build puts into the ledger, the same in every kiosk of a version: fonts and pictures, no key, no QR code. */
export const COMMON_PIECES: readonly Piece[] = [
  inFile(FIXED_MAGIC, FIXED_KIOSK_ID),
  inFile(FIXED_FONTS, FIXED_QR + 2),
  inFile(FIXED_QR + 4, FIXED_QR_DATA),
];
