import { describe, expect, test } from 'vitest';
import { createReadModel } from '../../companion/store/read-model';
import { createSyncStore } from '../../companion/store/sync-store';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, KIOSK_B, makeSheet } from './store-sheets';

async function openForSync() {
  const clock = createFakeClock();
  const store = await openTestStore(clock);
  return { clock, store, sync: createSyncStore(store.db, clock), pages: createReadModel(store.db) };
}

describe('a sheet', () => {
  test('is taken once and known when it comes again', async () => {
    const { sync, store } = await openForSync();
    expect(await sync.takeSheet(makeSheet({ sheetNo: 1 }))).toBe('taken');
    expect(await sync.takeSheet(makeSheet({ sheetNo: 1 }))).toBe('known');
    expect(await store.db.selectFrom('sheet').selectAll().execute()).toHaveLength(1);
  });

  test('with the same number is another sheet on another kiosk and in another epoch', async () => {
    const { sync } = await openForSync();
    for (const sheet of [{}, { kioskId: KIOSK_B }, { epoch: 'ffffffff' }]) {
      expect(await sync.takeSheet(makeSheet({ sheetNo: 1, ...sheet }))).toBe('taken');
    }
  });

  test('with other contents is quarantined, shown, and changes nothing', async () => {
    const { sync, store, pages } = await openForSync();
    await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 10 }));
    const before = await store.db.selectFrom('sheet').selectAll().execute();
    for (let arrival = 0; arrival < 2; arrival++) {
      expect(await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 11 }))).toBe('conflict');
    }
    expect(await store.db.selectFrom('sheet').selectAll().execute()).toEqual(before);
    expect((await pages.listKiosks())[0]?.sheetsQuarantined).toBe(1);
  });

  test('of a kiosk that nobody added is refused', async () => {
    const { sync } = await openForSync();
    await expect(
      sync.takeSheet(makeSheet({ sheetNo: 1, kioskId: 'c000000000000003' })),
    ).rejects.toMatchObject({
      code: 'kiosk-unknown',
    });
  });

  const days = [
    { name: 'keeps the day on which it closed', closedDay: 20_513, expected: '2026-03-01' },
    { name: 'without a day is dated to the day it arrives', closedDay: null, expected: '2026-03-02' },
    {
      name: 'from a day that has not come is dated to the day it arrives',
      closedDay: 20_600,
      expected: '2026-03-02',
    },
  ];
  for (const { name, closedDay, expected } of days) {
    test(name, async () => {
      const { sync, store } = await openForSync();
      await sync.takeSheet(makeSheet({ sheetNo: 1, closedDay }));
      expect(await store.db.selectFrom('sheet').select('closedDay').execute()).toEqual([
        { closedDay: expected },
      ]);
    });
  }
});

test('a clock that is set back lets no sheet arrive before the one below, whenever the first came', async () => {
  const { clock, sync, store } = await openForSync();
  for (const [sheetNo, day] of [
    [1, '2026-03-02'],
    [2, '2026-03-20'],
    [3, '2026-03-05'],
  ] as const) {
    clock.set(day);
    await sync.takeSheet(makeSheet({ sheetNo }));
  }
  const days = await store.db.selectFrom('sheet').select('arrivedDay').orderBy('sheetNo').execute();
  expect(days.map(({ arrivedDay }) => arrivedDay)).toEqual(['2026-03-02', '2026-03-20', '2026-03-20']);
});

describe('the next sheet needed', () => {
  const cases = [
    { name: 'is 1 in a new epoch', sheets: [], gaps: [], expected: 1 },
    { name: 'follows the sheets that are here', sheets: [1, 2, 3], gaps: [], expected: 4 },
    { name: 'is the first that is missing', sheets: [1, 2, 4], gaps: [], expected: 3 },
    { name: 'passes over what the kiosk no longer holds', sheets: [4], gaps: [[1, 3]], expected: 5 },
    { name: 'stands after a gap at the end', sheets: [1], gaps: [[2, 9]], expected: 10 },
    {
      name: 'bears a sheet that came although it was said to be gone',
      sheets: [2, 5],
      gaps: [[1, 4]],
      expected: 6,
    },
  ];
  for (const { name, sheets, gaps, expected } of cases) {
    test(name, async () => {
      const { sync } = await openForSync();
      for (const [fromSheetNo = 0, toSheetNo = 0] of gaps) {
        await sync.recordGap({ kioskId: KIOSK_A, epoch: EPOCH, fromSheetNo, toSheetNo });
        await sync.recordGap({ kioskId: KIOSK_A, epoch: EPOCH, fromSheetNo, toSheetNo });
      }
      for (const sheetNo of sheets) await sync.takeSheet(makeSheet({ sheetNo }));
      expect(await sync.nextSheetNeeded(KIOSK_A, EPOCH)).toBe(expected);
      expect(await sync.nextSheetNeeded(KIOSK_A, 'ffffffff')).toBe(1);
    });
  }

  test('sheets that never came are counted for the kiosk pages', async () => {
    const { sync, pages } = await openForSync();
    await sync.recordGap({ kioskId: KIOSK_A, epoch: EPOCH, fromSheetNo: 1, toSheetNo: 4 });
    for (const sheetNo of [5, 6, 9]) await sync.takeSheet(makeSheet({ sheetNo }));
    expect((await pages.listKiosks())[0]?.sheetsNotReceived).toBe(6);
  });
});
