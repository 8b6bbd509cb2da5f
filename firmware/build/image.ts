import { PAGE_BYTES } from '../ledger/place';
import { alignWord, HEADER_BYTES } from '../simulator/storage-headers';
import { writeFile } from '../simulator/storage-image';
import { MAX_FILE_NAME_BYTES } from './gate-rules';

/** A file as Storage on the device holds it. */
export interface StorageFile {
  name: string;
  bytes: Uint8Array;
}

/** Where Storage lies in the chip's flash, and how many pages it has. */
export interface StorageRegion {
  address: number;
  pages: number;
}

/** Pixl.js: nine pages of 4,096 bytes. Source: Espruino `boards/PIXLJS.py`. */
export const PIXLJS_STORAGE: StorageRegion = { address: 0x6d000, pages: 9 };

/** Bangle.js 2: the first 16 of 2,048 pages; the others stay erased. Source: Espruino `boards/BANGLEJS2.py`. */
export const BANGLEJS2_STORAGE: StorageRegion = { address: 0x60000000, pages: 16 };

/**
 * Everything that the chip's Storage holds when the files are written one after the other to erased flash.
 *
 * @returns the whole region; 0xFF where nothing was written
 * @throws Error if a name is empty or too long, a name comes twice, a file is empty, or the files do not fit
 */
export function buildStorageImage(files: readonly StorageFile[], region: StorageRegion): Uint8Array {
  const image = new Uint8Array(region.pages * PAGE_BYTES).fill(0xff);
  const names = new Set<string>();
  let end = 0;
  for (const { name, bytes } of files) {
    if (name === '' || name.length > MAX_FILE_NAME_BYTES)
      throw new Error(
        `"${name}" has ${name.length} bytes; Storage takes names of 1 to ${MAX_FILE_NAME_BYTES}`,
      );
    if (names.has(name)) throw new Error(`there are two files "${name}"`);
    if (bytes.length === 0) throw new Error(`file "${name}" is empty, which Storage refuses`);
    end += storedBytes(bytes.length);
    if (end > image.length) throw new Error(`file "${name}" would end at ${end} of ${image.length} bytes`);
    names.add(name);
    writeFile(image, name, bytes);
  }
  return image;
}

/** Bytes that a file of `length` bytes takes in Storage: header, data, and the gap to the next multiple of 4. */
export function storedBytes(length: number): number {
  return HEADER_BYTES + alignWord(length);
}
