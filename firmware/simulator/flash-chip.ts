import { BoardFault, PowerCut } from './signals';

/** The smallest piece of flash that can be erased. */
export const PAGE_BYTES = 4096;
/** Storage of a Pixl.js: nine pages. */
export const PIXLJS_FLASH_BYTES = 36_864;
/** Storage of a Bangle.js 2: the whole chip beside the nRF52840. */
export const BANGLEJS2_FLASH_BYTES = 8_388_608;
/** Word writes that a 512-byte block of an nRF52832 takes between two erases (product specification, nWRITE). */
export const WORD_WRITES_PER_BLOCK = 181;
/** Erases that a page of an nRF52832 takes (product specification, nENDURANCE). */
export const ERASES_PER_PAGE = 10_000;

const BLOCK_BYTES = 512;
const WORD_BYTES = 4;

/** Flash with the rules of an nRF52832: bits only go from 1 to 0, pages are erased whole, wear is counted. */
export class FlashChip {
  /** Word writes of each 512-byte block since its page was last erased. */
  readonly wordWrites: Uint16Array;
  /** Erases of each page since the chip was made. */
  readonly erases: Uint32Array;
  /** Counts up with every change to a page. */
  readonly pageVersions: Uint32Array;
  /** Counts up with every change to the chip. */
  version = 0;
  /** Bytes written or erased so far, the unit of `cutAfterBytes`. */
  bytesDone = 0;
  #bytesUntilCut = Number.POSITIVE_INFINITY;

  constructor(readonly bytes: Uint8Array) {
    this.wordWrites = new Uint16Array(bytes.length / BLOCK_BYTES);
    this.erases = new Uint32Array(bytes.length / PAGE_BYTES);
    this.pageVersions = new Uint32Array(bytes.length / PAGE_BYTES);
  }

  /** After `byteCount` more bytes written or erased the power fails: the next byte throws PowerCut. */
  cutAfterBytes(byteCount: number): void {
    this.#bytesUntilCut = byteCount;
  }

  /** The power is back and stays. */
  cancelCut(): void {
    this.#bytesUntilCut = Number.POSITIVE_INFINITY;
  }

  /** ANDs `data` into flash from `offset` on; the chip programs whole words, the rest of a word stays as it is. */
  write(data: Uint8Array, offset: number): void {
    if (offset < 0 || offset + data.length > this.bytes.length)
      throw new BoardFault('Write outside the flash');
    for (let done = 0; done < data.length; ) {
      const at = offset + done;
      const inWord = Math.min(WORD_BYTES - (at % WORD_BYTES), data.length - done);
      if (this.#bytesUntilCut > 0) this.#countWord(at); // without power no word is begun
      for (let i = 0; i < inWord; i++) this.#put(at + i, (this.bytes[at + i] ?? 0) & (data[done + i] ?? 0));
      done += inWord;
    }
  }

  /** Sets the page around `offset` to 0xFF, from its first byte on. */
  erasePage(offset: number): void {
    if (offset < 0 || offset >= this.bytes.length) throw new BoardFault('Erase outside the flash');
    const page = Math.floor(offset / PAGE_BYTES);
    const erases = (this.erases[page] ?? 0) + 1;
    this.erases[page] = erases;
    if (erases > ERASES_PER_PAGE)
      throw new BoardFault(`Page ${page} erased more than ${ERASES_PER_PAGE} times`);
    const start = page * PAGE_BYTES;
    if (this.#bytesUntilCut >= PAGE_BYTES) {
      this.bytes.fill(0xff, start, start + PAGE_BYTES);
      this.#bytesUntilCut -= PAGE_BYTES;
      this.bytesDone += PAGE_BYTES;
      this.#touch(page);
    } else {
      for (let at = start; at < start + PAGE_BYTES; at++) this.#put(at, 0xff);
    }
    this.wordWrites.fill(0, start / BLOCK_BYTES, (start + PAGE_BYTES) / BLOCK_BYTES);
  }

  #put(at: number, value: number): void {
    if (this.#bytesUntilCut <= 0) throw new PowerCut(`Power failed before flash byte ${at}`);
    this.#bytesUntilCut--;
    this.bytesDone++;
    this.bytes[at] = value;
    this.#touch(Math.floor(at / PAGE_BYTES));
  }

  #touch(page: number): void {
    this.version++;
    this.pageVersions[page] = (this.pageVersions[page] ?? 0) + 1;
  }

  #countWord(at: number): void {
    const block = Math.floor(at / BLOCK_BYTES);
    const writes = (this.wordWrites[block] ?? 0) + 1;
    this.wordWrites[block] = writes;
    if (writes > WORD_WRITES_PER_BLOCK) {
      throw new BoardFault(`Block ${block} written more than ${WORD_WRITES_PER_BLOCK} words between erases`);
    }
  }
}
