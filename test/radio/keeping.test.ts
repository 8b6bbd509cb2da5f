import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { believeClock, createClockGuard } from '../../companion/clock-guard/clock-guard';
import { makeTemporaryFolder, openTestStore } from '../unit/store-fixtures';
import { createFakeClock } from '../unit/store-sheets';
import { Shelf } from './shelf';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedCompanion, type PlacedKiosk, World } from './world';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let visited: VisitedKiosk[];
let world: World;
let end: AbortController;

beforeAll(async () => {
  visited = [];
  for (const [index, days] of [1, 2, 3, 1, 2].entries())
    visited.push(await makeVisitedKiosk(index + 1, days));
});
beforeEach(() => {
  world = new World(17);
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  world.close();
});

async function placeAll(count: number): Promise<PlacedKiosk[]> {
  const kiosks: PlacedKiosk[] = [];
  for (const known of visited.slice(0, count)) kiosks.push(await world.place(known));
  return kiosks;
}

const expectAllTotals = (shelf: Shelf, kiosks: readonly PlacedKiosk[]): void => {
  for (const { known } of kiosks) expect(shelf.totals(known.kioskId)).toEqual(known.totals);
  expect([shelf.conflicts, shelf.gaps]).toEqual([0, []]);
};

const lastCause = ({ outcomes }: PlacedCompanion): string => outcomes.at(-1)?.slice(17) ?? '';

