/**
 * Packed sheets for programs that have more room than a kiosk: whole arrays, and nothing believed unchecked.
 * The layout is in sheet.ts; what stands here is not part of the firmware.
 */
import { TALLY_COUNT, TALLY_MAX } from '../tallies';
import { codeSheet, READ_SHEET, SHEET_BYTES_MAX, SHEET_FORMAT, SHEET_HEADER_BYTES } from './sheet';

/** What one closed sheet says: the day on which it closed (65,535: unknown) and its 108 counters. */
export interface SheetContents {
  readonly epochDay: number;
  readonly counts: readonly number[];
}

/** Why bytes are no sheet. */
export type SheetProblem =
  | 'sheet-length' // not whole words, too short or too long
  | 'sheet-format' // a format version this program does not know
  | 'sheet-count' // a counter outside 0 to 65,535
  | 'sheet-not-exact'; // not the bytes that packing the same counters gives

/** The bytes of a closed sheet; the same contents always give the same bytes. */
export function packContents(contents: SheetContents): Uint8Array {
  const bytes = new Uint8Array(SHEET_BYTES_MAX);
  return bytes.slice(0, codeSheet(bytes, 0, contents.counts.slice(), contents.epochDay));
}

/** Reads a closed sheet, or says why it is none: only the exact bytes that packContents makes are accepted. */
export function readContents(packed: Uint8Array): SheetContents | SheetProblem {
  if (packed.length % 4 || packed.length <= SHEET_HEADER_BYTES || packed.length > SHEET_BYTES_MAX)
    return 'sheet-length';
  if (packed[0] !== SHEET_FORMAT) return 'sheet-format';
  const counts: number[] = [];
  for (let i = 0; i < TALLY_COUNT; i++) counts.push(0);
  const epochDay = codeSheet(packed, 0, counts, READ_SHEET);
  for (let i = 0; i < TALLY_COUNT; i++) {
    const count = counts[i] as number;
    if (count < 0 || count > TALLY_MAX) return 'sheet-count';
  }
  const again = packContents({ epochDay, counts });
  for (let i = 0; i < packed.length; i++) if (again[i] !== packed[i]) return 'sheet-not-exact';
  return again.length === packed.length ? { epochDay, counts } : 'sheet-not-exact';
}
