import loadHighs from 'highs';
import { expect, test } from 'vitest';
import type { ReleaseRecord } from '../../companion/release/release-record';
import { publishDue } from '../../companion/release/release-store';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import { TALLY_COUNT } from '../../shared/tallies';
import { trustingAuditor } from '../unit/release-auditors';
import { openTestStore } from '../unit/store-fixtures';
import { createFakeClock, KIOSK_A, KIOSK_B } from '../unit/store-sheets';
import { drawDays } from './kiosk-days';
import { type Finding, fromBand, type Statement, sayExactly, subtractStatements } from './statements';

const FIRST_DAY = '2026-03-02';
const DAYS = 84;
const VISITS_PER_DAY = 14;
const SPAN_CHECKS = 100;
/** From `dur` to `stiff`; enough for the attacks that succeed. */
const PAIN_COUNTERS = { from: 14, to: 37 };
const highs = await loadHighs();

const sheets = [
  ...drawDays(seededRandom(3), FIRST_DAY, DAYS, VISITS_PER_DAY, KIOSK_A),
  ...drawDays(seededRandom(4), FIRST_DAY, DAYS, VISITS_PER_DAY, KIOSK_B),
];
const numberOf = (kioskId: string, sheetNo: number): number =>
  sheets.findIndex((sheet) => sheet.kioskId === kioskId && sheet.sheetNo === sheetNo);
const sum = (group: readonly number[], counter: number): number =>
  group.reduce((total, sheet) => total + (sheets[sheet]?.counts[counter] ?? 0), 0);
const countChecks = (group: readonly number[]): number => sum(group, 0) + sum(group, 1);
const isSmall = (group: readonly number[]): boolean => countChecks(group) < SPAN_CHECKS;

interface Published {
  /** What two stores published about each counter in twelve weeks. */
  readonly statements: readonly (readonly Statement[])[];
  /** The sheets of each release. */
  readonly releases: readonly (readonly number[])[];
}

async function publishTwelveWeeks(): Promise<Published> {
  const clock = createFakeClock(FIRST_DAY);
  const store = await openTestStore(clock);
  await saveStore(store, { storeId: 'other', name: 'Other', isSimulated: true, region: null });
  await store.db.deleteFrom('kiosk').where('kioskId', '=', KIOSK_B).execute();
  await saveKiosk(store, {
    storeId: 'other',
    kioskId: KIOSK_B,
    name: 'B',
    board: 'pixljs',
    isSimulated: true,
  });
  const sync = createSyncStore(store.db, clock);
  const records: ReleaseRecord[] = [];
  for (let day = 0; day <= DAYS + 7; day++) {
    clock.set(addDays(FIRST_DAY, day));
    records.push(...(await publishDue(store, clock, trustingAuditor())).released);
    for (const sheet of sheets) if (sheet.arrivedDay === addDays(FIRST_DAY, day)) await sync.takeSheet(sheet);
  }
  const spans = await store.db
    .selectFrom('sheet')
    .select(['storeId', 'spanNo', 'kioskId', 'sheetNo'])
    .execute();
  const releases = records.map(({ storeId, spanNo }) =>
    spans
      .filter((row) => row.storeId === storeId && row.spanNo === spanNo)
      .map(({ kioskId, sheetNo }) => numberOf(kioskId, sheetNo)),
  );
  const statements = Array.from({ length: TALLY_COUNT }, (_, counter) =>
    records.map((record, index) => ({
      sheets: releases[index] ?? [],
      range: fromBand(record.bands[counter] ?? null),
    })),
  );
  return { statements, releases };
}

let once: Promise<Published> | undefined;
const published = (): Promise<Published> => {
  once ??= publishTwelveWeeks();
  return once;
};

interface FoundCount extends Finding {
  readonly counter: number;
}

/** Subtracts everything that is said about every counter. */
async function attack(
  extra: (counter: number) => readonly Statement[],
  counters: { readonly from: number; readonly to: number } = { from: 0, to: TALLY_COUNT },
): Promise<FoundCount[]> {
  const { statements: all } = await published();
  return all.slice(counters.from, counters.to).flatMap((statements, index) => {
    const counter = counters.from + index;
    const findings = subtractStatements(highs, [...statements, ...extra(counter)], isSmall);
    return findings.map((finding) => ({ ...finding, counter }));
  });
}

function expectTrue(findings: readonly FoundCount[]): void {
  expect(findings.length).toBeGreaterThan(0);
  for (const { sheets: group, counter, range } of findings) {
    const count = sum(group, counter);
    expect(count >= range.low && count <= range.high).toBe(true);
  }
}

test('subtracting spans and stores that were published says nothing about any smaller group', async () => {
  const { releases } = await published();
  expect(releases.length).toBeGreaterThanOrEqual(10);
  expect(releases.every((group) => countChecks(group) >= SPAN_CHECKS)).toBe(true);
  expect(await attack(() => [])).toEqual([]);
});

test('with running totals that hide under 10 and show the rest exactly, subtracting finds single weeks and small counts', async () => {
  const ends = Array.from({ length: 12 }, (_, week) => addDays(FIRST_DAY, 7 * (week + 1)));
  const runningTotals = (counter: number): Statement[] =>
    ends.map((end) => {
      const group = sheets.flatMap((sheet, index) =>
        sheet.kioskId === KIOSK_A && sheet.arrivedDay < end ? [index] : [],
      );
      return { sheets: group, range: sayExactly(sum(group, counter)) };
    });
  const findings = await attack(runningTotals, PAIN_COUNTERS);
  expectTrue(findings);
  const smallCounts = findings.filter(({ range }) => range.low === range.high && range.high < 10);
  expect(smallCounts.length).toBeGreaterThan(10);
});

test('with totals of both stores that are exact, subtracting one store finds held back counts of the other', async () => {
  const { releases } = await published();
  const both = releases.slice(0, 2); // one of each store
  expect(new Set(both.map((group) => sheets[group[0] ?? 0]?.kioskId))).toEqual(new Set([KIOSK_A, KIOSK_B]));
  const chainTotals = (counter: number): Statement[] => {
    const group = both.flat();
    return [{ sheets: group, range: sayExactly(sum(group, counter)) }];
  };
  expectTrue((await attack(chainTotals)).filter(({ range }) => range.high < 10));
});

test('with overlapping spans, even in bands, a band that steps up tells that somebody of one day gave that answer', async () => {
  const perDay = (counter: number): Statement[] =>
    Array.from({ length: 8 }, (_, day) => {
      const group = Array.from({ length: day + 1 }, (_, sheet) => sheet);
      const count = sum(group, counter);
      return { sheets: group, range: fromBand(count < 10 ? null : count - (count % 10)) };
    });
  const findings = (await attack(perDay, PAIN_COUNTERS)).filter(({ sheets: group }) => group.length === 1);
  expectTrue(findings);
});
