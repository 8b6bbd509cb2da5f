import type { Highs } from 'highs';
import type { CountingModel } from './counting-model';
import { findRange, type LinearBounds, openBounds, type Range } from './linear-bounds';

/** What published ranges give away to somebody who knows the model. */
export type Judgement =
  | 'safe'
  /** a held back figure can be narrowed down too far */
  | 'narrowed'
  /** no counts at all lead to these ranges */
  | 'impossible'
  /** the solver came to no end */
  | 'unsolved';

/**
 * Judges whether each held back figure may still be so many different whole numbers, for somebody who knows the
 * model and the range of every figure. A figure that the model never counts has nothing to hold back.
 */
export function judgeRanges(
  highs: Highs,
  model: CountingModel,
  ranges: readonly (Range | undefined)[],
  heldBack: readonly number[],
  leastPossibleValues: number,
): Judgement {
  const counted = new Set(model.kinds.flat());
  const open = new Set(heldBack.filter((figure) => counted.has(figure)));
  const bounds = openBounds(highs, model, ranges);
  try {
    const found = settleTogether(bounds, open, leastPossibleValues);
    if (found !== 'safe') return found;
    for (const figure of open) {
      const range = findRange(bounds, figure);
      if (typeof range === 'string') return range;
      if (range.high - range.low + 1 < leastPossibleValues) return 'narrowed';
    }
    return 'safe';
  } finally {
    bounds.dispose();
  }
}

/**
 * Takes figures out of `open` that are possible values far enough apart at points found for all of them together:
 * a few questions to the solver instead of two for each figure. What it cannot settle stays open.
 */
export function settleTogether(
  bounds: LinearBounds,
  open: Set<number>,
  leastPossibleValues: number,
): 'safe' | 'impossible' | 'unsolved' {
  const seen = new Map<number, Range>();
  for (let openBefore = open.size + 1; open.size < openBefore; ) {
    openBefore = open.size;
    for (const sense of ['least', 'largest'] as const) {
      const point = bounds.findOptimum([...open], sense);
      if (point === 'unbounded') continue;
      if (typeof point === 'string') return point;
      for (const figure of open) {
        const value = point[figure] ?? 0;
        const { low, high } = seen.get(figure) ?? { low: value, high: value };
        const range = { low: Math.min(low, value), high: Math.max(high, value) };
        seen.set(figure, range);
        // the points between two possible ones are possible too
        if (Math.floor(range.high) - Math.ceil(range.low) + 1 >= leastPossibleValues) open.delete(figure);
      }
    }
  }
  return 'safe';
}
