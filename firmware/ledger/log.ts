import { FILE_HEADER_BYTES, LEDGER_BYTES, PAGE_BYTES } from './place';
import { type FlashPort, KIND_OPEN, KIND_PAGE, KIND_STATE, KIND_WIPED, RECORD_BYTES } from './records';

// nRF52832 product specification: words written in a block of 512 bytes between two erases
export const BLOCK_WRITES_MAX = 181;
const BLOCK_BYTES = 512;
const BLOCK_WORDS = 128;
const CRC_OF_BLANK_BLOCK = 0xbd7bc39f;
// CRC-32 of any bytes followed by their own CRC-32
const CRC_OF_WHOLE = 0x2144df1c;
const FILE_NAME = 'ledger\0';

/** The flash that openLog was given. */
export let flash: FlashPort;
/** False when nothing may be written: the file is not where it should be, or its flash fails. */
export let isUsable = false;
/** Offset of the page in use; 0 while there is none. */
export let page = 0;
/** Set when a record, or its head, was cut while it was written. */
export let isTorn = false;
/** Head of the record that seek found. */
export let head: Uint8Array;
/** Bytes of that record, with what follows its CRC. */
export let size = 0;

let sequence = 0;
let end = 0;
/** Words written in each block of the page in use since it was erased; never fewer than were. */
export const writes = new Uint16Array(PAGE_BYTES / BLOCK_BYTES);

/** Puts `value` into four bytes, low byte first. */
export function setNumber(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = value & 255;
    value = value >>> 8;
  }
}

/** Counts the writes of `words` words from `at` on, each written `times` times. */
export function countWrites(at: number, words: number, times: number): void {
  while (words > 0) {
    const block = (at >> 9) & 7;
    const inBlock = Math.min(words, BLOCK_WORDS - ((at >> 2) & 127));
    writes[block] = (writes[block] as number) + inBlock * times;
    words -= inBlock;
    at += inBlock * 4;
  }
}

/** Finds the first record at `at` or after a gap; a multiple of PAGE_BYTES when there is none before it. */
export function seek(at: number): number {
  while (at & (PAGE_BYTES - 1)) {
    head = flash.read(at, 4);
    const words = head[1] as number;
    size = words * 4 + (head[0] === KIND_STATE ? 4 : 0);
    if (words > 1 && words < 255 && (at & (PAGE_BYTES - 1)) + size <= PAGE_BYTES) break;
    if ((head[0] as number) < 255) isTorn = true;
    at = (at | (BLOCK_BYTES - 1)) + 1;
  }
  return at;
}

/** Reads the record at `at`; undefined unless it is whole. */
export function load(at: number): Uint8Array | undefined {
  const record = flash.read(at, (flash.read(at + 1, 1)[0] as number) * 4 || 4);
  return flash.crc32(record) === CRC_OF_WHOLE ? record : undefined;
}

/**
 * Appends a record of `length` bytes, to which it adds length and CRC (`record` has room for them), and reads it
 * back. Returns its offset, or 0 when the page has no room for it or the flash does not hold it.
 */
export function append(record: Uint8Array, length: number): number {
  const words = (length + 7) >> 2;
  const total = record[0] === KIND_STATE ? words + 1 : words;
  const times = record[0] === KIND_OPEN ? 2 : 1; // room for its zeros as well
  const crcAt = words * 4 - 4;
  const inBlock = Math.min(total, BLOCK_WORDS - ((end >> 2) & 127));
  let at = end;
  if ((writes[(at >> 9) & 7] as number) + inBlock * times > BLOCK_WRITES_MAX)
    at = (at | (BLOCK_BYTES - 1)) + 1;
  if (!isUsable || at + total * 4 > page + PAGE_BYTES) return 0;
  countWrites(at, total, times);
  record[1] = words;
  setNumber(record, crcAt, flash.crc32(record.subarray(0, crcAt)));
  flash.write(at, record.subarray(0, crcAt + 4));
  end = at + total * 4;
  return load(at) ? at : 0;
}

/** Erases a page unless it is blank. */
export function clean(start: number): void {
  for (let at = start; at < start + PAGE_BYTES; at += BLOCK_BYTES)
    if (flash.crc32(flash.read(at, BLOCK_BYTES)) !== CRC_OF_BLANK_BLOCK) {
      flash.erase(start);
      return;
    }
}

/** Begins the other page; until sealPage the old one stays in force. Returns the old one's offset, 0 for none. */
export function beginPage(): number {
  const old = page;
  page = old === PAGE_BYTES ? 2 * PAGE_BYTES : PAGE_BYTES;
  clean(page);
  writes.fill(0);
  end = page + RECORD_BYTES;
  countWrites(page, RECORD_BYTES >> 2, 1);
  return old;
}

/** Puts the page that was begun in force and erases the other; `isWhole` false gives up until the next start. */
export function sealPage(isWhole: boolean): void {
  const record = new Uint8Array(RECORD_BYTES);
  sequence++;
  record[0] = KIND_PAGE;
  record[1] = RECORD_BYTES >> 2;
  record[2] = sequence;
  record[3] = sequence >> 8;
  setNumber(record, 4, flash.crc32(record.subarray(0, 4)));
  if (isWhole) flash.write(page, record);
  isUsable = isWhole && load(page) !== undefined;
  if (isUsable) clean(3 * PAGE_BYTES - page);
}

/**
 * Takes the flash, finds the page in force and shows `visit` each of its records: offset, and content unless it is
 * not whole. Returns false, and nothing is ever written, unless the file lies here.
 */
export function openLog(
  port: FlashPort,
  visit: (at: number, record: Uint8Array | undefined) => void,
): boolean {
  flash = port;
  const header = port.read(0, FILE_HEADER_BYTES);
  isUsable = (header[0] as number) + (header[1] as number) * 256 === LEDGER_BYTES && header[2] === 0;
  for (let i = 0; i < FILE_NAME.length; i++) if (header[i + 4] !== FILE_NAME.charCodeAt(i)) isUsable = false;
  isTorn = false;
  sequence = 0;
  page = 0;
  for (let at = PAGE_BYTES; isUsable && at <= 2 * PAGE_BYTES; at += PAGE_BYTES) {
    const record = load(at);
    const number =
      record && record[0] === KIND_PAGE ? (record[2] as number) + (record[3] as number) * 256 : 0;
    if (number > sequence) {
      page = at;
      sequence = number;
    }
  }
  writes.fill(0);
  countWrites(page, RECORD_BYTES >> 2, 1);
  end = page + RECORD_BYTES;
  for (let at = page ? seek(end) : 0; at & (PAGE_BYTES - 1); at = seek(end)) {
    const record = load(at);
    const kind = head[0] as number;
    end = at + size;
    countWrites(at, size >> 2, kind === KIND_OPEN || kind === KIND_WIPED ? 2 : 1);
    if (!record && kind !== KIND_WIPED) isTorn = true;
    visit(at, record);
  }
  return isUsable;
}
