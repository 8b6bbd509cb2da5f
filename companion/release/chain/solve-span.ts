import type { Highs } from 'highs';
import { judgeRanges } from '../audit/judge-ranges';
import type { Range } from '../audit/linear-bounds';
import type { ModelBySpan } from './fit-models';
import { joinModels } from './join-models';
import { chainRanges, spanRanges } from './published-quarter';
import type { StandIns } from './stand-ins';

/**
 * Asks the solver about figures of a span, or of the total, while all other spans but a few that may make up for it stay
 * as they are.
 */
export function isSolvedSafe(
  of: 'span' | 'total',
  highs: Highs,
  { published, counts, total, order }: StandIns,
  models: ModelBySpan,
  span: number,
  others: number,
  figures: readonly number[],
  leastPossibleValues: number,
): boolean {
  const { spans, figureCount } = published;
  const partners = Array.from({ length: others }, (_, index) => (span + (index + 1) * order) % spans);
  const group = [...new Set([span, ...partners])];
  const room = chainRanges(published).map(({ low, high }, figure): Range => {
    const inGroup = group.reduce((sum, one) => sum + (counts[one * figureCount + figure] as number), 0);
    const outside = (total[figure] as number) - inGroup;
    return { low: Math.max(0, low - outside), high: high - outside };
  });
  const ranges = [...group.flatMap((one) => spanRanges(published, one)), ...room];
  const joined = joinModels(
    group.flatMap((one) => models[one]?.counting ?? []),
    figureCount,
  );
  const judged = of === 'span' ? figures : figures.map((figure) => group.length * figureCount + figure);
  return judgeRanges(highs, joined, ranges, judged, leastPossibleValues) === 'safe';
}
