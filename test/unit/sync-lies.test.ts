import { beforeEach, describe, expect, test } from 'vitest';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import { createReadModel, type ReadModel } from '../../companion/store/read-model';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import type { SyncStore } from '../../companion/sync/store-port';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { judgeKiosk } from '../../companion/web/panels/judge-kiosk';
import { TALLY_MAX } from '../../shared/tallies';
import { packContents } from '../../shared/wire/sheet-contents';
import { KEY, KIOSK_ID } from './link-kiosk';
import { type LyingKiosk, makeLyingKiosk } from './lying-kiosk';
import { openTestStore } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const DAY = 20_514;
const kioskId = Buffer.from(KIOSK_ID).toString('hex');
let kiosk: LyingKiosk;
let clock: ReturnType<typeof createFakeClock>;
let store: SyncStore;
let pages: ReadModel;
let heldSheets: () => Promise<readonly (readonly [number, string])[]>;

beforeEach(async () => {
  kiosk = makeLyingKiosk();
  clock = createFakeClock('2026-03-02');
  const opened = await openTestStore(clock);
  await saveKiosk(opened, { storeId: STORE_ID, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
  store = createSyncStore(opened.db, clock);
  pages = createReadModel(opened.db);
  heldSheets = async () =>
    (await opened.db.selectFrom('sheet').select(['sheetNo', 'state']).orderBy('sheetNo').execute()).map(
      ({ sheetNo, state }) => [sheetNo, state] as const,
    );
});

const sync = () =>
  syncKiosk(kiosk.device, {
    store,
    clock,
    timer: kiosk.timer,
    makeNonce: () => new Uint8Array(8).fill(7),
    findKey: () => KEY,
    findSettings: async () => null,
    doubtClock: async () => null,
  });

const countsOf = (visits: number): number[] => drawVisits(seededRandom(visits), visits);

/** Closes honest sheets up to this number. */
function closeUpTo(sheetNo: number): void {
  const { claims } = kiosk;
  for (let no = claims.newestSheet + 1; no <= sheetNo; no++)
    claims.sheets.set(no, packContents({ epochDay: DAY, counts: countsOf(30 + no) }));
  claims.oldestSheet ||= 1;
  claims.newestSheet = sheetNo;
}

async function readAdvice(): Promise<string> {
  const [seen] = (await pages.listKiosks()).filter((one) => one.kioskId === kioskId);
  if (!seen) throw new Error('no kiosk');
  return judgeKiosk(seen, clock.nowMs()).advice.join(' ');
}

describe('a kiosk with the right key that lies', () => {
  test('is believed as long as it does not', async () => {
    closeUpTo(2);
    expect(await sync()).toMatchObject({ taken: 2, conflicts: 0, missing: 0, sheetNo: 2 });
    expect(kiosk.claims.ackedSheet).toBe(2);
  });

  test('about counts: a sheet with more answers than checks is set aside and shown, the others count', async () => {
    closeUpTo(3);
    const counts = countsOf(32).map((count, at) => (at === 17 ? 9999 : count));
    kiosk.claims.sheets.set(2, packContents({ epochDay: DAY, counts }));
    expect(await sync()).toMatchObject({ taken: 2, conflicts: 1 });
    expect(await heldSheets()).toEqual([
      [1, 'waiting'],
      [2, 'late'],
      [3, 'waiting'],
    ]);
    expect(await readAdvice()).toContain('1 sheet set aside');
    expect(kiosk.claims.ackedSheet).toBe(3);
  });

  test('about totals that go down: they are neither shown nor counted, so nothing changes', async () => {
    closeUpTo(1);
    Object.assign(kiosk.claims, { started: 900, finished: 800 });
    await sync();
    const before = [await heldSheets(), await readAdvice()];
    Object.assign(kiosk.claims, { started: 9, finished: 8 });
    expect(await sync()).toMatchObject({ taken: 0, conflicts: 0, missing: 0 });
    expect([await heldSheets(), await readAdvice()]).toEqual(before);
  });

  test('about sheets that it has sent before: each that differs is found, the true ones stay', async () => {
    closeUpTo(3);
    await sync();
    for (const sheetNo of [2, 3])
      kiosk.claims.sheets.set(sheetNo, packContents({ epochDay: DAY, counts: countsOf(50 + sheetNo) }));
    closeUpTo(4);
    expect(await sync()).toMatchObject({ taken: 1, conflicts: 2 });
    kiosk.claims.newestSheet = 2;
    expect(await sync()).toMatchObject({ taken: 0, conflicts: 1 });
    expect((await heldSheets()).map(([, state]) => state)).toEqual(Array(4).fill('waiting'));
    expect(await readAdvice()).toContain('2 sheets set aside');
  });

  test('about a sheet that is here and gone there: it is not missing', async () => {
    closeUpTo(2);
    await sync();
    Object.assign(kiosk.claims, { ackedSheet: 0 });
    kiosk.claims.sheets.delete(1);
    expect(await sync()).toMatchObject({ taken: 0, missing: 0 });
    expect(await readAdvice()).not.toContain('missing');
  });

  test.each([
    { name: 'number', named: () => ({ sheetNo: 1, epoch: Buffer.from('0badcafe', 'hex') }), taken: 1 },
    { name: 'epoch', named: (sheetNo: number) => ({ sheetNo, epoch: Buffer.alloc(4) }), taken: 0 },
  ])('about the $name under which a sheet is sealed: it is not taken', async ({ named, taken }) => {
    closeUpTo(2);
    kiosk.claims.named = named;
    await expect(sync()).rejects.toMatchObject({ code: 'key-wrong' });
    expect(await heldSheets()).toHaveLength(taken);
  });

  test('about a sheet that never closed: it is asked once, and the sync ends', async () => {
    closeUpTo(1);
    kiosk.claims.refusal = 2;
    await expect(sync()).rejects.toMatchObject({ code: 'kiosk-refused' });
    expect(kiosk.asked.filter((asked) => asked === 3)).toHaveLength(1);
  });

  test.each<{ name: string; head: LyingKiosk['claims']['head'] }>([
    { name: 'which chunk it sends', head: (id, chunk, chunks) => [id, chunk && chunk - 1, chunks] },
    { name: 'how many chunks there are', head: (id, chunk, chunks) => [id, chunk, chunks + chunk] },
    { name: 'what it answers to', head: (id, chunk, chunks) => [(id % 255) + 1, chunk, chunks] },
  ])('about $name: nothing is put together from it', async ({ head }) => {
    closeUpTo(1);
    kiosk.claims.head = head;
    await expect(sync()).rejects.toMatchObject({ code: 'link-silent' });
    expect(await heldSheets()).toEqual([]);
  });

  test('about numbers that jump: what is left out is said to be missing, and still counts when it comes', async () => {
    closeUpTo(2);
    await sync();
    const { claims } = kiosk;
    const honest = claims.sheets.get(2) ?? new Uint8Array();
    Object.assign(claims, { oldestSheet: 900, newestSheet: 900 });
    claims.sheets.set(900, honest);
    expect(await sync()).toMatchObject({ taken: 1, missing: 897 });
    expect(await readAdvice()).toContain('897 sheets');
    Object.assign(claims, { oldestSheet: 1, newestSheet: 2, ackedSheet: 2 });
    closeUpTo(4);
    expect(await sync()).toMatchObject({ taken: 2, conflicts: 0 });
    expect((await heldSheets()).map(([sheetNo]) => sheetNo)).toEqual([1, 2, 3, 4, 900]);
  });

  test('about more sheets than any ledger holds: nothing is taken, and the truth is believed afterwards', async () => {
    closeUpTo(2);
    kiosk.claims.newestSheet = 1001;
    await expect(sync()).rejects.toMatchObject({ code: 'kiosk-lies' });
    expect(await heldSheets()).toEqual([]);
    kiosk.claims.newestSheet = 2;
    expect(await sync()).toMatchObject({ taken: 2 });
  });

  test('about what made room: a sheet that has not closed yet is not given up', async () => {
    closeUpTo(2);
    await sync();
    kiosk.claims.oldestSheet = 4;
    await expect(sync()).rejects.toMatchObject({ code: 'kiosk-lies' });
    kiosk.claims.oldestSheet = 1;
    closeUpTo(8);
    clock.set(addDays('2026-03-02', 40));
    expect(await sync()).toMatchObject({ taken: 6, missing: 0 });
    expect((await heldSheets()).every(([, state]) => state === 'waiting')).toBe(true);
  });

  test('about how long a sheet is under its seal: nothing is taken from there on, and the kiosk keeps it', async () => {
    closeUpTo(2);
    kiosk.claims.lengthExtra = 80;
    await expect(sync()).rejects.toMatchObject({ code: 'key-wrong' });
    kiosk.claims.lengthExtra = -4;
    await expect(sync()).rejects.toMatchObject({ code: 'sheet-unreadable' });
    expect([await heldSheets(), kiosk.claims.ackedSheet]).toEqual([[], 0]);
    kiosk.claims.lengthExtra = 0;
    expect(await sync()).toMatchObject({ taken: 2 });
  });
});

test('the longest sheets there are, of full counters, come across whole', async () => {
  const counts = countsOf(400).map((count) => Math.min(count * 9000, TALLY_MAX));
  const packed = packContents({ epochDay: DAY, counts });
  expect(packed.length).toBeGreaterThan(240);
  closeUpTo(1);
  kiosk.claims.sheets.set(1, packed);
  expect(await sync()).toMatchObject({ taken: 1, conflicts: 0 });
});
