import { describe, expect, test } from 'vitest';
import { chainBandWidth, closeQuarter } from '../../companion/release/chain/close-quarter';
import { chainRanges, publishQuarter, spanRanges } from '../../companion/release/chain/published-quarter';
import { TALLY_COUNT } from '../../shared/tallies';

/** Quarter one of so many stores, with one span of 117 checks each. */
const closeWith = (stores: number) =>
  closeQuarter(
    '2026-Q1',
    Array.from({ length: stores }, (_, number) => ({
      storeId: `store-${number}`,
      spanNo: 1,
      publishedOn: '2026-02-02',
      arrivedDay: '2026-02-03',
      isSimulated: false,
      totals: [117, ...new Array<number>(TALLY_COUNT - 1).fill(0)],
    })),
    false,
    '2026-04-29',
  );

test.each([
  { spans: 10, width: 10 },
  { spans: 19, width: 10 },
  { spans: 20, width: 20 },
  { spans: 49, width: 20 },
  { spans: 50, width: 50 },
  { spans: 99, width: 50 },
  { spans: 100, width: 100 },
  { spans: 5000, width: 100 },
])('a total of $spans spans is rounded down to a multiple of $width', ({ spans, width }) => {
  expect(chainBandWidth(spans)).toBe(width);
  expect(closeWith(spans)?.record.finished).toBe(Math.floor((spans * 117) / width) * width);
});

test('ten stores have a total, nine have none', () => {
  expect(closeWith(9)).toBeNull();
  expect(closeWith(10)?.record.stores).toBe(10);
});

describe('what the audit is told', () => {
  const closed = closeWith(20);
  if (!closed) throw new Error('no quarter');
  const published = publishQuarter(closed);

  test('of the chain is each band from its first to its last number', () => {
    const [first, held] = chainRanges(published);
    expect([first, held]).toEqual([
      { low: 2340, high: 2359 },
      { low: 0, high: 19 },
    ]);
  });

  test('of a span is its band of ten', () => {
    const [first, held] = spanRanges(published, 19);
    expect([first, held]).toEqual([
      { low: 110, high: 119 },
      { low: 0, high: 9 },
    ]);
  });
});
