import { FlashChip } from './flash-chip';
import { Storage } from './storage';
import { findHeader, HEADER_BYTES } from './storage-headers';

/** Writes a file into a flash image as the device would: `size` bytes long (left out: as long as `data`), the rest 0xFF. */
export function writeFile(flash: Uint8Array, name: string, data: Uint8Array | string, size = 0): void {
  new Storage(new FlashChip(flash)).write(name, data, 0, size);
}

/** The bytes of a file in a flash image, or undefined when there is no such file. */
export function readFile(flash: Uint8Array, name: string): Uint8Array | undefined {
  const file = findHeader(flash, name);
  return file && flash.slice(file.at + HEADER_BYTES, file.at + HEADER_BYTES + file.size);
}

/** The files of a flash image in the order in which they lie; `offset` is that of the data. */
export function listFiles(flash: Uint8Array): { name: string; offset: number; bytes: number }[] {
  const names = new Storage(new FlashChip(flash)).list();
  return names.flatMap((name) => {
    const file = findHeader(flash, name);
    return file ? [{ name, offset: file.at + HEADER_BYTES, bytes: file.size }] : [];
  });
}
