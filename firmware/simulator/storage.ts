import { type ByteSource, byteString, toBytes } from './bytes';
import { type FlashChip, PAGE_BYTES } from './flash-chip';
import { compactStorage } from './storage-compact';
import {
  alignWord,
  findHeader,
  HEADER_BYTES,
  headerAt,
  isErased,
  NAME_BYTES,
  nameAt,
  nextPage,
  walkHeaders,
} from './storage-headers';
import { measureStorage, type StorageStats } from './storage-stats';

/** Espruino's Storage on a flash chip, with its rules for whole files, pieces of files, erasing and compaction. */
export class Storage {
  constructor(
    private readonly chip: FlashChip,
    private readonly log: (line: string) => void = () => {},
  ) {}

  /** `length` bytes from `offset` on (0 or left out: to the end), or undefined when there is no such file. */
  read(name: string, offset = 0, length = 0): string | undefined {
    const file = findHeader(this.chip.bytes, name);
    if (!file) return undefined;
    const start = Math.min(Math.max(offset, 0), file.size);
    const end = length <= 0 ? file.size : Math.min(start + length, file.size);
    const data = file.at + HEADER_BYTES;
    return byteString(this.chip.bytes, data + start, data + end);
  }

  /**
   * At offset 0: a new file of `size` bytes (0: as long as `data`) in place of an older one with other contents.
   * At other offsets: fills blank bytes of the file that is there. May compact. Throws what the device throws.
   */
  write(name: string, data: ByteSource, offset = 0, size = 0): boolean {
    const flash = this.chip.bytes;
    const bytes = toBytes(data);
    const fileSize = size || bytes.length;
    if (offset < 0 || size < 0) return false;
    if (fileSize === 0) throw new Error("Can't create zero length file");
    let file = findHeader(flash, name);
    if (offset === 0) {
      const fits = file?.flags === 0 && file.size === fileSize;
      if (file && fits && bytes.length === fileSize && this.#isEqual(file.at, bytes)) return true;
      if (!file || !fits || !isErased(flash, file.at + HEADER_BYTES, file.at + HEADER_BYTES + fileSize)) {
        if (file) this.#eraseAt(file.at);
        const at = this.#create(name, fileSize);
        file = at < 0 ? undefined : headerAt(flash, at);
      }
    }
    if (!file) throw new Error('Unable to find or create file');
    if (offset + bytes.length > file.size) throw new Error('Too much data for file size');
    const start = file.at + HEADER_BYTES + offset;
    if (!isErased(flash, start, start + bytes.length)) {
      throw new Error('File already written with different data');
    }
    this.chip.write(bytes, start);
    return true;
  }

  /** Gives up the file; its room comes back with the next compaction. */
  erase(name: string): void {
    const file = findHeader(this.chip.bytes, name);
    if (file) this.#eraseAt(file.at);
  }

  /** Erases every page. */
  eraseAll(): void {
    for (let at = 0; at < this.chip.bytes.length; at += PAGE_BYTES) this.chip.erasePage(at);
  }

  /** Names of the files, in the order in which they lie. */
  list(): string[] {
    const names: string[] = [];
    const flash = this.chip.bytes;
    walkHeaders(flash, 0, true, (header) => {
      if (!header.isReplaced && (header.flags === 0 || header.flags === 128))
        names.push(nameAt(flash, header.at));
    });
    return names;
  }

  /** Frees the room of erased files. Not safe against a power cut, as on the device. */
  compact(): boolean {
    this.log('Compacting... ');
    return compactStorage(this.chip);
  }

  /** Bytes behind the last file. */
  getFree(): number {
    return measureStorage(this.chip.bytes).freeBytes;
  }

  getStats(): StorageStats {
    const { compactFrom: _, ...stats } = measureStorage(this.chip.bytes);
    return stats;
  }

  #isEqual(at: number, bytes: Uint8Array): boolean {
    return bytes.every((value, i) => this.chip.bytes[at + HEADER_BYTES + i] === value);
  }

  #eraseAt(at: number): void {
    this.chip.write(new Uint8Array(4), at + 4);
  }

  /** Writes a header into the first gap that is large enough; -1 when there is none even after compaction. */
  #create(name: string, size: number): number {
    const needed = alignWord(size) + HEADER_BYTES;
    let gap = this.#findGap(needed);
    if (gap.at < 0 && needed < gap.freeBytes + gap.trashBytes && this.compact()) gap = this.#findGap(needed);
    if (gap.at < 0) return -1;
    const header = new Uint8Array(HEADER_BYTES);
    header.set([size & 255, (size >> 8) & 255, (size >> 16) & 255, 0]);
    header.set(toBytes(name.slice(0, NAME_BYTES)), 4);
    this.chip.write(header, gap.at);
    return gap.at;
  }

  #findGap(needed: number): { at: number; freeBytes: number; trashBytes: number } {
    const flash = this.chip.bytes;
    let freeBytes = 0;
    let trashBytes = 0;
    for (let at = 0; at >= 0; ) {
      at = walkHeaders(flash, at, false, (header) => {
        if (header.isReplaced) trashBytes += header.size;
      });
      if (at < 0) break;
      const next = nextPage(flash, at);
      const end = next >= 0 && headerAt(flash, next) ? next : flash.length;
      freeBytes += end - at;
      if (end - at >= needed) return { at, freeBytes, trashBytes };
      at = next;
    }
    return { at: -1, freeBytes, trashBytes };
  }
}
