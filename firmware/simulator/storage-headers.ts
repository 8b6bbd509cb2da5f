import { PAGE_BYTES } from './flash-chip';

/** Bytes before the data of every file: size and flags in one word (low byte first), then 28 bytes of name. */
export const HEADER_BYTES = 32;
/** Longest name of a file; what is longer is cut without a word. */
export const NAME_BYTES = 28;

/** The header of one file in Storage. */
export interface FileHeader {
  /** offset of the header in flash */
  at: number;
  /** bytes of data */
  size: number;
  flags: number;
  /** the first four bytes of its name are zero: erased or replaced, its room not yet free */
  isReplaced: boolean;
}

/** Rounds up to the next word, where the next header may stand. */
export function alignWord(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** The first offset of the page after `at`, or -1 when there is none. */
export function nextPage(flash: Uint8Array, at: number): number {
  const next = (Math.floor(at / PAGE_BYTES) + 1) * PAGE_BYTES;
  return next < flash.length ? next : -1;
}

/** The header at `at`, or undefined when no believable one stands there; its file ends before `end`. */
export function headerAt(flash: Uint8Array, at: number, end = flash.length): FileHeader | undefined {
  const b = (i: number): number => flash[at + i] ?? 0;
  const size = b(0) | (b(1) << 8) | (b(2) << 16);
  const flags = b(3);
  const isBlank = size === 0xffffff && flags === 0xff;
  const isZero = size === 0 && flags === 0;
  if (isBlank || isZero || at + HEADER_BYTES + size > end) return undefined;
  return { at, size, flags, isReplaced: (b(4) | b(5) | b(6) | b(7)) === 0 };
}

/**
 * Visits the headers from `from` on, in order. Returns the offset at which no header stood any more, or -1 when
 * the flash was full. With `isAcrossPages` it also tries the start of the next page before it gives up.
 */
export function walkHeaders(
  flash: Uint8Array,
  from: number,
  isAcrossPages: boolean,
  visit: (header: FileHeader) => void,
): number {
  let at = from;
  let header = headerAt(flash, at);
  while (header) {
    visit(header);
    at = alignWord(at + HEADER_BYTES + header.size);
    if (at + HEADER_BYTES > flash.length) return -1;
    header = headerAt(flash, at);
    if (!header && isAcrossPages) {
      at = nextPage(flash, at);
      if (at < 0) return -1;
      header = headerAt(flash, at);
    }
  }
  return at;
}

/** The name in the header at `at`, up to its first zero byte. */
export function nameAt(flash: Uint8Array, at: number): string {
  let name = '';
  for (let i = 4; i < HEADER_BYTES; i++) {
    const code = flash[at + i] ?? 0;
    if (code === 0) break;
    name += String.fromCharCode(code);
  }
  return name;
}

/** The live file called `name`, or undefined. All 28 bytes count: a name that was cut while it was written is another. */
export function findHeader(flash: Uint8Array, name: string): FileHeader | undefined {
  const wanted = name.slice(0, NAME_BYTES).padEnd(NAME_BYTES, '\0');
  let found: FileHeader | undefined;
  walkHeaders(flash, 0, true, (header) => {
    if (!found && !header.isReplaced && isNamed(flash, header.at, wanted)) found = header;
  });
  return found;
}

function isNamed(flash: Uint8Array, at: number, wanted: string): boolean {
  for (let i = 0; i < NAME_BYTES; i++) if (flash[at + 4 + i] !== wanted.charCodeAt(i)) return false;
  return true;
}

/** True when every byte of the range is 0xFF. */
export function isErased(flash: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (flash[at] !== 0xff) return false;
  return true;
}

/** What the device checks at power-on; when it is false it erases everything. */
export function isStorageValid(flash: Uint8Array): boolean {
  let last: FileHeader | undefined;
  const end = walkHeaders(flash, 0, true, (header) => {
    last = header;
  });
  if (!last) return isErased(flash, 0, flash.length);
  if (end >= 0) return isErased(flash, end, end + HEADER_BYTES);
  const after = alignWord(last.at + HEADER_BYTES + last.size);
  return after + HEADER_BYTES > flash.length || isErased(flash, after, after + HEADER_BYTES);
}
