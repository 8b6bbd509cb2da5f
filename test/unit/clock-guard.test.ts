import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishHourly } from '../../companion/cli/publish-hourly';
import { believeClock, createClockGuard } from '../../companion/clock-guard/clock-guard';
import { judgeClock } from '../../companion/clock-guard/judge-clock';
import { seededRandom } from '../../companion/simulation/random';
import { addDays } from '../../companion/store-day';
import { trustingAuditor } from './release-auditors';
import { makeTemporaryFolder } from './store-fixtures';
import { jumpTo, makeSyncWorld, type SyncWorld } from './sync-world';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 2, 2, 12);
const years = (count: number): number => Math.round(count * 365.25);

describe('the machine’s clock', () => {
  test.each([
    { name: 'of a companion that ran a minute ago', seen: 0, kiosk: null, verdict: 'believed' },
    { name: 'after a week off', seen: -7, kiosk: null, verdict: 'believed' },
    { name: 'after 28 days off', seen: -28, kiosk: null, verdict: 'believed' },
    { name: 'after a month and more', seen: -29, kiosk: null, verdict: 'ahead' },
    { name: 'years ahead', seen: -years(5), kiosk: null, verdict: 'ahead' },
    { name: 'years ahead, of a kiosk too', seen: -years(5), kiosk: -years(5), verdict: 'ahead' },
    { name: 'after a winter, with a kiosk that kept time', seen: -120, kiosk: 0, verdict: 'believed' },
    { name: 'of a kiosk off by its drift over a winter', seen: -120, kiosk: -1.5, verdict: 'believed' },
    { name: 'an hour back, as in autumn', seen: 1 / 24, kiosk: null, verdict: 'believed' },
    { name: 'two days back', seen: 2, kiosk: null, verdict: 'behind' },
    {
      name: 'two days back, whatever a kiosk says that was set wrong',
      seen: 2,
      kiosk: 2.5,
      verdict: 'behind',
    },
    {
      name: 'set right after it was years ahead, as the kiosk says',
      seen: years(5),
      kiosk: 0,
      verdict: 'believed',
    },
    {
      name: 'a kiosk off by a year beside a companion that ran yesterday',
      seen: -1,
      kiosk: 365,
      verdict: 'believed',
    },
    { name: 'at the first kiosk, that has none', seen: null, kiosk: null, verdict: 'believed' },
    { name: 'at the first kiosk, that agrees', seen: null, kiosk: 0.01, verdict: 'believed' },
    {
      name: 'at the first kiosk, that another companion set',
      seen: null,
      kiosk: -years(5),
      verdict: 'apart',
    },
  ])('$name: $verdict', ({ seen, kiosk, verdict }) => {
    const at = (days: number | null): number | null => days && NOW_MS + days * DAY_MS;
    const facts = {
      nowMs: NOW_MS,
      seenAtMs: seen === 0 ? NOW_MS : at(seen),
      kioskMs: kiosk === 0 ? NOW_MS : at(kiosk),
    };
    expect(judgeClock(facts)).toBe(verdict);
  });

  test('is never believed more than 28 days from where it was believed, unless a kiosk agrees', () => {
    const days = fc.integer({ min: -4000, max: 4000 });
    fc.assert(
      fc.property(days, fc.option(days), (leap, kiosk) => {
        const kioskMs = kiosk === null ? null : NOW_MS + kiosk * DAY_MS;
        const nowMs = NOW_MS + leap * DAY_MS;
        const isBelieved = judgeClock({ nowMs, seenAtMs: NOW_MS, kioskMs }) === 'believed';
        return !isBelieved || (leap >= -1 && leap <= 28) || (kiosk !== null && Math.abs(kiosk - leap) <= 2);
      }),
    );
  });
});

