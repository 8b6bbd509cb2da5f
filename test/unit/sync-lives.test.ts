import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { createReadModel } from '../../companion/store/read-model';
import { createApp } from '../../companion/web/app';
import { anyLife, liveThrough } from './sync-lives';
import { jumpTo, makeSyncWorld, readTotals, type SyncWorld } from './sync-world';
import { makeDeps } from './web-fixture';

const LIMIT_MS = 120_000;

test(
  'whatever goes wrong between a kiosk and two companions, their totals are what a plain model says',
  async () => {
    await fc.assert(fc.asyncProperty(anyLife, liveThrough), { numRuns: 12 });
  },
  LIMIT_MS,
);

const openWorld = (seed: number): Promise<SyncWorld> => makeSyncWorld(seededRandom(seed).next32);

test('a full disk takes nothing, acknowledges nothing and loses nothing', async () => {
  const world = await openWorld(1);
  let refused = 0;
  for (let sheet = 0; sheet < 24; sheet++) {
    world.close(5);
    refused += await world.sync(0, { kind: 'full disk' }).then(
      () => 0,
      (error: unknown) => {
        expect(String(error)).toMatch(/full/i);
        return 1;
      },
    );
  }
  expect(refused).toBeGreaterThan(0);
  await world.sync(0);
  expect((await readTotals(world.companions[0])).totals[0]).toBe(24 * 5);
});

test('a link that loses nine steps of ten gets every sheet across in the end, or nothing, but never a wrong total', async () => {
  const world = await openWorld(2);
  for (let sheet = 0; sheet < 3; sheet++) world.close(7);
  for (let seed = 0; seed < 60; seed++) {
    await world.sync(0, { kind: 'link', percent: 90, faults: ['lose'], seed }).catch(() => undefined);
    const { totals } = await readTotals(world.companions[0]);
    expect([0, 7, 14, 21]).toContain(totals[0]);
  }
  await world.sync(0);
  expect((await readTotals(world.companions[0])).totals[0]).toBe(21);
});

/** What the kiosks page says to the owner. */
async function readKiosksPage({ companions: [{ store, clock }] }: SyncWorld): Promise<string> {
  const app = createApp(makeDeps({ readModel: createReadModel(store.db), nowMs: clock.nowMs }));
  return (await app.request('/kiosks')).text();
}

test('a kiosk whose flash went back in time is found out, even after it has caught up: set aside, shown, never merged', async () => {
  const world = await openWorld(3);
  world.close(5);
  world.close(6);
  await world.sync(0);
  const earlier = world.kiosk.board.flash.slice();
  world.close(7);
  world.close(8);
  await world.sync(0);
  expect(await readKiosksPage(world)).not.toContain('set aside');
  world.startFrom(earlier);
  for (const checks of [17, 18, 19]) world.close(checks);
  const { taken, conflicts } = await world.sync(0);
  expect([taken, conflicts]).toEqual([1, 2]);
  const { totals, quarantined } = await readTotals(world.companions[0]);
  expect(totals[0]).toBe(5 + 6 + 7 + 8 + 19);
  expect(quarantined.map((key) => key.split(' ')[1])).toEqual(['3', '4']);
  expect(await readKiosksPage(world)).toContain('2 sheets set aside');
  expect(await world.sync(0)).toMatchObject({ taken: 0, conflicts: 0 });
});

test('a second companion finds out, too, after the first has acknowledged what was counted anew', async () => {
  const world = await openWorld(8);
  world.close(5);
  world.close(6);
  for (const who of [0, 1] as const) await world.sync(who);
  const earlier = world.kiosk.board.flash.slice();
  world.close(7);
  world.close(8);
  for (const who of [0, 1] as const) await world.sync(who);
  world.startFrom(earlier);
  for (const checks of [17, 18, 19]) world.close(checks);
  expect(await world.sync(0)).toMatchObject({ taken: 1, conflicts: 2 });
  expect(await world.sync(1)).toMatchObject({ taken: 1, conflicts: 2 });
  for (const companion of world.companions) {
    const { totals, quarantined } = await readTotals(companion);
    expect([totals[0], quarantined.map((key) => key.split(' ')[1])]).toEqual([
      5 + 6 + 7 + 8 + 19,
      ['3', '4'],
    ]);
  }
  world.close(20);
  for (const who of [0, 1] as const) expect(await world.sync(who)).toMatchObject({ taken: 1, conflicts: 0 });
});

test('a second companion finds out while the kiosk still counts below what it holds', async () => {
  const world = await openWorld(9);
  const empty = world.kiosk.board.flash.slice();
  for (const checks of [5, 6, 7]) world.close(checks);
  for (const who of [0, 1] as const) await world.sync(who);
  world.startFrom(empty);
  world.close(9);
  for (const who of [0, 1] as const) expect(await world.sync(who)).toMatchObject({ taken: 0, conflicts: 1 });
  expect((await readTotals(world.companions[1])).totals[0]).toBe(18);
});

test('a kiosk whose numbers go backwards changes nothing that was taken', async () => {
  const world = await openWorld(4);
  const empty = world.kiosk.board.flash.slice();
  for (const checks of [5, 6, 7]) world.close(checks);
  await world.sync(0);
  world.startFrom(empty);
  world.close(9);
  expect(await world.sync(0)).toMatchObject({ sheetNo: 1, taken: 0, conflicts: 1 });
  expect((await readTotals(world.companions[0])).totals[0]).toBe(18);
});

test('a sheet that no kiosk can have counted is set aside and shown, and later ones count', async () => {
  const world = await openWorld(5);
  world.close(5);
  world.kiosk.closeImpossibleSheet();
  world.close(6);
  expect(await world.sync(0)).toMatchObject({ sheetNo: 3, taken: 2, conflicts: 1 });
  jumpTo(world.companions[0], 20);
  const { totals, numbers } = await readTotals(world.companions[0]);
  expect(totals[0]).toBe(11);
  expect(numbers).toHaveLength(2);
  expect(await readKiosksPage(world)).toContain('1 sheet set aside');
});

test('a kiosk that was reset begins anew, and what came before it stays', async () => {
  const world = await openWorld(6);
  world.close(5);
  await world.sync(0);
  const before = world.epoch();
  world.startFrom('empty');
  expect(world.epoch()).not.toBe(before);
  world.close(8);
  expect(await world.sync(0)).toMatchObject({ sheetNo: 1, taken: 1, conflicts: 0 });
  expect((await readTotals(world.companions[0])).totals[0]).toBe(13);
});

test('a companion whose clock stands in 1970 asks no kiosk and dates no sheet', async () => {
  const world = await openWorld(7);
  world.close(5);
  world.companions[0].clock.set('1970-01-01');
  await expect(world.sync(0)).rejects.toMatchObject({ code: 'clock-wrong' });
  jumpTo(world.companions[0], 3);
  expect(await world.sync(0)).toMatchObject({ taken: 1 });
});
