import { PAGE_BYTES } from './flash-chip';
import { alignWord, HEADER_BYTES, walkHeaders } from './storage-headers';

/** How full Storage is; bytes include headers and padding. */
export interface StorageStats {
  totalBytes: number;
  /** behind the last file */
  freeBytes: number;
  fileBytes: number;
  fileCount: number;
  /** erased or replaced, not yet compacted */
  trashBytes: number;
  trashCount: number;
}

/** Measures Storage; `compactFrom` is the page at which a compaction starts. */
export function measureStorage(flash: Uint8Array): StorageStats & { compactFrom: number } {
  const stats = { fileBytes: 0, fileCount: 0, trashBytes: 0, trashCount: 0 };
  let compactFrom = 0;
  let pageWithHeader = 0;
  let end = 0;
  walkHeaders(flash, 0, true, (header) => {
    if (header.at % PAGE_BYTES === 0) pageWithHeader = header.at;
    const bytes = alignWord(header.size) + HEADER_BYTES;
    end = header.at + bytes;
    if (!header.isReplaced) {
      stats.fileBytes += bytes;
      stats.fileCount++;
      return;
    }
    if (stats.trashCount === 0) compactFrom = pageWithHeader;
    stats.trashBytes += bytes;
    stats.trashCount++;
  });
  return { totalBytes: flash.length, freeBytes: flash.length - end, ...stats, compactFrom };
}
