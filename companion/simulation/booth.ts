import { randomBytes } from 'node:crypto';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { commission, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import type { Clock } from '../clock';
import type { Auditor } from '../release/audit/auditor';
import { publishDue } from '../release/release-store';
import type { Keyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import type { OpenStore } from '../store/open-store';
import { createSyncStore } from '../store/sync-store';
import { findWantedSettings } from '../store/wanted-settings';
import { SyncError } from '../sync/errors';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';
import type { Booth } from '../web/deps';

const KIOSKS_MAX = 50;

/** What the booth needs from the companion. */
export interface BoothDeps {
  readonly store: OpenStore;
  readonly auditor: Auditor;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Storage as the build made it. */
  readonly image: Uint8Array;
  /** The store in which visitors' kiosks stand. */
  readonly storeId: string;
  readonly syncDeps: Omit<SyncDeps, 'store' | 'clock'>;
  /** Called after every sync: something may have changed. */
  onSynced(): void;
}

function aheadOf(clock: Clock, aheadMs: number): Clock {
  return { nowMs: () => clock.nowMs() + aheadMs, minutesFromUtc: (atMs) => clock.minutesFromUtc(atMs) };
}

function describe(taken: number): string {
  if (taken === 0) return 'In touch with the companion; no closed sheet is waiting.';
  return taken === 1 ? 'The companion took one sheet.' : `The companion took ${taken} sheets.`;
}

/** Kiosks for visitors' browsers, joined to a simulated companion. */
export function createBooth(deps: BoothDeps): Booth {
  const { store, keyring, clock, image, storeId } = deps;
  let made = 0;
  const names = new Map<string, string>();
  return {
    async prepare() {
      if (made >= KIOSKS_MAX) return null;
      made++;
      const id = randomBytes(KIOSK_ID_BYTES);
      const key = randomBytes(KEY_BYTES);
      const kioskId = id.toString('hex');
      keyring.add(kioskId, key);
      names.set(kioskId, `In a browser, ${made}`);
      return { kioskId, flash: commission(image, id, key, makeQrImages(EXAMPLE_ADDRESS)) };
    },
    async sync(kioskId, device, aheadMs) {
      const ahead = aheadOf(clock, aheadMs);
      // Only now: a page that was opened and closed again leaves no silent kiosk behind.
      const name = names.get(kioskId);
      if (name !== undefined)
        await saveKiosk(store, { storeId, kioskId, name, board: 'pixljs', isSimulated: true });
      try {
        const { taken } = await syncKiosk(device, {
          ...deps.syncDeps,
          findSettings: (id) => findWantedSettings(store.db, id),
          findKey: (id) => (id === kioskId ? keyring.find(id) : null),
          store: createSyncStore(store.db, ahead),
          clock: ahead,
        });
        await publishDue(store, ahead, deps.auditor);
        deps.onSynced();
        return { isDone: true, sheetsTaken: taken, words: describe(taken) };
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
        return { isDone: false, sheetsTaken: 0, words: error.message };
      }
    },
  };
}
