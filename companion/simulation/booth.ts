import { randomBytes } from 'node:crypto';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { commission, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import type { Language } from '../../shared/check/codes';
import type { Clock } from '../clock';
import { boardNamed } from '../flash/boards';
import type { Auditor } from '../release/audit/auditor';
import { publishDue } from '../release/release-store';
import { exampleSettings } from '../screens/example-settings';
import type { Keyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import type { OpenStore } from '../store/open-store';
import { createSyncStore } from '../store/sync-store';
import { findWantedSettings, saveWantedSettings } from '../store/wanted-settings';
import { SyncError } from '../sync/errors';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';
import type { Booth, BoothWish } from '../web/deps';
import { boothImage } from './booth-image';

const KIOSKS_MAX = 50;

/** What the booth needs from the companion. */
export interface BoothDeps {
  readonly store: OpenStore;
  readonly auditor: Auditor;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** The folder with the built firmware of a board. */
  firmwareFolder(board: string): string;
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

/** A kiosk in a visitor's browser. */
interface BoothKiosk {
  readonly name: string;
  readonly wish: BoothWish;
  /** Its settings name the language; afterwards the owner's page for settings may change them. */
  readonly isLanguageTold: boolean;
}

async function wantLanguage(
  store: OpenStore,
  kioskId: string,
  language: Language,
  nowMs: number,
): Promise<void> {
  const settings = (await findWantedSettings(store.db, kioskId)) ?? exampleSettings(language);
  await saveWantedSettings(store.db, kioskId, { ...settings, language }, nowMs);
}

/** Kiosks for visitors' browsers, joined to a simulated companion. */
export function createBooth(deps: BoothDeps): Booth {
  const { store, keyring, clock, storeId } = deps;
  const kiosks = new Map<string, BoothKiosk>();
  const imageFor = (wish: BoothWish): Uint8Array =>
    boothImage(deps.firmwareFolder(wish.board), boardNamed(wish.board), wish);
  return {
    async prepare(wish) {
      if (kiosks.size >= KIOSKS_MAX) return null;
      const id = randomBytes(KIOSK_ID_BYTES);
      const key = randomBytes(KEY_BYTES);
      const kioskId = id.toString('hex');
      keyring.add(kioskId, key);
      kiosks.set(kioskId, { wish, name: `In a browser, ${kiosks.size + 1}`, isLanguageTold: false });
      return { kioskId, flash: commission(imageFor(wish), id, key, makeQrImages(EXAMPLE_ADDRESS)) };
    },
    refill(kioskId, wish) {
      const kiosk = kiosks.get(kioskId);
      if (kiosk) kiosks.set(kioskId, { ...kiosk, wish, isLanguageTold: false });
      return imageFor(wish);
    },
    async sync(kioskId, device, aheadMs) {
      const ahead = aheadOf(clock, aheadMs);
      // Only now: a page that was opened and closed again leaves no silent kiosk behind.
      const kiosk = kiosks.get(kioskId);
      if (kiosk) {
        const { name, wish } = kiosk;
        await saveKiosk(store, { storeId, kioskId, name, board: wish.board, isSimulated: true });
        if (!kiosk.isLanguageTold) await wantLanguage(store, kioskId, wish.language, clock.nowMs());
        kiosks.set(kioskId, { ...kiosk, isLanguageTold: true });
      }
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
