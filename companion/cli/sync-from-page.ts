import type { LinkDevice } from '../link/port';
import { recordSyncError } from '../store/kiosk';
import type { Db } from '../store/tables';
import { SyncError } from '../sync/errors';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';
import type { BoothSync } from '../web/deps';

/** Syncs the kiosk at the other end of a page's Bluetooth; says how it went and never throws a SyncError. */
export function syncFromPage(db: Db, deps: SyncDeps, onSynced: () => void) {
  return async (device: LinkDevice): Promise<BoothSync> => {
    try {
      const { kioskId, taken } = await syncKiosk(device, deps);
      await recordSyncError(db, kioskId, null);
      onSynced();
      const sheets = taken === 1 ? 'one sheet' : `${taken} sheets`;
      return { isDone: true, sheetsTaken: taken, words: `Done. The companion took ${sheets}.` };
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      return { isDone: false, sheetsTaken: 0, words: error.message };
    }
  };
}