describe('a companion that looks after kiosks over real stacks', () => {
  test('fetches everything of five at once, one link at a time, and then only vitals every 15 minutes', async () => {
    const kiosks = await placeAll(5);
    const shelf = new Shelf();
    const companion = world.companion(kiosks, { store: shelf });
    let links = 0;
    companion.adapter.controller.on('data', () => {
      links = Math.max(links, companion.adapter.controller.linkCount);
    });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(MINUTE_MS);
    expectAllTotals(shelf, kiosks);
    expect([links, companion.syncs]).toEqual([1, 5]);
    await world.time.pass(13 * MINUTE_MS);
    expect(companion.syncs).toBe(5);
    await world.time.pass(3 * MINUTE_MS);
    expect(companion.syncs).toBe(10);
    expect(new Set(companion.outcomes.map((outcome) => outcome.slice(17)))).toEqual(new Set(['well']));
  });

  test('comes when an advert tells of a new sheet, long before the next vitals', async () => {
    const [kiosk] = await placeAll(1);
    if (!kiosk) throw new Error('no kiosk');
    const shelf = new Shelf();
    const companion = world.companion([kiosk], { store: shelf });
    void companion.keep([kiosk], end.signal);
    await world.time.pass(2 * MINUTE_MS);
    expect(companion.syncs).toBe(1);
    kiosk.visit();
    kiosk.board.advance(DAY_MS);
    await world.time.pass(MINUTE_MS);
    expect(companion.syncs).toBe(2);
    expect(shelf.sheets.size).toBe(kiosk.known.sheets + 1);
  });

  test('shares a kiosk with another companion: both have every sheet, and neither blocks it', async () => {
    const kiosks = await placeAll(3);
    const shelves = [new Shelf(), new Shelf()];
    const companions = shelves.map((store) => world.companion(kiosks, { store }));
    for (const companion of companions) void companion.keep(kiosks, end.signal);
    await world.time.pass(10 * MINUTE_MS);
    for (const shelf of shelves) expectAllTotals(shelf, kiosks);
  });

  test('opens an adapter that hears nothing any more anew, says so meanwhile, and goes on', async () => {
    const kiosks = await placeAll(2);
    const shelf = new Shelf();
    const companion = world.companion(kiosks, { store: shelf });
    const { adapter, link } = companion;
    const { open } = adapter;
    adapter.open = () => {
      adapter.controller.isDeaf = link.status().restarts < 2;
      return open();
    };
    adapter.controller.isDeaf = true;
    void companion.keep(kiosks, end.signal);
    await world.time.pass(6 * MINUTE_MS);
    expect(shelf.sheets.size).toBe(0);
    expect(lastCause(companion)).toContain('hears nothing at all');
    await world.time.pass(2 * MINUTE_MS);
    expect(link.status().restarts).toBe(2);
    expectAllTotals(shelf, kiosks);
  });

  test('waits for an adapter without power, and for one that is plugged in later', async () => {
    const kiosks = await placeAll(1);
    const shelf = new Shelf();
    const companion = world.companion(kiosks, { store: shelf, isUp: false });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(3 * MINUTE_MS);
    expect(companion.link.status()).toMatchObject({ isPoweredOn: false, statesSeen: ['poweredOff'] });
    expect(lastCause(companion)).toBe('no power');
    companion.adapter.isUp = true;
    await world.time.pass(2 * MINUTE_MS);
    expectAllTotals(shelf, kiosks);
  });

  test.each([
    { where: 'far away', rssi: -93, cause: 'out of range' },
    { where: 'switched off', rssi: -50, cause: 'switched off or without power' },
  ])('says of a kiosk that is $where what is likely, and comes as soon as it is back', async (world0) => {
    const kiosks = await placeAll(2);
    const [kiosk, other] = kiosks;
    if (!kiosk || !other) throw new Error('no kiosk');
    const companion = world.companion(kiosks, { store: new Shelf() });
    world.air.rssiOf = (from) => (from === kiosk.onAir.address ? world0.rssi : -40);
    void companion.keep(kiosks, end.signal);
    await world.time.pass(MINUTE_MS);
    world.air.isHeard = (from) => from !== kiosk.onAir.address;
    await world.time.pass(16 * MINUTE_MS);
    const said = companion.outcomes.filter((outcome) => outcome.startsWith(kiosk.known.kioskId));
    expect(said.at(-1)).toContain(world0.cause);
    expect(companion.outcomes.filter((outcome) => outcome.startsWith(other.known.kioskId)).at(-1)).toContain(
      'well',
    );
    world.air.isHeard = () => true;
    await world.time.pass(MINUTE_MS);
    expect(companion.outcomes.at(-1)).toBe(`${kiosk.known.kioskId} well`);
  });

  test('says that a key is wrong, backs off, and lets the other kiosks have their turn', async () => {
    const kiosks = await placeAll(2);
    const [kiosk, other] = kiosks;
    if (!kiosk || !other) throw new Error('no kiosk');
    const shelf = new Shelf();
    const companion = world.companion(kiosks, {
      store: shelf,
      findKey: (kioskId) => (kioskId === other.known.kioskId ? other.known.key : new Uint8Array(16)),
    });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(16 * MINUTE_MS);
    expectAllTotals(shelf, [other]);
    const said = companion.outcomes.filter((outcome) => outcome.startsWith(kiosk.known.kioskId));
    expect(said.at(-1)).toContain('not sealed with the key that this companion holds');
    expect(said.length).toBeLessThan(12);
  });

  test('asks no kiosk while its own clock stands in 1970, says so, and comes once that is set', async () => {
    const kiosks = await placeAll(2);
    const shelf = new Shelf();
    let clockOffMs = -Date.UTC(2026, 3, 20);
    const companion = world.companion(kiosks, { store: shelf, clockOffMs: () => clockOffMs });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(5 * MINUTE_MS);
    expect(shelf.sheets.size).toBe(0);
    expect([...new Set(companion.outcomes.map((outcome) => outcome.slice(17)))]).toEqual([
      'The clock of this machine is wrong, so no kiosk is asked. Set it, or let it be set over the network.',
    ]);
    clockOffMs = 0;
    await world.time.pass(16 * MINUTE_MS);
    expect(lastCause(companion)).toBe('well');
    expectAllTotals(shelf, kiosks);
  });

  test('takes nothing while its own clock has leapt, says what to do, and comes once that is set back', async () => {
    const kiosks = await placeAll(2);
    const shelf = new Shelf();
    const folder = makeTemporaryFolder();
    const { db } = await openTestStore(createFakeClock());
    let clockOffMs = 0;
    const clock = {
      nowMs: () => Date.UTC(2026, 3, 20) + world.time.nowMs + clockOffMs,
      minutesFromUtc: () => 0,
    };
    believeClock(clock, folder);
    clockOffMs = 5 * 365 * DAY_MS;
    const companion = world.companion(kiosks, {
      store: shelf,
      clockOffMs: () => clockOffMs,
      doubtClock: (kioskUnixS) => createClockGuard(clock, folder, db).doubtBeside(kioskUnixS),
    });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(5 * MINUTE_MS);
    expect([shelf.sheets.size, shelf.vitals.length]).toEqual([0, 0]);
    expect(lastCause(companion)).toMatch(
      /^The clock of this machine is not believed\..*Set the clock; if it is right, run: counterstep clock --today 2031-04-19/,
    );
    clockOffMs = 0;
    await world.time.pass(16 * MINUTE_MS);
    expect(lastCause(companion)).toBe('well');
    expectAllTotals(shelf, kiosks);
  });

  test('is called by forged adverts once a minute at most', async () => {
    const kiosks = await placeAll(1);
    const [kiosk] = kiosks;
    if (!kiosk) throw new Error('no kiosk');
    const companion = world.companion(kiosks, { store: new Shelf() });
    void companion.keep(kiosks, end.signal);
    await world.time.pass(MINUTE_MS / 2);
    kiosk.onAir.forge((advert) => Buffer.concat([advert.subarray(0, 29), Buffer.of(0xff, 0x7f)]));
    await world.time.pass(10 * MINUTE_MS);
    expect(companion.syncs).toBeGreaterThan(3);
    expect(companion.syncs).toBeLessThanOrEqual(11);
  });
});
