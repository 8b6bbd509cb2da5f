import { expect, test } from 'vitest';
import { settleTogether } from '../../companion/release/audit/judge-ranges';
import type { LinearBounds, Optimum } from '../../companion/release/audit/linear-bounds';

/** Bounds of one figure that lead to these points. */
const boundsWith = (least: Optimum | number, largest: Optimum | number): LinearBounds => ({
  findOptimum(_figures, sense) {
    const point = sense === 'least' ? least : largest;
    return typeof point === 'number' ? Float64Array.of(point) : point;
  },
  dispose: () => undefined,
});

const cases = [
  { name: 'from 0 to 4 there are five whole numbers', low: 0, high: 4, isSettled: true },
  { name: 'from 0 to 3.9 there are four', low: 0, high: 3.9, isSettled: false },
  { name: 'from a half to 4.5 there are four', low: 0.5, high: 4.5, isSettled: false },
  { name: 'from a half to 5 there are five', low: 0.5, high: 5, isSettled: true },
  { name: 'at one point there is one', low: 3, high: 3, isSettled: false },
];
test.each(cases)('a figure is settled by five possible whole numbers: $name', ({ low, high, isSettled }) => {
  const open = new Set([0]);
  expect(settleTogether(boundsWith(low, high), open, 5)).toBe('safe');
  expect(open.size === 0).toBe(isSettled);
});

test('what the solver cannot say settles nothing', () => {
  for (const answer of ['impossible', 'unsolved'] as const) {
    const open = new Set([0]);
    expect(settleTogether(boundsWith(answer, 4), open, 5)).toBe(answer);
    expect(open.size).toBe(1);
  }
  const open = new Set([0]);
  expect(settleTogether(boundsWith(0, 'unbounded'), open, 5)).toBe('safe');
  expect(open.size).toBe(1);
});
