import { beforeAll, describe, expect, test } from 'vitest';
import { breakAt, companionAt, trySync } from './breaking-links';
import { Shelf } from './shelf';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedKiosk, World } from './world';

const MINUTE_MS = 60_000;
const LIMIT_MS = 300_000;

let visited: VisitedKiosk[];

beforeAll(async () => {
  visited = [];
  for (const [index, days] of [1, 2, 1, 3, 2].entries())
    visited.push(await makeVisitedKiosk(index + 40, days, index % 2 === 0 ? 'pixljs' : 'banglejs2'));
});

/** Draws a weather: how many packets in a hundred are sent again or break the link, and how many writes vanish. */
function drawWeather(world: World, kiosks: readonly PlacedKiosk[]): void {
  const again = world.chance() * 0.5;
  const breaks = world.chance() < 0.7 ? world.chance() * 0.02 : 0;
  const vanish = world.chance() * 0.15;
  world.air.fateOf = () => {
    const chance = world.chance();
    return chance < breaks ? 'breaks' : chance < breaks + again ? 'again' : 'arrives';
  };
  world.air.isHeard = () => world.chance() > 0.5;
  for (const { onAir } of kiosks) onAir.losesWrite = () => world.chance() < vanish;
}

function clearSky(world: World, kiosks: readonly PlacedKiosk[]): void {
  world.air.fateOf = () => 'arrives';
  world.air.isHeard = () => true;
  for (const { onAir } of kiosks) onAir.losesWrite = () => false;
}

describe('hundreds of syncs over real stacks', () => {
  test('with the link broken once at every single packet', { timeout: LIMIT_MS }, async () => {
    const known = visited[3];
    if (!known) throw new Error('no kiosk');
    const world = new World(31);
    const kiosk = await world.place(known);
    let number = 1;
    for (; ; number++) {
      const shelf = new Shelf();
      if (!(await breakAt(world, kiosk, number, shelf))) break;
      expect(shelf.totals(known.kioskId)).toEqual(known.totals);
      expect([shelf.conflicts, shelf.gaps]).toEqual([0, []]);
    }
    expect(number).toBeGreaterThan(60);
    world.close();
  });

  test('in two hundred weathers: totals are equal as soon as a sync gets through', {
    timeout: LIMIT_MS,
  }, async () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= 200; seed++) {
      const known = visited[seed % visited.length];
      if (!known) throw new Error('no kiosk');
      const world = new World(seed);
      const kiosk = await world.place(known);
      const { companion, shelf } = companionAt(world, kiosk);
      drawWeather(world, [kiosk]);
      const code = await trySync(world, companion, kiosk);
      ends.set(code, (ends.get(code) ?? 0) + 1);
      await world.time.pass(MINUTE_MS);
      clearSky(world, [kiosk]);
      if (code !== 'none') expect(await trySync(world, companion, kiosk)).toBe('none');
      expect(shelf.totals(known.kioskId)).toEqual(known.totals);
      expect([shelf.conflicts, shelf.gaps]).toEqual([0, []]);
      expect(
        (await trySync(world, companion, kiosk)) === 'none' && shelf.vitals.at(-1)?.vitals.ackedSheet,
      ).toBe(known.sheets);
      world.close();
    }
    expect(ends.get('none')).toBeGreaterThan(20);
    expect(ends.get('link-failed')).toBeGreaterThan(20);
    expect([...ends.keys()].every((code) => ['none', 'link-failed', 'link-silent'].includes(code))).toBe(
      true,
    );
  });

  test('two companions and five kiosks through an hour of bad weather', { timeout: LIMIT_MS }, async () => {
    const world = new World(77);
    const kiosks: PlacedKiosk[] = [];
    for (const known of visited) kiosks.push(await world.place(known));
    const end = new AbortController();
    const shelves = [new Shelf(), new Shelf()];
    for (const store of shelves) void world.companion(kiosks, { store }).keep(kiosks, end.signal);
    for (let quarter = 0; quarter < 4; quarter++) {
      drawWeather(world, kiosks);
      await world.time.pass(15 * MINUTE_MS);
      world.air.capture.length = 0;
    }
    clearSky(world, kiosks);
    await world.time.pass(16 * MINUTE_MS);
    for (const shelf of shelves) {
      for (const { known } of kiosks) expect(shelf.totals(known.kioskId)).toEqual(known.totals);
      expect([shelf.conflicts, shelf.gaps]).toEqual([0, []]);
    }
    end.abort();
    world.close();
  });
});
