import { BLOCK_COMMON, FIRST_TEXT } from '../../shared/wording/blocks';
import { TEXT_COUNT, TEXT_PATTERN } from '../../shared/wording/keys';
import { storage } from './storage';

// as firmware/build/pack-texts.ts lays the file out
const TABLE_BYTES = 512;
const LINE_BREAK = 10;
const ENTRIES = TEXT_COUNT - TEXT_PATTERN + FIRST_TEXT;

/** The file of the language in use; its bytes stay in flash, here and in the views of it. */
let file: ArrayBuffer;
/** What each byte stands for. */
let table: Uint16Array;
/** How long each entry is. */
let lengths: Uint8Array;
/** The texts on nearly every screen, from UI_BACK on: taken apart once, not at every press. */
let common: string[];
/** The texts that are kept, and which block they are. */
let ready = '';
let readyBlock = -1;

/** A language's file, if it was flashed. */
export function languageFile(code: string): string | undefined {
  return storage.read(code);
}

/** Takes the texts of one language into use; false when that language was not flashed. */
export function useLanguage(code: string): boolean {
  const found = languageFile(code);
  if (!found) return false;
  file = E.toArrayBuffer(found);
  table = new Uint16Array(file);
  lengths = new Uint8Array(file, TABLE_BYTES);
  common = unpack(packed(BLOCK_COMMON)).split('\t');
  return true;
}

/** An entry as it lies in the file. */
function packed(entry: number): Uint8Array {
  return new Uint8Array(
    file,
    TABLE_BYTES + ENTRIES + E.sum(lengths.subarray(0, entry)),
    lengths[entry] as number,
  );
}

/** Unpacks what firmware/build/pack-texts.ts packed, with Espruino's own loops: ours would take far longer. */
function unpack(bytes: Uint8Array): string {
  const native = E; // looked up once: names of the device itself are found last
  readyBlock = -1;
  ready = ''; // on a card, and with a link open, memory is short
  const pairs = new Uint16Array(bytes.length);
  const letters = new Uint16Array(2 * bytes.length);
  native.mapInPlace(bytes, pairs, table, -8);
  native.mapInPlace(pairs, letters, table, -8);
  return native.decodeUTF8(native.toString(letters.buffer));
}

/** Keeps the texts of a block until others are unpacked, so that no press waits for them. */
export function keepTexts(block: number): void {
  if (block === readyBlock) return;
  ready = unpack(packed(block));
  readyBlock = block;
}

/** The texts that a screen shows together: question or title first. Lines are separated by \n. */
export function textsOf(block: number): string[] {
  return (block === readyBlock ? ready : unpack(packed(block))).split('\t');
}

/** One of the texts on nearly every screen, by its number after UI_BACK. */
export function commonText(number: number): string {
  return common[number] as string;
}

/** The text with this number from TEXT_PATTERN on (shared/wording/keys), its lines separated by \n. */
export function textOf(number: number): string {
  return unpack(packed(number - (TEXT_PATTERN - FIRST_TEXT)));
}

/** Texts as `textOf` has them, one below the other; 0 stands for none. Together they are unpacked faster. */
export function linesOf(numbers: number[]): string {
  const pieces: EspruinoBytes[] = [];
  numbers.forEach((number) => {
    if (number) pieces.push(LINE_BREAK, packed(number - (TEXT_PATTERN - FIRST_TEXT)));
  });
  return unpack(new Uint8Array(E.toArrayBuffer(E.toString(pieces.slice(1)))));
}
