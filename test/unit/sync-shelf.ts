/** A companion's store in memory, and how a sync of one kiosk with it ends. */
import { SyncError, type SyncErrorCode } from '../../companion/sync/errors';
import type { SheetArrival, SheetGap, SyncStore, VitalsArrival } from '../../companion/sync/store-port';
import type { SyncDeps } from '../../companion/sync/sync-kiosk';
import { KEY, type LinkKiosk } from './link-kiosk';

export const NOW_MS = 1_780_000_000_000;

/** A store in memory that keeps what it was given and says when it was asked. */
export class Shelf implements SyncStore {
  readonly sheets = new Map<number, SheetArrival>();
  readonly conflicts: SheetArrival[] = [];
  readonly quarantined: SheetArrival[] = [];
  readonly gaps: SheetGap[] = [];
  readonly vitals: VitalsArrival[] = [];

  async nextSheetNeeded(): Promise<number> {
    let next = 1;
    while (this.sheets.has(next) || this.gaps.some((gap) => gap.fromSheetNo <= next && next <= gap.toSheetNo))
      next++;
    return next;
  }

  async takeSheet(sheet: SheetArrival) {
    const known = this.sheets.get(sheet.sheetNo);
    if (!known) {
      this.sheets.set(sheet.sheetNo, sheet);
      return 'taken' as const;
    }
    if (known.hash === sheet.hash) return 'known' as const;
    this.conflicts.push(sheet);
    return 'conflict' as const;
  }

  async quarantineSheet(sheet: SheetArrival): Promise<void> {
    this.quarantined.push(sheet);
  }

  async recordGap(gap: SheetGap): Promise<void> {
    this.gaps.push(gap);
  }

  async recordVitals(arrival: VitalsArrival): Promise<void> {
    this.vitals.push(arrival);
  }
}

/** What a sync of this kiosk needs; `random` gives 32 bits a call. */
export const syncDepsFor = (
  kiosk: LinkKiosk,
  random: () => number,
  store: SyncStore,
  changes: Partial<SyncDeps> = {},
): SyncDeps => ({
  store,
  timer: kiosk.timer,
  clock: { nowMs: () => NOW_MS + kiosk.board.nowMs, minutesFromUtc: () => 60 },
  makeNonce: () => Uint8Array.from({ length: 8 }, () => random() >>> 16),
  findKey: () => KEY,
  findSettings: async () => null,
  doubtClock: async () => null,
  ...changes,
});

/** The code with which a sync ends; any other error goes on. */
export async function codeOf(work: Promise<unknown>): Promise<SyncErrorCode | 'none'> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof SyncError) return error.code;
    throw error;
  }
}
