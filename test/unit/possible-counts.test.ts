import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { areCountsPossible } from '../../companion/release/possible-counts';
import { publishDue } from '../../companion/release/release-store';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { createSyncStore } from '../../companion/store/sync-store';
import { judgeKiosk } from '../../companion/web/panels/judge-kiosk';
import { TALLY_COUNT, TALLY_LANGUAGE, TALLY_MAX } from '../../shared/tallies';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet } from './store-sheets';

const SHEET_MINIMUM = 5;

const sumOf = (counts: readonly number[], first: number, end: number): number =>
  counts.slice(first, end).reduce((sum, count) => sum + count, 0);

/** Counters to which every check of a kind adds 1 once: path to dist, referral and verdict on shoes, language. */
const EXACT = [
  [0, 52],
  [72, 79],
  [103, 107],
].flatMap(([first = 0, end = 0]) => Array.from({ length: end - first }, (_, index) => first + index));

test('whatever made-up shoppers do, what a kiosk counts of them is possible', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 15, max: 60 }), (seed, visits) => {
      const counts = drawVisits(seededRandom(seed), visits);
      fc.pre((counts[0] ?? 0) >= 5 && sumOf(counts, 37, 43) >= 5);
      expect(areCountsPossible(counts)).toBe(true);
      for (const counter of EXACT) {
        const changed = counts.map((count, at) => (at === counter ? count + 1 : count));
        expect([counter, areCountsPossible(changed)]).toEqual([counter, false]);
      }
    }),
    { numRuns: 50 },
  );
});

test('every kind of check is possible under every setting, five times over', () => {
  let kinds = 0;
  for (const isInstabilityUrgent of [false, true])
    for (const isSignposting of [false, true]) {
      const { ending, goingOn, shoes } = classifyChecks({ isInstabilityUrgent, isSignposting });
      const knees = goingOn.filter(({ counters }) => counters.includes(0));
      const shown = (halves: readonly (readonly number[])[]): boolean => {
        const counts = new Array<number>(TALLY_COUNT).fill(0);
        for (const half of halves)
          for (const counter of half) counts[counter] = (counts[counter] ?? 0) + SHEET_MINIMUM;
        counts[TALLY_LANGUAGE] = sumOf(counts, 0, 2);
        return areCountsPossible(counts);
      };
      const whole = [knees[0]?.counters ?? [], shoes[0] ?? []];
      for (const { counters } of ending) expect(shown([...whole, counters])).toBe(true);
      for (const { counters } of knees) expect(shown([counters, shoes[0] ?? []])).toBe(true);
      for (const counters of shoes) expect(shown([knees[0]?.counters ?? [], counters])).toBe(true);
      kinds += ending.length + knees.length + shoes.length;
    }
  expect(kinds).toBeGreaterThan(2000);
});

test('fewer than five checks of a kind or a missing counter are not possible', () => {
  expect(areCountsPossible(new Array<number>(TALLY_COUNT).fill(0))).toBe(false);
  expect(areCountsPossible(drawVisits(seededRandom(1), 4))).toBe(false);
  expect(areCountsPossible(drawVisits(seededRandom(1), 60).slice(1))).toBe(false);
  const addUp = (...checks: readonly (readonly [times: number, counters: readonly number[]])[]): number[] =>
    Array.from({ length: TALLY_COUNT }, (_, at) =>
      checks.reduce((sum, [times, counters]) => sum + (counters.includes(at) ? times : 0), 0),
    );
  const urgentKnee = [0, 2, 74, 103];
  const kneeAndShoes = [0, 7, 8, 37, 43, 73, 75, 103];
  const shoes = [1, 37, 43, 75, 103];
  expect(areCountsPossible(addUp([5, kneeAndShoes]))).toBe(true);
  expect(areCountsPossible(addUp([4, kneeAndShoes], [9, shoes]))).toBe(false);
  expect(areCountsPossible(addUp([4, kneeAndShoes], [9, urgentKnee]))).toBe(false);
});