describe('a companion whose clock leaps years ahead', () => {
  let world: SyncWorld;
  let folder: string;

  beforeEach(async () => {
    world = await makeSyncWorld(seededRandom(31).next32);
    folder = makeTemporaryFolder();
    const [one] = world.companions;
    const guard = createClockGuard(one.clock, folder, one.store.db);
    one.doubtClock = (kioskUnixS) => guard.doubtBeside(kioskUnixS);
  });

  const guard = () => createClockGuard(world.companions[0].clock, folder, world.companions[0].store.db);
  const sheetDays = async () =>
    (
      await world.companions[0].store.db.selectFrom('sheet').select(['closedDay', 'arrivedDay']).execute()
    ).flatMap(({ closedDay, arrivedDay }) => [closedDay, arrivedDay]);
  async function publishOnce(): Promise<readonly string[]> {
    const { store, clock } = world.companions[0];
    const said: string[] = [];
    const end = new AbortController();
    await publishHourly(
      {
        store,
        clock,
        doubtClock: () => guard().doubt(),
        auditor: trustingAuditor(),
        log: (_event, fields) => said.push(JSON.stringify(fields)),
        onReleased: () => undefined,
        afterwards: async () => end.abort(),
      },
      end.signal,
    );
    return said;
  }

  test('takes nothing, dates nothing, publishes nothing, and says what to do; set right, it has lost nothing', async () => {
    world.close(60);
    expect(await world.sync(0)).toMatchObject({ taken: 1, isClockSet: true });
    world.close(60);
    jumpTo(world.companions[0], years(5));
    const words =
      /it was 2026-03-02 .*Set the clock; if it is right, run: counterstep clock --today 2031-03-0\d/;
    await expect(world.sync(0)).rejects.toMatchObject({
      code: 'clock-doubted',
      message: expect.stringMatching(words),
    });
    expect((await publishOnce()).join()).toMatch(words);
    expect(await world.companions[0].store.db.selectFrom('release').selectAll().execute()).toEqual([]);
    expect(new Set(await sheetDays())).toEqual(new Set(['2026-03-02']));
    jumpTo(world.companions[0], 8);
    expect(await world.sync(0)).toMatchObject({ taken: 1, conflicts: 0, missing: 0 });
    jumpTo(world.companions[0], 14);
    await publishOnce();
    const [release, ...more] = await world.companions[0].store.db.selectFrom('release').selectAll().execute();
    expect([release?.publishedOn, more]).toEqual(['2026-03-16', []]);
  });

  test('would date sheets and close a span years ahead if nobody doubted it', async () => {
    world.companions[0].doubtClock = async () => null;
    world.close(120);
    jumpTo(world.companions[0], years(5));
    await world.sync(0);
    expect((await sheetDays()).every((day) => day > '2031')).toBe(true);
  });

  test('gives up no sheet that is only late', async () => {
    const { store, clock } = world.companions[0];
    world.close(60);
    await world.sync(0);
    jumpTo(world.companions[0], years(1));
    await publishOnce();
    expect(await store.db.selectFrom('gap').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('refusal').selectAll().execute()).toEqual([]);
    expect(clock.nowMs()).toBeGreaterThan(NOW_MS + 300 * DAY_MS);
  });

  test('does not set the kiosk’s clock, which tells a second companion the truth', async () => {
    world.close(5);
    await world.sync(0);
    jumpTo(world.companions[0], years(5));
    await expect(world.sync(0)).rejects.toMatchObject({ code: 'clock-doubted' });
    expect(await world.sync(1)).toMatchObject({ isClockSet: false });
  });

  test('goes on after a winter when a kiosk kept time, and when a person says so where none did', async () => {
    world.close(5);
    await world.sync(0);
    world.kiosk.board.advance(120 * DAY_MS);
    world.companions[0].clock.set(addDays('2026-03-02', 120));
    expect(await guard().explain()).toMatch(/ran last/);
    await expect(world.sync(0)).resolves.toMatchObject({ isClockSet: false });
    expect(await guard().explain()).toBeNull();
    world.startFrom(world.kiosk.board.flash.slice()); // unplugged: its clock is gone
    jumpTo(world.companions[0], 300);
    await expect(world.sync(0)).rejects.toMatchObject({ code: 'clock-doubted' });
    believeClock(world.companions[0].clock, folder);
    await expect(world.sync(0)).resolves.toMatchObject({ isClockSet: true });
  });

  test('is held back by a database that was restored without the folder’s note, and by a note that is garbage', async () => {
    world.close(5);
    await world.sync(0);
    const file = join(folder, 'clock.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ seenAt: '2026-03-02T12:00:00.000Z' });
    writeFileSync(file, '{"seenAt":"soon"');
    jumpTo(world.companions[0], years(3));
    expect(await guard().doubt()).toMatch(/2026-03-02 12:00/);
  });

  test('is only more careful where the note cannot be written', async () => {
    folder = join(folder, 'gone');
    world.close(5);
    await expect(world.sync(0)).resolves.toMatchObject({ taken: 1 });
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    expect(await guard().doubt()).toBeNull();
    expect(existsSync(join(folder, 'clock.json'))).toBe(true);
  });
});
