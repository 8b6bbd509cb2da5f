import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { publishedBand } from '../../companion/release/band';
import {
  type ChainSpan,
  closeQuarter,
  closingDay,
  quarterOf,
} from '../../companion/release/chain/close-quarter';
import { makeChain, makeSpan, QUARTER, TODAY } from './chain-spans';
import { type Finding, fromBand, type Statement, subtractStatements } from './statements';

const COUNTERS = 108;
const highs = await loadHighs();

const spans = makeChain();
const sum = (group: readonly number[], counter: number): number =>
  group.reduce((total, span) => total + (spans[span]?.totals[counter] ?? 0), 0);
const stores = (group: readonly number[]): number => new Set(group.map((span) => spans[span]?.storeId)).size;

/** Everything that the stores' own releases say about a counter, and whatever else is published. */
function attack(say: (counter: number) => readonly Statement[]): (Finding & { readonly counter: number })[] {
  return Array.from({ length: COUNTERS }, (_, counter) => counter).flatMap((counter) => {
    const ofStores = spans.map(
      (_, span): Statement => ({ sheets: [span], range: fromBand(publishedBand(sum([span], counter))) }),
    );
    const isSmall = (group: readonly number[]): boolean =>
      group.length === 1 && publishedBand(sum(group, counter)) === null;
    return subtractStatements(highs, [...ofStores, ...say(counter)], isSmall).map((finding) => ({
      ...finding,
      counter,
    }));
  });
}
const inBands =
  (group: readonly number[]) =>
  (counter: number): Statement => ({
    sheets: group,
    range: fromBand(publishedBand(sum(group, counter))),
  });
const everySpan = spans.map((_, span) => span);

describe('the total of a chain', () => {
  test('is of exactly the spans that at least ten stores released in the quarter, rounded down', () => {
    const closed = closeQuarter(QUARTER, spans, true, TODAY);
    expect(closed?.record).toMatchObject({ quarter: QUARTER, stores: 11, isSimulated: true });
    expect(closed?.record.spans).toBe(12);
    expect(closed?.spans).toHaveLength(12);
    for (let counter = 0; counter < COUNTERS; counter++) {
      expect(closed?.record.bands[counter]).toBe(publishedBand(sum(everySpan, counter)));
    }
  });

  const noReports: [string, readonly ChainSpan[], boolean, string][] = [
    ['of fewer than ten stores', spans.slice(0, 9), true, TODAY],
    ['of nine stores, one with many spans', [...spans.slice(0, 9), ...spans.slice(11)], true, TODAY],
    ['before the quarter is over and waited for', spans, true, '2026-04-28'],
    ['of real stores, when all are simulated', spans, false, TODAY],
    ['of another quarter', spans, true, '2025-12-31'],
  ];
  for (const [name, given, isSimulated, today] of noReports) {
    test(`is no report ${name}`, () => expect(closeQuarter(QUARTER, given, isSimulated, today)).toBeNull());
  }

  test('is the same however and how often the spans arrive, and without those that came too late', () => {
    const late = makeSpan(20, 1, { arrivedDay: closingDay(QUARTER) });
    const other = makeSpan(21, 1, { publishedOn: '2026-04-06' });
    const once = closeQuarter(QUARTER, spans, true, TODAY)?.record;
    expect(
      closeQuarter(QUARTER, [late, ...spans, other, ...[...spans].reverse()], true, '2027-01-01')?.record,
    ).toEqual(once);
  });

  test('knows quarters and when they close', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    expect(['2026-Q1', '2026-Q4'].map(closingDay)).toEqual(['2026-04-29', '2027-01-29']);
  });
});

test('subtracting the releases of stores from the total of their quarter narrows no held back count', () => {
  expect(attack((counter) => [inBands(everySpan)(counter)])).toEqual([]);
});

test('an exact total of the chain would narrow held back counts of single stores', () => {
  const narrowed = attack((counter) => [
    { sheets: everySpan, range: { low: sum(everySpan, counter), high: sum(everySpan, counter) } },
  ]);
  expect(narrowed.length).toBeGreaterThan(0);
  for (const { sheets, counter, range } of narrowed) {
    const count = sum(sheets, counter);
    expect(count >= range.low && count <= range.high).toBe(true);
  }
});

test('totals over stores of somebody’s choice, even in bands, would tell that a store has a count that it holds back', () => {
  const chosen = spans.map((_, left) => everySpan.filter((span) => span !== left));
  expect(chosen.every((group) => stores(group) >= 10)).toBe(true);
  const findings = attack((counter) => [everySpan, ...chosen].map((group) => inBands(group)(counter)));
  expect(findings.length).toBeGreaterThan(0);
});
