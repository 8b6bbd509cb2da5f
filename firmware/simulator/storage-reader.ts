import { byteString } from './bytes';
import { type FlashChip, PAGE_BYTES } from './flash-chip';
import { type FileHeader, findHeader, HEADER_BYTES } from './storage-headers';

/** Reads files as Storage.read does, quickly: the firmware asks for the same pieces on every screen. */
export class StorageReader {
  #version = -1;
  #files = new Map<string, FileHeader | undefined>();
  #pieces = new Map<number, { text: string; stamp: number }>();

  constructor(private readonly chip: FlashChip) {}

  read(name: string, offset?: number, length?: number): string | undefined {
    const file = this.#find(name);
    if (!file) return undefined;
    const wanted = (length ?? 0) | 0;
    const from = Math.min(Math.max((offset ?? 0) | 0, 0), file.size);
    const to = wanted <= 0 ? file.size : Math.min(from + wanted, file.size);
    return this.#piece(file.at + HEADER_BYTES + from, file.at + HEADER_BYTES + to);
  }

  #find(name: string): FileHeader | undefined {
    if (this.#version !== this.chip.version) {
      this.#version = this.chip.version;
      this.#files.clear();
    }
    let file = this.#files.get(name);
    if (!file && !this.#files.has(name)) {
      file = findHeader(this.chip.bytes, name);
      this.#files.set(name, file);
    }
    return file;
  }

  #piece(start: number, end: number): string {
    const key = start * this.chip.bytes.length + (end - start);
    let stamp = 0; // versions only grow, so their sum tells whether any of the pages changed
    for (let page = Math.floor(start / PAGE_BYTES); page * PAGE_BYTES < end; page++) {
      stamp += this.chip.pageVersions[page] ?? 0;
    }
    const known = this.#pieces.get(key);
    if (known && known.stamp === stamp) return known.text;
    const text = byteString(this.chip.bytes, start, end);
    this.#pieces.set(key, { text, stamp });
    return text;
  }
}
