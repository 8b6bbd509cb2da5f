import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { LEAST_POSSIBLE_VALUES } from '../../companion/release/audit/audit-figures';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { modelKiosk } from '../../companion/release/audit/counting-model';
import { findRange, openBounds, type Range } from '../../companion/release/audit/linear-bounds';
import { publishedBand } from '../../companion/release/band';
import { drawSpans } from '../bench/draw-spans';
import { exactFigures } from './made-checks';

const LIMIT_MS = 600_000;
const highs = await loadHighs();
const model = modelKiosk(classifyChecks({ isInstabilityUrgent: false, isSignposting: false }), true);
const counted = new Set(model.kinds.flat());

/** How often each kind happens in some whole checks that lead to these figures; null when none are found. */
function findWholeChecks(ranges: readonly Range[]): number[] | null {
  const rows = [
    ...ranges.map(({ low, high }, figure) => ({
      low,
      high,
      entries: model.kinds.flatMap((figures, kind) => (figures.includes(figure) ? [[kind, 1] as const] : [])),
    })),
    ...model.equations.map(([left, right]) => ({
      low: 0,
      high: 0,
      entries: [...left.map((kind) => [kind, 1] as const), ...right.map((kind) => [kind, -1] as const)],
    })),
  ];
  const numCols = model.kinds.length;
  const starts = rows.map((_, row) =>
    rows.slice(0, row).reduce((sum, { entries }) => sum + entries.length, 0),
  );
  const entries = rows.flatMap((row) => row.entries);
  const solver = highs.createModel();
  solver.options.set({ output_flag: false });
  solver.passModel({
    numCols,
    numRows: rows.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
    matrix: {
      format: 'csr',
      numCols,
      numRows: rows.length,
      starts: [...starts, entries.length],
      indices: entries.map(([kind]) => kind),
      values: entries.map(([, value]) => value),
    },
  });
  solver.run();
  const isFound = solver.getModelStatus() === highs.constants.modelStatus.optimal;
  const times = isFound ? [...solver.getSolution().colValue].map(Math.round) : null;
  solver.dispose();
  return times;
}

/** Adds whole checks up again, without the solver; null when they break an equation. */
function addUpChecks(times: readonly number[]): number[] | null {
  const sum = (kinds: readonly number[]): number =>
    kinds.reduce((total, kind) => total + (times[kind] ?? 0), 0);
  if (times.some((count) => count < 0)) return null;
  if (model.equations.some(([left, right]) => sum(left) !== sum(right))) return null;
  const figures = new Array<number>(model.figureCount).fill(0);
  for (const [kind, hits] of model.kinds.entries()) {
    for (const figure of hits) figures[figure] = (figures[figure] ?? 0) + (times[kind] ?? 0);
  }
  return figures;
}

test.each([
  { seed: 8, checksPerWeek: 110 },
  { seed: 9, checksPerWeek: 60 },
])(
  'whole checks exist for five values of every held back count, and they are published just so ($checksPerWeek a week)',
  ({ seed, checksPerWeek }) => {
    const [totals = []] = drawSpans(seed, checksPerWeek, 4);
    const bands = exactFigures(totals).map(publishedBand);
    const ranges = bands.map((band) => ({ low: band ?? 0, high: (band ?? 0) + 9 }));
    const bounds = openBounds(highs, model, ranges);
    const heldBack = bands.flatMap((band, figure) => (band === null && counted.has(figure) ? [figure] : []));
    expect(heldBack.length).toBeGreaterThan(40);
    for (const figure of heldBack) {
      const range = findRange(bounds, figure);
      if (typeof range === 'string') throw new Error(`figure ${figure} is ${range}`);
      expect(range.high - range.low + 1).toBeGreaterThanOrEqual(LEAST_POSSIBLE_VALUES);
      for (const value of [range.low, range.low + 1, range.low + 2, range.high - 1, range.high]) {
        const times = findWholeChecks(
          ranges.map((one, at) => (at === figure ? { low: value, high: value } : one)),
        );
        const figures = times && addUpChecks(times);
        expect(figures?.[figure]).toBe(value);
        expect(figures?.map(publishedBand)).toEqual(bands);
      }
    }
    bounds.dispose();
  },
  LIMIT_MS,
);
