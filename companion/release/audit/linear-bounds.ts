import type { Highs } from 'highs';
import type { CountingModel } from './counting-model';

/** All whole numbers that a figure may be, both ends included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What the solver says about one question; any other answer of its is `unsolved`. */
export type Optimum = Float64Array | 'impossible' | 'unbounded' | 'unsolved';

/** A model with the range of each figure, ready to be asked for the ends of what is possible. */
export interface LinearBounds {
  /** All figures, by number, at a point where the sum of the named ones is least or largest. */
  findOptimum(figures: readonly number[], sense: 'least' | 'largest'): Optimum;
  /** Gives the solver's memory back. */
  dispose(): void;
}

/** Only the objective changes from question to question, so the last point stays possible. */
const FIRST_TRY = { presolve: 'off', simplex_strategy: 4 };
/** The primal simplex method gives up now and then where the dual one, from scratch, does not. */
const SECOND_TRY = { presolve: 'on', simplex_strategy: 1 };

/** What the solver's floating point may be off; the bounds themselves are fractions with small denominators. */
const TOLERANCE = 1e-4;

/** The least and the largest whole number that a figure may be, its bounds rounded inward. */
export function findRange(bounds: LinearBounds, figure: number): Range | 'impossible' | 'unsolved' {
  const least = bounds.findOptimum([figure], 'least');
  const largest = bounds.findOptimum([figure], 'largest');
  if (least === 'unbounded') return 'unsolved'; // no figure is below 0
  if (typeof least === 'string') return least;
  if (largest === 'impossible' || largest === 'unsolved') return largest;
  return {
    low: Math.max(0, Math.ceil((least[figure] ?? 0) - TOLERANCE)),
    high: largest === 'unbounded' ? Number.POSITIVE_INFINITY : Math.floor((largest[figure] ?? 0) + TOLERANCE),
  };
}

/** States a model to the solver. A figure without a range may be any number. */
export function openBounds(
  highs: Highs,
  model: CountingModel,
  ranges: readonly (Range | undefined)[],
): LinearBounds {
  const { kinds, equations, figureCount } = model;
  const kindsOf: number[][] = Array.from({ length: figureCount }, () => []);
  for (const [kind, figures] of kinds.entries()) for (const figure of figures) kindsOf[figure]?.push(kind);

  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  const addRow = (plus: readonly number[], minus: readonly number[]): void => {
    starts.push(indices.length);
    const times = new Map<number, number>();
    for (const kind of plus) times.set(kind, (times.get(kind) ?? 0) + 1);
    for (const kind of minus) times.set(kind, (times.get(kind) ?? 0) - 1);
    indices.push(...times.keys());
    values.push(...times.values());
  };
  for (const figureKinds of kindsOf) addRow(figureKinds, []);
  for (const [left, right] of equations) addRow(left, right);
  starts.push(indices.length);

  const numCols = kinds.length;
  const numRows = figureCount + equations.length;
  const zeros = equations.map(() => 0);
  const solver = highs.createModel();
  solver.options.set({ output_flag: false, ...FIRST_TRY });
  solver.passModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: [...kindsOf.map((_, figure) => ranges[figure]?.low ?? 0), ...zeros],
    rowUpper: [...kindsOf.map((_, figure) => ranges[figure]?.high ?? highs.infinity), ...zeros],
    matrix: { format: 'csr', numCols, numRows, starts, indices, values },
  });
  const { optimal, infeasible, unbounded } = highs.constants.modelStatus;
  return {
    findOptimum(figures, sense) {
      const costs = new Float64Array(numCols);
      const cost = sense === 'least' ? 1 : -1;
      for (const figure of figures) {
        for (const kind of kindsOf[figure] ?? []) costs[kind] = (costs[kind] ?? 0) + cost;
      }
      solver.changeColsCost({ kind: 'range', from: 0, to: numCols - 1 }, costs);
      solver.run();
      let status = solver.getModelStatus();
      if (status !== optimal) {
        solver.clearSolver();
        solver.options.set(SECOND_TRY);
        solver.run();
        status = solver.getModelStatus();
        solver.options.set(FIRST_TRY);
      }
      if (status === optimal)
        return Float64Array.from(solver.getSolution().rowValue).subarray(0, figureCount);
      if (status === infeasible) return 'impossible';
      return status === unbounded ? 'unbounded' : 'unsolved';
    },
    dispose: () => solver.dispose(),
  };
}
