import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedBand } from '../../companion/release/band';

const golden = [
  { count: 0, band: null },
  { count: 1, band: null },
  { count: 9, band: null },
  { count: 10, band: 10 },
  { count: 19, band: 10 },
  { count: 20, band: 20 },
  { count: 99, band: 90 },
  { count: 100, band: 100 },
  { count: 65_535, band: 65_530 },
  { count: 1_000_009, band: 1_000_000 },
];
test.each(golden)('a count of $count is published as $band', ({ count, band }) => {
  expect(publishedBand(count)).toBe(band);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is not a count', (count) => {
  expect(() => publishedBand(count)).toThrow(RangeError);
});

test('a band never tells a count from the nine others in it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), fc.integer({ min: 0, max: 9 }), (tens, units) => {
      expect(publishedBand(tens * 10 + units)).toBe(publishedBand(tens * 10));
    }),
  );
});
