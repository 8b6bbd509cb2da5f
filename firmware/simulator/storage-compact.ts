import { type FlashChip, PAGE_BYTES } from './flash-chip';
import { alignWord, HEADER_BYTES, nextPage, walkHeaders } from './storage-headers';
import { measureStorage } from './storage-stats';

const FLAGS_LISTED = [0, 64, 128];

/**
 * Moves live files together and frees the room of the others, page by page, as the device does: a page is erased,
 * then written again, so that a power cut in between loses what it held. False when there was nothing to free.
 */
export function compactStorage(chip: FlashChip): boolean {
  const flash = chip.bytes;
  const { trashBytes, compactFrom } = measureStorage(flash);
  if (trashBytes === 0) return false;
  const kept: Uint8Array[] = [];
  const end = walkHeaders(flash, compactFrom, true, (header) => {
    if (header.isReplaced || !FLAGS_LISTED.includes(header.flags)) return;
    kept.push(flash.slice(header.at, header.at + HEADER_BYTES + alignWord(header.size)));
  });
  let at = compactFrom;
  for (const file of kept) {
    for (let done = 0; done < file.length; ) {
      if (at % PAGE_BYTES === 0) chip.erasePage(at);
      const inPage = Math.min(PAGE_BYTES - (at % PAGE_BYTES), file.length - done);
      chip.write(file.subarray(done, done + inPage), at);
      at += inPage;
      done += inPage;
    }
  }
  const endOfUse = end < 0 ? flash.length : end;
  if (at !== compactFrom) at = nextPage(flash, at - 1);
  for (; at >= 0 && at < endOfUse; at += PAGE_BYTES) chip.erasePage(at);
  return true;
}
