import type { Settings } from '../../shared/wire/settings-contents';
import type { OpenStore } from '../store/open-store';
import { type StoreEntry, saveStore } from '../store/store';
import { listWantedSettings, saveWantedSettings, type WantedSettings } from '../store/wanted-settings';

/** What owners may change from a page. */
export interface SettingsDesk {
  listWanted(): Promise<WantedSettings[]>;
  /** The kiosk's next sync sends them. */
  saveWanted(kioskId: string, settings: Settings): Promise<void>;
  saveStore(store: StoreEntry): Promise<void>;
}

/** The settings desk over an open database. */
export const createSettingsDesk = (store: OpenStore, nowMs: () => number): SettingsDesk => ({
  listWanted: () => listWantedSettings(store.db),
  saveWanted: (kioskId, settings) => saveWantedSettings(store.db, kioskId, settings, nowMs()),
  saveStore: (entry) => saveStore(store, entry),
});
