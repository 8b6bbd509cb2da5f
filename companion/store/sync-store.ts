import type { Clock } from '../clock';
import { storeToday } from '../store-day';
import type { SyncStore } from '../sync/store-port';
import { nextSheetNeeded, recordGap } from './gap';
import { quarantineSheet, takeSheet } from './sheet';
import type { Db } from './tables';
import { recordVitals } from './vitals';

/** The store as a sync sees it. */
export function createSyncStore(db: Db, clock: Clock): SyncStore {
  return {
    nextSheetNeeded: (kioskId, epoch) => nextSheetNeeded(db, kioskId, epoch),
    takeSheet: (sheet) => takeSheet(db, sheet, storeToday(clock)),
    quarantineSheet: (sheet) => quarantineSheet(db, sheet, storeToday(clock)),
    recordGap: (gap) => recordGap(db, gap),
    recordVitals: (arrival) => recordVitals(db, arrival, storeToday(clock)),
  };
}
