import { alignWord, HEADER_BYTES, headerAt } from '../../firmware/simulator/storage-headers';
import { type DeviceFlash, PAGE_BYTES } from './device-flash';

/** A file as its header describes it, erased or not. */
export interface StoredFile {
  /** offset of the header */
  readonly at: number;
  readonly size: number;
}

/** What a device finds when it looks through its Storage. */
export interface Walk {
  readonly files: readonly StoredFile[];
  /** every page in which it read a header, or looked for one */
  readonly pages: ReadonlySet<number>;
  /** whether it takes this for sound; else a Pixl.js erases all of Storage at its next start */
  readonly isSound: boolean;
}

/**
 * Looks through Storage as the device does at every start: from header to header, and where there is none, once at the
 * beginning of the next page.
 *
 * @param bankBytes  the whole of Storage, whatever of it is used
 * @source Espruino 2v29, src/jsflash.c, jsfIsBankStorageValid and jsfGetNextFileHeader
 */
export async function walkStorage(flash: Pick<DeviceFlash, 'read'>, bankBytes: number): Promise<Walk> {
  const files: StoredFile[] = [];
  const pages = new Set<number>();
  let isBlank = false;

  const readFile = async (at: number): Promise<StoredFile | undefined> => {
    const bytes = await flash.read(at, HEADER_BYTES);
    isBlank = bytes.every((byte) => byte === 0xff);
    pages.add(Math.floor(at / PAGE_BYTES)).add(Math.floor((at + HEADER_BYTES - 1) / PAGE_BYTES));
    const header = headerAt(bytes, 0, bankBytes - at);
    return header && { at, size: header.size };
  };

  let found = await readFile(0);
  while (found) {
    files.push(found);
    const next = alignWord(found.at + HEADER_BYTES + found.size);
    if (next + HEADER_BYTES > bankBytes) return { files, pages, isSound: true };
    found = await readFile(next);
    const nextPage = (Math.floor(next / PAGE_BYTES) + 1) * PAGE_BYTES;
    if (!found && nextPage < bankBytes) found = await readFile(nextPage);
  }
  return { files, pages, isSound: isBlank };
}
