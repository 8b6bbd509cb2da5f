import { getNumber } from '../../shared/wire/bytes';
import { FILE_HEADER_BYTES, PAGE_BYTES } from './place';
import {
  type FlashPort,
  HEAD_BYTES,
  KIND_OPEN,
  KIND_PAGE,
  KIND_STATE,
  KIND_WIPED,
  RECORD_BYTES,
} from './records';

/**
 * Words written in a block of 512 bytes between two erases: 181 [nRF52832 product specification], less some for
 * words whose writing a power cut ended before it showed.
 */
export const BLOCK_WRITES_MAX = 176;
const BLOCK_BYTES = 512;
const CRC_OF_BLANK_BLOCK = 0xbd7bc39f;
// Storage's header of a file `ledger` of LEDGER_BYTES bytes: size, no flags, name
const CRC_OF_FILE_HEADER = 0xda0726f1;
// any bytes followed by their own CRC-32
const CRC_OF_WHOLE = 0x2144df1c;

/** The flash that openLog was given. */
export let flash: FlashPort;
/** False when nothing may be written: the file is not where it should be, or its flash fails. */
export let isUsable = false;
/** Offset of the page in force; 0 while there is none. */
export let page = 0;
/** Set when seek or openLog met a record that was cut while it was written. */
export let isTorn = false;
/** Of the record that seek found: kind, number, and bytes with what follows its CRC. */
export let kind = 0;
export let number = 0;
export let size = 0;
/** Words written in each block of the page since it was erased; never fewer than were. */
export const writes = new Uint16Array(PAGE_BYTES / BLOCK_BYTES);

let sequence = 0;
/** Offset at which the next record goes. */
export let end = 0;
let isWhole = true;

/** Puts `value` into four bytes, low byte first. */
export function setNumber(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = value & 255;
    value = value >>> 8;
  }
}

/** Whether the file still lies where it should. */
function isInPlace(): boolean {
  return flash.crc32(flash.read(0, FILE_HEADER_BYTES)) === CRC_OF_FILE_HEADER;
}

/** Writes, or without bytes erases a page, after one more look whether the file still lies here; if not, never again. */
export function change(at: number, bytes?: Uint8Array): void {
  isUsable = isUsable && isInPlace();
  if (!isUsable) return;
  if (bytes) flash.write(at, bytes);
  else flash.erase(at);
}

/** Counts the writes of `words` words from `at` on, each `times` times. */
export function countWrites(at: number, words: number, times: number): void {
  for (; words; words--) {
    const block = (at >> 9) & 7;
    writes[block] = (writes[block] as number) + times;
    at += 4;
  }
}

/** Finds the first record at `at` or after a gap; a multiple of PAGE_BYTES when there is none before it. */
export function seek(at: number): number {
  while (at % PAGE_BYTES) {
    const head = flash.read(at, HEAD_BYTES);
    const words = head[1] as number;
    kind = head[0] as number;
    number = getNumber(head, 2, 2);
    size = words * 4 + (kind === KIND_STATE ? 4 : 0);
    if (words % 255 > 1 && (at % PAGE_BYTES) + size <= PAGE_BYTES) break;
    if (kind < 255) isTorn = true;
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
  const times = record[0] === KIND_OPEN ? 2 : 1; // it will be overwritten with zeros
  let at = end;
  if ((writes[(at >> 9) & 7] as number) + total * times > BLOCK_WRITES_MAX) at = (at | (BLOCK_BYTES - 1)) + 1;
  if (isUsable && at + total * 4 <= page + PAGE_BYTES) {
    end = at + total * 4;
    countWrites(at, total, times);
    record[1] = words;
    setNumber(record, words * 4 - 4, flash.crc32(record.subarray(0, words * 4 - 4)));
    change(at, record.subarray(0, words * 4));
    if (load(at)) return at;
  }
  isWhole = false;
  return 0;
}

/** Erases the page that is not in force unless it is blank. */
export function clean(): void {
  const start = 3 * PAGE_BYTES - page;
  for (let at = start; at < start + PAGE_BYTES; at += BLOCK_BYTES)
    if (flash.crc32(flash.read(at, BLOCK_BYTES)) !== CRC_OF_BLANK_BLOCK) {
      change(start);
      return;
    }
}

/** Begins the other page; until sealPage the old one stays in force. Returns the old one's offset, 0 for none. */
export function beginPage(): number {
  const old = page;
  page = old === PAGE_BYTES ? 2 * PAGE_BYTES : PAGE_BYTES;
  // always: a page whose erasing was cut may look blank and not be
  change(page);
  writes.fill(0);
  countWrites(page, RECORD_BYTES / 4, 1);
  end = page + RECORD_BYTES;
  isWhole = true;
  return old;
}

/** Puts the page that was begun in force; gives up if a record did not get onto it. */
export function sealPage(): void {
  sequence++;
  const record = new Uint8Array([KIND_PAGE, RECORD_BYTES / 4, sequence, sequence >> 8, 0, 0, 0, 0]);
  setNumber(record, HEAD_BYTES, flash.crc32(record.subarray(0, HEAD_BYTES)));
  if (isWhole) change(page, record);
  isUsable = isUsable && !!load(page);
}

/**
 * Takes the flash, finds the page in force and shows `visit` each whole record, which seek found too. Unless the
 * file lies here it does nothing more, and nothing is ever written.
 */
export function openLog(port: FlashPort, visit: (at: number, record: Uint8Array) => void): void {
  flash = port;
  isUsable = isInPlace();
  isTorn = false;
  page = 0;
  sequence = 0;
  for (let at = 2 * PAGE_BYTES; isUsable && at; at -= PAGE_BYTES) {
    const record = load(at);
    const found = record && record[0] === KIND_PAGE ? getNumber(record, 2, 2) : 0;
    if (found > sequence) {
      page = at;
      sequence = found;
    }
  }
  writes.fill(0);
  countWrites(page, RECORD_BYTES / 4, 1);
  end = page + RECORD_BYTES;
  for (let at = page && seek(end); at % PAGE_BYTES; at = seek(end)) {
    const record = load(at);
    end = at + size;
    countWrites(at, size / 4, kind === KIND_OPEN || kind === KIND_WIPED ? 2 : 1);
    if (record) visit(at, record);
    else if (kind !== KIND_WIPED) isTorn = true;
  }
}
