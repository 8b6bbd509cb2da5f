import type { Highs } from 'highs';
import type { CountingModel } from './counting-model';
import type { Range } from './linear-bounds';

/** What floating point may leave of a zero, and how far apart two sums must be to count as different. */
const NOTHING = 1e-9;
const SOMETHING = 0.01;

/**
 * Whether no counts at all lead to these ranges, proven: a solver that merely says "infeasible" may be mistaken.
 *
 * By Farkas' lemma there are then weights for the figures and equations such that no kind of event adds anything to
 * the weighted sum, although the ranges demand something. The solver is asked for such weights as the dual of the
 * least total violation, a question that always has an answer; they are checked here, without it.
 */
export function isContradiction(
  highs: Highs,
  { kinds, equations, figureCount }: CountingModel,
  ranges: readonly (Range | undefined)[],
): boolean {
  const numRows = figureCount + equations.length;
  const columns: (readonly (readonly [row: number, value: number])[])[] = kinds.map((figures) =>
    figures.map((figure) => [figure, 1] as const),
  );
  for (const [index, [left, right]] of equations.entries()) {
    for (const kind of left) columns[kind] = [...(columns[kind] ?? []), [figureCount + index, 1]];
    for (const kind of right) columns[kind] = [...(columns[kind] ?? []), [figureCount + index, -1]];
  }
  const low = Array.from({ length: numRows }, (_, row) => (row < figureCount ? (ranges[row]?.low ?? 0) : 0));
  const high = Array.from({ length: numRows }, (_, row) =>
    row < figureCount ? (ranges[row]?.high ?? Number.POSITIVE_INFINITY) : 0,
  );
  const weights = findWeights(highs, columns, low, high);
  if (!weights) return false;
  const mostAdded = Math.max(
    ...columns.map((entries) => entries.reduce((sum, [row, value]) => sum + value * (weights[row] ?? 0), 0)),
  );
  const leastDemanded = weights.reduce(
    (sum, weight, row) => (weight === 0 ? sum : sum + weight * ((weight > 0 ? low[row] : high[row]) ?? 0)),
    0,
  );
  return mostAdded <= NOTHING && leastDemanded >= SOMETHING;
}

/** The dual of: as little violation of rows as possible; null when the solver has no answer. */
function findWeights(
  highs: Highs,
  columns: readonly (readonly (readonly [row: number, value: number])[])[],
  low: readonly number[],
  high: readonly number[],
): number[] | null {
  const numRows = low.length;
  const violations = low.flatMap((_, row) => [[[row, 1] as const], [[row, -1] as const]]);
  const all = [...columns, ...violations];
  const starts = [0];
  for (const entries of all) starts.push((starts.at(-1) ?? 0) + entries.length);
  const solver = highs.createModel();
  try {
    solver.options.set({ output_flag: false });
    solver.passModel({
      numCols: all.length,
      numRows,
      colCost: Float64Array.from(all, (_, column) => (column < columns.length ? 0 : 1)),
      colLower: new Float64Array(all.length),
      colUpper: new Float64Array(all.length).fill(highs.infinity),
      rowLower: low,
      rowUpper: high.map((limit) => (limit === Number.POSITIVE_INFINITY ? highs.infinity : limit)),
      matrix: {
        format: 'csc',
        numCols: all.length,
        numRows,
        starts,
        indices: all.flatMap((entries) => entries.map(([row]) => row)),
        values: all.flatMap((entries) => entries.map(([, value]) => value)),
      },
    });
    solver.run();
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return Array.from(solver.getSolution().rowDual, (weight) => (Math.abs(weight) <= NOTHING ? 0 : weight));
  } finally {
    solver.dispose();
  }
}
