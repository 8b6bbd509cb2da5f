import { expect, test } from 'vitest';
import { publishDue } from '../../companion/release/release-store';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { listReleases } from '../../companion/store/release';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays, isoDate, nextMonday } from '../../companion/store-day';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, KIOSK_A, KIOSK_B, makeSheet, STORE_ID } from './store-sheets';

async function openForRelease() {
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock);
  return {
    clock,
    store,
    sync: createSyncStore(store.db, clock),
    publish: async () => (await publishDue(store, clock, trustingAuditor())).released,
  };
}

test('a release says bands, days and kiosks, and is stored as it was returned', async () => {
  const { clock, store, sync, publish } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 57 }));
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 58, kioskId: KIOSK_B }));
  expect(await publish()).toEqual([]);
  clock.set('2026-03-09');
  const [release, ...others] = await publish();
  expect(others).toEqual([]);
  expect(release).toMatchObject({
    storeId: STORE_ID,
    spanNo: 1,
    firstDay: '2026-03-02',
    lastDay: '2026-03-08',
    publishedOn: '2026-03-09',
    isSimulated: true,
    finished: 110,
    started: null,
    kiosks: 2,
  });
  expect(release?.bands).toEqual([110, ...new Array(107).fill(null)]);
  expect(await listReleases(store.db, STORE_ID)).toEqual([release]);
});

test('a store with too few checks waits for as many weeks as it takes', async () => {
  const { clock, sync, publish } = await openForRelease();
  const published: string[] = [];
  for (let week = 0; week < 12; week++) {
    clock.set(addDays('2026-03-04', 7 * week));
    await sync.takeSheet(makeSheet({ sheetNo: week + 1, kneeChecks: 20 }));
    clock.set(addDays('2026-03-09', 7 * week));
    for (const { firstDay, publishedOn } of await publish()) published.push(`${firstDay} ${publishedOn}`);
  }
  expect(published).toEqual(['2026-03-04 2026-04-06', '2026-04-06 2026-05-11']);
});

test('a companion that was off publishes the Mondays it missed as if it had been on', async () => {
  const results = [];
  for (const isOn of [true, false]) {
    const { clock, sync, publish } = await openForRelease();
    const made = [];
    for (let day = 0; day < 70; day++) {
      clock.set(addDays('2026-03-02', day));
      if (isOn) made.push(...(await publish()));
      if (day % 2 === 0) await sync.takeSheet(makeSheet({ sheetNo: day / 2 + 1, kneeChecks: 17 }));
    }
    results.push([...made, ...(await publish())]);
  }
  expect(results[0]?.length).toBeGreaterThan(3);
  expect(results[1]).toEqual(results[0]);
});

test('a stored release never changes, whatever arrives later', async () => {
  const { clock, store, sync, publish } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  await publish();
  const before = await store.db.selectFrom('release').selectAll().execute();
  expect(await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }))).toBe('known');
  expect(await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 101 }))).toBe('conflict');
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 100, closedDay: 20_514 }));
  expect(await publish()).toEqual([]);
  clock.set('2026-03-16');
  expect(await publish()).toMatchObject([{ spanNo: 2, firstDay: '2026-03-09', finished: 100 }]);
  expect(await store.db.selectFrom('release').selectAll().where('spanNo', '=', 1).execute()).toEqual(before);
});

test('a sheet whose number was given up is acknowledged and counted nowhere', async () => {
  const { clock, store, sync, publish } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 100 }));
  clock.set('2026-03-30');
  expect(await publish()).toMatchObject([{ finished: 100, publishedOn: '2026-03-30' }]);
  expect(await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }))).toBe('taken');
  expect(await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }))).toBe('known');
  clock.set('2026-05-04');
  expect(await publish()).toEqual([]);
  expect(await store.db.selectFrom('sheet').selectAll().where('sheetNo', '=', 1).execute()).toMatchObject([
    { state: 'late', counts: null },
  ]);
});

test('a number is given up on the same Monday whether the companion ran then or later', async () => {
  const { clock, store, sync, publish } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 100 }));
  clock.set('2026-03-31');
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 })); // a day after it was given up
  clock.set('2026-04-20');
  expect(await publish()).toMatchObject([{ finished: 100, publishedOn: '2026-03-30' }]);
  const late = store.db.selectFrom('sheet').selectAll().where('sheetNo', '=', 1);
  expect(await late.execute()).toMatchObject([{ state: 'late', counts: null }]);
  expect((await listKioskHealth(store.db))[0]?.sheetsNotReceived).toBe(1);
});

test('a clock that was set back brings no release on a Monday that has passed', async () => {
  const { clock, sync, publish } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-16');
  expect(await publish()).toMatchObject([{ publishedOn: '2026-03-09' }]);
  clock.set('2026-03-01');
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 100 }));
  clock.set('2026-03-15');
  expect(await publish()).toEqual([]);
  clock.set('2026-03-16');
  expect(await publish()).toMatchObject([{ firstDay: '2026-03-09', publishedOn: '2026-03-16' }]);
});

test('a sheet that is here is never given up because the clock was set back after it came', async () => {
  for (const days of [-28, -400]) {
    const { clock, store, sync, publish } = await openForRelease();
    await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 60 }));
    clock.set(addDays('2026-03-02', days));
    await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 60 }));
    clock.set('2026-06-01');
    expect(await publish()).toMatchObject([{ finished: 120 }]);
    expect((await listKioskHealth(store.db))[0]?.sheetsNotReceived).toBe(0);
  }
});

test('each store has spans of its own', async () => {
  const { clock, store, sync, publish } = await openForRelease();
  await store.db
    .insertInto('store')
    .values({ storeId: 'store-2', name: 'Two', isSimulated: 1, region: null })
    .execute();
  await store.db.updateTable('kiosk').set({ storeId: 'store-2' }).where('kioskId', '=', KIOSK_B).execute();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100, kioskId: KIOSK_A }));
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 99, kioskId: KIOSK_B }));
  clock.set('2026-03-09');
  expect((await publish()).map(({ storeId }) => storeId)).toEqual([STORE_ID]);
});

const mondays = [
  { day: '2026-03-01', monday: '2026-03-02' },
  { day: '2026-03-02', monday: '2026-03-09' },
  { day: '2026-12-29', monday: '2027-01-04' },
  { day: '1969-12-31', monday: '1970-01-05' },
];
test.each(mondays)('the Monday after $day is $monday', ({ day, monday }) => {
  expect(nextMonday(day)).toBe(monday);
});

test('days are counted from 1970', () => {
  expect(isoDate(20_514)).toBe('2026-03-02');
});
