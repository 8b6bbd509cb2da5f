import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areCountsPossible } from '../../companion/release/possible-counts';
import { publishDue } from '../../companion/release/release-store';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { createSyncStore } from '../../companion/store/sync-store';
import { judgeKiosk } from '../../companion/web/panels/judge-kiosk';
import { TALLY_MAX } from '../../shared/tallies';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet } from './store-sheets';

/** Path, both checklists, pair, referral, verdict on shoes, language, large size. */
const CHECKED = [0, 1, 2, 7, 37, 42, 72, 74, 75, 78, 103, 106];

test('whatever made-up shoppers do, what a kiosk counts of them is possible', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 15, max: 60 }), (seed, visits) => {
      const counts = drawVisits(seededRandom(seed), visits);
      fc.pre((counts[0] ?? 0) >= 5 && counts.slice(37, 43).reduce((sum, count) => sum + count, 0) >= 5);
      expect(areCountsPossible(counts)).toBe(true);
      for (const counter of CHECKED) {
        const changed = counts.map((count, at) => (at === counter ? count + 1 : count));
        expect([counter, areCountsPossible(changed)]).toEqual([counter, false]);
      }
    }),
    { numRuns: 50 },
  );
});

test('fewer than five checks of a kind, a missing counter or more large checks than checks are not possible; a full counter is', () => {
  const counts = drawVisits(seededRandom(1), 60);
  expect(areCountsPossible(new Array<number>(108).fill(0))).toBe(false);
  expect(areCountsPossible(drawVisits(seededRandom(1), 4))).toBe(false);
  expect(areCountsPossible(counts.slice(1))).toBe(false);
  expect(areCountsPossible([...counts.slice(0, 107), 61])).toBe(false);
  expect(areCountsPossible([TALLY_MAX, ...counts.slice(1)])).toBe(true);
});

test('more verdicts on shoes than checks, or more answers to the second checklist than knees, are not possible', () => {
  const counts = drawVisits(seededRandom(1), 60);
  const withMore = (more: number, ...counters: readonly number[]): boolean =>
    areCountsPossible(counts.map((count, at) => (counters.includes(at) ? count + more : count)));
  const sum = (first: number, end: number) => counts.slice(first, end).reduce((all, count) => all + count, 0);
  const withoutVerdict = sum(0, 2) - sum(37, 43);
  const [pair, verdict, secondList] = [37, 75, 8];
  expect(withMore(withoutVerdict, pair, verdict)).toBe(true);
  expect(withMore(withoutVerdict + 1, pair, verdict)).toBe(false);
  const withoutList = (counts[0] ?? 0) - sum(8, 14);
  expect(withMore(withoutList, secondList)).toBe(true);
  expect(withMore(withoutList + 1, secondList)).toBe(false);
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
});
