import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeBackup } from '../../companion/backup/make-backup';
import { restoreBackup } from '../../companion/backup/restore-backup';
import type { ReleaseRecord } from '../../companion/release/release-record';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, KIOSK_A, STORE_ID } from './store-sheets';
import { makeRelease } from './web-fixture';

/** The companion's clock. */
export const clock = createFakeClock();
/** The key of KIOSK_A. */
export const KEY = Uint8Array.from({ length: 16 }, (_, index) => index);

/** Opens a folder's real database until the test is over. */
export async function openReal(folder: string): Promise<OpenStore> {
  const store = await openStore(folder, 'real', clock);
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

/** Adds a released span. */
export async function addRelease(store: OpenStore, spanNo: number): Promise<void> {
  const record: ReleaseRecord = { ...makeRelease(spanNo), storeId: STORE_ID, isSimulated: false };
  await store.db
    .insertInto('release')
    .values({ storeId: STORE_ID, spanNo, publishedOn: record.publishedOn, record: JSON.stringify(record) })
    .execute();
}

/** A data folder with one store, one kiosk's key and so many released spans. */
export async function makeData(spans: number): Promise<{ folder: string; store: OpenStore }> {
  const folder = makeTemporaryFolder();
  const store = await openReal(folder);
  await saveStore(store, { storeId: STORE_ID, name: 'Stride & Co', isSimulated: false, region: null });
  for (let spanNo = 1; spanNo <= spans; spanNo++) await addRelease(store, spanNo);
  openKeyring(keyFileOf(folder)).add(KIOSK_A, KEY);
  return { folder, store };
}

/** A backup in a folder of its own. */
export const backUp = (dataFolder: string, withKeys = true) => {
  const folder = join(makeTemporaryFolder(), 'backup');
  const manifest = makeBackup({ dataFolder, folder, withKeys, version: '0.1.0', nowMs: clock.nowMs() });
  return { folder, manifest };
};
/** Restores a backup. */
export const restore = (folder: string, dataFolder: string, replace = false) =>
  restoreBackup({ folder, dataFolder, replace }, clock);