test('a full counter stands for what it says or more, and excuses no other counter', () => {
  const counts = drawVisits(seededRandom(1), 60);
  const full = counts.map((count) => Math.min(count * 9000, TALLY_MAX));
  expect(full.filter((count) => count === TALLY_MAX).length).toBeGreaterThan(10);
  expect(areCountsPossible(full)).toBe(true);
  expect(areCountsPossible([TALLY_MAX, ...counts.slice(1)])).toBe(false);
  expect(areCountsPossible(counts.map((count, at) => (at === 82 ? TALLY_MAX : count)))).toBe(true);
  expect(areCountsPossible(counts.map((count, at) => (at === 82 || at === 17 ? TALLY_MAX : count)))).toBe(
    false,
  );
});

/** What a kiosk may count up to a bound: how much room there is, and counters that rise together. */
const BOUNDED: readonly {
  name: string;
  counters: readonly number[];
  room: (counts: readonly number[]) => number;
}[] = [
  {
    name: 'verdicts on shoes than checks',
    counters: [37, 43, 75],
    room: (counts) => sumOf(counts, 0, 2) - sumOf(counts, 37, 43),
  },
  {
    name: 'answers about wear than distances',
    counters: [52],
    room: (counts) => sumOf(counts, 43, 52) - sumOf(counts, 52, 58),
  },
  {
    name: 'foot answers than checks',
    counters: [60],
    room: (counts) => sumOf(counts, 0, 2) - sumOf(counts, 58, 62),
  },
  {
    name: 'of one pattern than answers about where it hurts',
    counters: [71],
    room: (counts) => sumOf(counts, 17, 23) - (counts[71] ?? 0),
  },
  {
    name: 'staff outcomes than checks',
    counters: [80],
    room: (counts) => sumOf(counts, 0, 2) - sumOf(counts, 79, 82),
  },
  {
    name: 'time-outs than unfinished runs',
    counters: [95],
    room: (counts) => sumOf(counts, 82, 95) - (counts[95] ?? 0),
  },
  {
    name: 'large checks than checks',
    counters: [107],
    room: (counts) => sumOf(counts, 0, 2) - (counts[107] ?? 0),
  },
];

test.each(BOUNDED)('more $name are not possible', ({ counters, room }) => {
  const counts = drawVisits(seededRandom(1), 60);
  const withMore = (more: number): boolean =>
    areCountsPossible(counts.map((count, at) => (counters.includes(at) ? count + more : count)));
  expect(withMore(room(counts))).toBe(true);
  expect(withMore(room(counts) + 1)).toBe(false);
});

test('a sheet that was set aside counts nowhere, is shown, and holds no other sheet back', async () => {
  const clock = createFakeClock('2026-03-02');
  const { db, ...store } = await openTestStore(clock);
  const sync = createSyncStore(db, clock);
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 60 }));
  for (let time = 0; time < 2; time++)
    await sync.quarantineSheet(makeSheet({ sheetNo: 2, kneeChecks: 9999 }));
  await sync.takeSheet(makeSheet({ sheetNo: 3, kneeChecks: 60 }));
  expect(await sync.nextSheetNeeded(KIOSK_A, EPOCH)).toBe(4);
  expect(await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 50 }))).toBe('conflict');
  clock.set('2026-03-09');
  const { released } = await publishDue({ db, ...store }, clock, trustingAuditor());
  expect(released).toMatchObject([{ finished: 120 }]);
  const [kiosk] = await listKioskHealth(db);
  expect(kiosk?.sheetsQuarantined).toBe(2);
  expect(kiosk && judgeKiosk(kiosk, clock.nowMs()).advice.join()).toContain('2 sheets set aside');
});

test('a sheet that was set aside first and is sent as another one later stays aside', async () => {
  const clock = createFakeClock('2026-03-02');
  const { db } = await openTestStore(clock);
  const sync = createSyncStore(db, clock);
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 60 }));
  await sync.quarantineSheet(makeSheet({ sheetNo: 1, kneeChecks: 61 }));
  expect(await db.selectFrom('sheet').select(['state', 'counts']).execute()).toMatchObject([
    { state: 'waiting' },
  ]);
  expect(await db.selectFrom('gap').selectAll().execute()).toEqual([]);
});
