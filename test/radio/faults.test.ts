import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { breakAt, companionAt, trySync } from './breaking-links';
import { Shelf } from './shelf';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedKiosk, World } from './world';

let visited: VisitedKiosk;
let world: World;
let kiosk: PlacedKiosk;

beforeAll(async () => {
  visited = await makeVisitedKiosk(23, 2);
});
beforeEach(async () => {
  world = new World(29);
  kiosk = await world.place(visited);
});
afterEach(() => world.close());

describe('over a link that is not good', () => {
  test('a break at every eleventh packet of a sync leaves totals that the next sync completes', async () => {
    let number = 1;
    for (; ; number += 11) {
      const shelf = new Shelf();
      if (!(await breakAt(world, kiosk, number, shelf))) break;
      expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
      expect([shelf.conflicts, shelf.gaps]).toEqual([0, []]);
    }
    expect(number).toBeGreaterThan(60);
  });

  test('four packets of ten sent again and writes that vanish only make it slower', async () => {
    world.air.fateOf = () => (world.chance() < 0.4 ? 'again' : 'arrives');
    kiosk.onAir.losesWrite = () => world.chance() < 0.1;
    const { companion, shelf } = companionAt(world, kiosk);
    expect(await trySync(world, companion, kiosk)).toBe('none');
    expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
  });

  test('flash work that stops the kiosk for up to a second at a time only makes it slower', async () => {
    const { companion, shelf } = companionAt(world, kiosk);
    let stalls = 0;
    world.air.fateOf = ({ to }) => {
      if (to === kiosk.onAir.address && world.chance() < 0.15) {
        kiosk.onAir.stall(world.chance() * 1000);
        stalls++;
      }
      return 'arrives';
    };
    expect(await trySync(world, companion, kiosk)).toBe('none');
    expect(stalls).toBeGreaterThan(5);
    expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
  });

  test('a link over which nothing comes any more ends after four seconds, and the sync with it', async () => {
    const { companion, shelf } = companionAt(world, kiosk);
    let packets = 0;
    world.air.fateOf = () => (++packets > 60 ? 'again' : 'arrives');
    const startedAtMs = world.time.nowMs;
    expect(await trySync(world, companion, kiosk)).toBe('link-failed');
    expect(world.time.nowMs - startedAtMs).toBeLessThan(12_000);
    world.air.fateOf = () => 'arrives';
    expect(await trySync(world, companion, kiosk)).toBe('none');
    expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
  });
});
