import type { SheetArrival, SyncStore } from '../../companion/sync/store-port';

/** A companion's store that takes every sheet as the next one, into `arrived`, and keeps nothing else. */
export const storeInto = (arrived: SheetArrival[]): SyncStore => ({
  nextSheetNeeded: async () => arrived.length + 1,
  async takeSheet(sheet) {
    arrived.push(sheet);
    return 'taken';
  },
  quarantineSheet: async () => undefined,
  recordGap: async () => undefined,
  recordVitals: async () => undefined,
});
