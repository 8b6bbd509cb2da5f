import { expect, test } from 'vitest';
import { recordSyncError } from '../../companion/store/kiosk';
import { createReadModel } from '../../companion/store/read-model';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import type { Vitals } from '../../shared/wire/vitals';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

const vitals: Vitals = {
  newestSheet: 7,
  oldestSheet: 1,
  ackedSheet: 0,
  started: 123,
  finished: 77,
  clock: null,
  batteryPercent: 81,
  runningHours: 5,
  freeFlashBytes: 100,
  freeVariables: 1500,
  boots: 1,
  lastError: 0,
  version: '0.1.0',
  bundle: '00000000',
  settings: '00000000',
  interpreter: '2v29',
};

async function openWithVitals() {
  const clock = createFakeClock();
  const store = await openTestStore(clock);
  const sync = createSyncStore(store.db, clock);
  const record = (changes: Partial<Vitals>) =>
    sync.recordVitals({
      kioskId: KIOSK_A,
      epoch: EPOCH,
      receivedAtMs: clock.nowMs(),
      vitals: { ...vitals, ...changes },
    });
  return { clock, store, sync, record, pages: createReadModel(store.db) };
}

test('a kiosk that has never answered has no vitals, which is not the same as none waiting', async () => {
  const { pages } = await openWithVitals();
  expect((await pages.listKiosks(STORE_ID))[0]).toMatchObject({
    kioskId: KIOSK_A,
    isSimulated: true,
    lastHeardAtMs: null,
    vitals: null,
    sheetsWaiting: null,
    sheetsNotReceived: 0,
    lastSyncError: null,
  });
});

test('the newest vitals of a day stand, and the exact totals in them stay behind', async () => {
  const { pages, record, clock } = await openWithVitals();
  await record({ batteryPercent: 90 });
  await record({ batteryPercent: 80 });
  const [kiosk] = await pages.listKiosks(STORE_ID);
  expect(kiosk?.vitals?.batteryPercent).toBe(80);
  expect(kiosk?.lastHeardAtMs).toBe(clock.nowMs());
  expect(kiosk?.vitals).not.toHaveProperty('finished');
  expect(kiosk?.vitals).not.toHaveProperty('started');
});

test('sheets wait as long as the kiosk has closed more than are here', async () => {
  const { pages, record, sync } = await openWithVitals();
  await record({ newestSheet: 3 });
  const waiting = [];
  for (const sheetNo of [1, 2, 3]) {
    await sync.takeSheet(makeSheet({ sheetNo }));
    waiting.push((await pages.listKiosks())[0]?.sheetsWaiting);
  }
  expect(waiting).toEqual([2, 1, 0]);
});

test('one row a day is kept, for 400 days', async () => {
  const { store, record, clock } = await openWithVitals();
  for (const days of [0, 1, 1, 400, 401]) {
    clock.set(addDays('2026-03-02', days));
    await record({});
  }
  const rows = await store.db.selectFrom('vitals').select('day').orderBy('day').execute();
  expect(rows.map(({ day }) => day)).toEqual(['2026-03-03', '2027-04-06', '2027-04-07']);
});

test('why a sync failed is remembered until one succeeds', async () => {
  const { store, pages } = await openWithVitals();
  await recordSyncError(store.db, KIOSK_A, 'It did not answer.');
  expect((await pages.listKiosks())[0]?.lastSyncError).toBe('It did not answer.');
  await recordSyncError(store.db, KIOSK_A, null);
  expect((await pages.listKiosks())[0]?.lastSyncError).toBeNull();
});

test('kiosks of another store are not listed', async () => {
  const { pages } = await openWithVitals();
  expect(await pages.listKiosks('store-2')).toEqual([]);
});
