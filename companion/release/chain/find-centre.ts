import type { Highs } from 'highs';
import type { CountingModel } from '../audit/counting-model';
import type { Range } from '../audit/linear-bounds';

/** The first units away from both ends of a range matter most, more of them a little. */
const WEIGHTS = [10, 1] as const;

/**
 * A point of possible counts, in fractions, that stays away from the ends of ranges: all figures as far as a distance
 * if that is possible, then as far as twice that.
 *
 * @returns undefined when the solver has none
 */
export function findCentre(
  highs: Highs,
  { kinds, equations, figureCount }: CountingModel,
  ranges: readonly Range[],
  distance: number,
): Float64Array | undefined {
  const counted = [...new Set(kinds.flat())];
  // two rows for each figure: its count less its distance from below, and its count with that from above
  const rowOf = new Map(counted.map((figure, index) => [figure, 2 * index]));
  const numRows = 2 * counted.length + equations.length;
  const columns: [row: number, value: number][][] = kinds.map((figures) =>
    figures.flatMap((figure): [number, number][] => {
      const row = rowOf.get(figure) as number;
      return [
        [row, 1],
        [row + 1, 1],
      ];
    }),
  );
  for (const [index, [left, right]] of equations.entries()) {
    for (const kind of left) columns[kind]?.push([2 * counted.length + index, 1]);
    for (const kind of right) columns[kind]?.push([2 * counted.length + index, -1]);
  }
  const distances = counted.flatMap((figure) => {
    const row = rowOf.get(figure) as number;
    return WEIGHTS.map((): [number, number][] => [
      [row, -1],
      [row + 1, 1],
    ]);
  });
  const all = [...columns, ...distances].map(mergeRows);
  const starts = [0];
  for (const entries of all) starts.push((starts.at(-1) as number) + entries.length);
  const limit = (figure: number): Range => ranges[figure] as Range;
  const none = equations.map(() => 0);
  const solver = highs.createModel();
  try {
    solver.options.set({ output_flag: false });
    solver.passModel({
      numCols: all.length,
      numRows,
      colCost: Float64Array.from(all, (_, column) =>
        column < kinds.length ? 0 : -(WEIGHTS[(column - kinds.length) % WEIGHTS.length] as number),
      ),
      colLower: new Float64Array(all.length),
      colUpper: Float64Array.from(all, (_, column) => (column < kinds.length ? highs.infinity : distance)),
      rowLower: [...counted.flatMap((figure) => [limit(figure).low, -highs.infinity]), ...none],
      rowUpper: [...counted.flatMap((figure) => [highs.infinity, limit(figure).high]), ...none],
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
    if (solver.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
    const { colValue } = solver.getSolution();
    const point = new Float64Array(figureCount);
    for (const [kind, figures] of kinds.entries())
      for (const figure of figures) point[figure] = (point[figure] as number) + (colValue[kind] as number);
    return point;
  } finally {
    solver.dispose();
  }
}

/** A kind may name a figure twice, and stand on both sides of an equation. */
function mergeRows(entries: readonly (readonly [row: number, value: number])[]): [number, number][] {
  const merged = new Map<number, number>();
  for (const [row, value] of entries) merged.set(row, (merged.get(row) ?? 0) + value);
  return [...merged];
}
