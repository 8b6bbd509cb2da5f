import { alignWord, HEADER_BYTES } from '../../firmware/simulator/storage-headers';
import { CompanionError } from '../errors';
import { type DeviceFlash, PAGE_BYTES } from './device-flash';
import { type StoredFile, type Walk, walkStorage } from './walk-storage';

/** Which part of a device's flash is written anew. */
export interface ErasePlan {
  /** the first byte after the ledger, where a page begins */
  readonly fromByte: number;
  /** where what is written ends; a page begins there, too */
  readonly toByte: number;
  /** the whole of Storage */
  readonly bankBytes: number;
}

const SIZE_BITS = 24;

/**
 * Erases every page after the ledger so that whatever a cut leaves, the device finds its Storage sound: else a Pixl.js
 * would erase all of it at its next start, with the ledger.
 *
 * A page that is erased half may hold anything. That harms nothing while the device does not look there: in pages
 * inside one file. It harms nothing either while every later page is blank, since then any walk ends in blank flash;
 * but after Storage's last page there is none, so that one must not be looked at. When a header stands there, the
 * size of an earlier file is made smaller by clearing one bit, which is done or not done, and the walk ends behind it.
 *
 * @throws CompanionError `flash-lost`; `update-failed`; `update-layout` when no such file is there, and nothing was lost
 */
export async function eraseAfterLedger(flash: DeviceFlash, plan: ErasePlan): Promise<void> {
  const first = plan.fromByte / PAGE_BYTES;
  const end = plan.toByte / PAGE_BYTES;
  const lastOfBank = plan.bankBytes / PAGE_BYTES - 1;
  const blank = new Set<number>();
  const isHarmless = (page: number, walk: Walk): boolean =>
    !walk.pages.has(page) || (page !== lastOfBank && areBlank(page + 1));
  const areBlank = (from: number): boolean => {
    for (let page = from; page < end; page++) if (!blank.has(page)) return false;
    return true;
  };
  for (;;) {
    const walk = await walkStorage(flash, plan.bankBytes);
    if (!walk.isSound || walk.files.some(({ at, size }) => at >= plan.fromByte && at + size > plan.toByte))
      throw new CompanionError('update-layout');
    let page = end - 1;
    while (page >= first && (blank.has(page) || !isHarmless(page, walk))) page--;
    if (page >= first) {
      await flash.erasePage(page * PAGE_BYTES);
      blank.add(page);
    } else if (areBlank(first)) return;
    else await shorten(flash, walk, plan.fromByte, blank);
  }
}

/** Clears a bit of a file's size so that the walk ends behind it, before a page that is blank. */
async function shorten(
  flash: DeviceFlash,
  walk: Walk,
  fromByte: number,
  blank: ReadonlySet<number>,
): Promise<void> {
  for (const file of walk.files.filter(({ at }) => at >= fromByte)) {
    const size = smallerSize(file, blank);
    if (size === undefined) continue;
    const end = endOf(file.at, size);
    // no header there: its size is 0
    if (!blank.has(Math.floor(end / PAGE_BYTES))) await flash.write(end, new Uint8Array(4));
    await flash.write(file.at, Uint8Array.of(size & 255, (size >> 8) & 255, size >> 16, 0));
    return;
  }
  throw new CompanionError('update-layout');
}

function smallerSize({ at, size }: StoredFile, blank: ReadonlySet<number>): number | undefined {
  for (let bit = SIZE_BITS - 1; bit >= 0; bit--) {
    const smaller = size & ~(1 << bit);
    const end = endOf(at, smaller);
    if (smaller > 0 && end < endOf(at, size) && blank.has(Math.floor(end / PAGE_BYTES) + 1)) return smaller;
  }
  return undefined;
}

const endOf = (at: number, size: number): number => alignWord(at + HEADER_BYTES + size);
