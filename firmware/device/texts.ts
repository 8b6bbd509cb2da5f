import { TEXT_COUNT } from '../../shared/wording/keys';

// as firmware/build/pack-texts.ts lays the file out
const TABLE_ENTRIES = 256;
const GROUP_BITS = 4;
const LENGTHS_BYTE = 2 * (TABLE_ENTRIES + ((TEXT_COUNT + (1 << GROUP_BITS) - 1) >> GROUP_BITS));

/** The file of the language in use; its bytes stay in flash, here and in the views of it. */
let file: ArrayBuffer;
/** What each byte stands for, then where each group of texts starts. */
let table: Uint16Array;
let lengths: Uint8Array;

/** Whether a language was flashed. */
export function hasLanguage(code: string): boolean {
  return require('Storage').read(code) !== undefined;
}

/** Takes the texts of one language into use; false when that language was not flashed. */
export function useLanguage(code: string): boolean {
  const found = require('Storage').read(code);
  if (!found) return false;
  file = E.toArrayBuffer(found);
  table = new Uint16Array(file);
  lengths = new Uint8Array(file, LENGTHS_BYTE);
  return true;
}

/**
 * The text with this number (shared/wording/keys), its lines separated by \n.
 *
 * Unpacks what firmware/build/pack-texts.ts packed, with Espruino's own loops: ours would take far longer.
 */
export function textOf(number: number): string {
  const native = E; // looked up once: names of the device itself are found last
  const group = number >> GROUP_BITS;
  const size = lengths[number] as number;
  const start =
    (table[TABLE_ENTRIES + group] as number) + native.sum(lengths.subarray(group << GROUP_BITS, number));
  const pairs = new Uint16Array(size);
  const letters = new Uint16Array(2 * size);
  native.mapInPlace(new Uint8Array(file, start, size), pairs, table, -8);
  native.mapInPlace(pairs, letters, table, -8);
  return native.decodeUTF8(native.toString(letters.buffer));
}
