import type { Interval } from './interval';

/** 95 % of a normal distribution lie within this many standard deviations of its mean. */
const DEVIATIONS = 1.959964;

/** A part of a whole: every value that each of them may have. */
export interface Counted {
  readonly part: Interval;
  readonly whole: Interval;
}

/** What can be said of a figure against an earlier one. */
export type Change = 'more' | 'fewer' | 'may be rounding' | 'may be chance';

/**
 * The 95 % interval of a share.
 *
 * @param part  0 to `whole`
 * @param whole  more than 0
 * @source Wilson, Journal of the American Statistical Association 22 (1927), 209 to 212
 */
function wilson(part: number, whole: number): Interval {
  const squared = DEVIATIONS * DEVIATIONS;
  const middle = part + squared / 2;
  const spread = DEVIATIONS * Math.sqrt((part * (whole - part)) / whole + squared / 4);
  return { low: (middle - spread) / (whole + squared), high: (middle + spread) / (whole + squared) };
}

/** The smallest share that the counts allow, as part and whole. */
const smallest = ({ part, whole }: Counted): [number, number] => [
  part.low,
  Math.max(whole.high, part.low, 1),
];

/** The largest share that the counts allow; a part is never more than its whole. */
const largest = ({ part, whole }: Counted): [number, number] => {
  const of = Math.max(whole.low, 1);
  return [Math.min(part.high, of), of];
};

/** Every share that rounding and chance together leave likely (95 %): Wilson's interval around all counts. */
export function likelyShare(counted: Counted): Interval {
  return { low: Math.max(0, wilson(...smallest(counted)).low), high: wilson(...largest(counted)).high };
}

/**
 * Whether one share lies above another by more than chance, for every value that the counts may have.
 *
 * The smallest upper share is set against the largest lower one; if the interval of that difference leaves out 0,
 * so do the intervals of all other values.
 *
 * @source Newcombe, Statistics in Medicine 17 (1998), 873 to 890, method 10: the 95 % interval of a difference of
 * two shares from their Wilson intervals
 */
function isAboveChance(upper: Counted, lower: Counted): boolean {
  const [upperPart, upperWhole] = smallest(upper);
  const [lowerPart, lowerWhole] = largest(lower);
  const upperShare = upperPart / upperWhole;
  const lowerShare = lowerPart / lowerWhole;
  const reachDown = upperShare - wilson(upperPart, upperWhole).low;
  const reachUp = wilson(lowerPart, lowerWhole).high - lowerShare;
  return upperShare - lowerShare > Math.hypot(reachDown, reachUp);
}

/** How a share changed; `may be rounding` when the counts leave room for none, `may be chance` when chance does. */
export function changeOfShare(before: Counted, now: Counted): Change {
  const shareOf = ([part, whole]: [number, number]): number => part / whole;
  if (shareOf(smallest(now)) > shareOf(largest(before)))
    return isAboveChance(now, before) ? 'more' : 'may be chance';
  if (shareOf(largest(now)) < shareOf(smallest(before)))
    return isAboveChance(before, now) ? 'fewer' : 'may be chance';
  return 'may be rounding';
}

/** How often something happened, and in how many days. */
export interface CountedDays {
  readonly count: Interval;
  readonly days: number;
}

/**
 * How a rate a day changed, for every value that the counts may have.
 *
 * If the rate were the same, each of all events would fall into the later days with probability days / all days:
 * a change is more than chance when the 95 % interval of the share that did leaves that out.
 *
 * @source Przyborowski and Wilenski, Biometrika 31 (1940), 313 to 323: two Poisson counts compared by their sum
 */
export function changeOfRate(before: CountedDays, now: CountedDays): Change {
  const expected = now.days / (now.days + before.days);
  const isMore = now.count.low / now.days > before.count.high / before.days;
  const isFewer = now.count.high / now.days < before.count.low / before.days;
  if (!isMore && !isFewer) return 'may be rounding';
  const nowCount = isMore ? now.count.low : now.count.high;
  const beforeCount = isMore ? before.count.high : before.count.low;
  const likely = wilson(nowCount, nowCount + beforeCount);
  if (isMore) return likely.low > expected ? 'more' : 'may be chance';
  return likely.high < expected ? 'fewer' : 'may be chance';
}

/** A change in a word or three, for tables: "larger", "smaller", or why nothing can be said. */
export const changeWords = (change: Change | null): string => {
  if (change === null) return 'nothing to compare';
  if (change === 'more') return 'larger';
  return change === 'fewer' ? 'smaller' : `none: ${change}`;
};
