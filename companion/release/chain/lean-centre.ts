import type { Highs } from 'highs';
import type { CountingModel } from '../audit/counting-model';
import { openBounds, type Range } from '../audit/linear-bounds';

/** How much of the way from the centre to where figures are largest or least. */
const LEAN = 0.8;

/** A point near one where some figures together are as large, or as small, as the chain's bands allow. */
export function leanCentre(
  highs: Highs,
  { model, ranges }: { readonly model: CountingModel; readonly ranges: readonly Range[] },
  centre: Float64Array,
  figures: readonly number[],
  sense: 'least' | 'largest',
): Float64Array {
  const first = model.figureCount - centre.length;
  const bounds = openBounds(highs, model, ranges);
  try {
    const point = bounds.findOptimum(
      figures.map((figure) => first + figure),
      sense,
    );
    if (typeof point === 'string') return centre;
    return centre.map((value, figure) => LEAN * (point[first + figure] as number) + (1 - LEAN) * value);
  } finally {
    bounds.dispose();
  }
}
