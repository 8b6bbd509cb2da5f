import { deviation, mean, sum } from 'd3-array';
import type { BatterySample } from './kiosk-health';

/** A rise of more than this many percent is a new or charged battery; what came before it says nothing. */
const RISE_PERCENT = 5;
const DAYS_MIN = 5;
const FALL_MIN_PERCENT = 2;
/** Beyond this a forecast from a few weeks is no forecast. */
const DAYS_MAX = 400;
const STANDARD_ERRORS = 2;

/** The samples since the battery was last changed or charged. */
function sinceLastRise(samples: readonly BatterySample[]): readonly BatterySample[] {
  let first = 0;
  samples.forEach(({ percent }, index) => {
    const before = samples[index - 1];
    if (before && percent > before.percent + RISE_PERCENT) first = index;
  });
  return samples.slice(first);
}

/**
 * How many more days a battery lasts when it goes on falling as it did, from a straight line through its samples.
 *
 * @param samples  one a day, the oldest first
 * @returns null when it does not fall: on mains, or too new to tell; `high` is at most 400
 */
export function batteryDaysLeft(
  samples: readonly BatterySample[],
): { readonly low: number; readonly high: number } | null {
  const used = sinceLastRise(samples);
  const newest = used[used.length - 1];
  const oldest = used[0];
  if (!newest || !oldest || newest.day - oldest.day < DAYS_MIN) return null;
  const meanDay = mean(used, ({ day }) => day) ?? 0;
  const meanPercent = mean(used, ({ percent }) => percent) ?? 0;
  const spread = sum(used, ({ day }) => (day - meanDay) ** 2);
  const slope = sum(used, ({ day, percent }) => (day - meanDay) * (percent - meanPercent)) / spread;
  if (-slope * (newest.day - oldest.day) < FALL_MIN_PERCENT) return null;
  const rests = used.map(({ day, percent }) => percent - meanPercent - slope * (day - meanDay));
  const error = STANDARD_ERRORS * ((deviation(rests) ?? 0) / Math.sqrt(spread));
  const fallMin = Math.max(-slope - error, newest.percent / DAYS_MAX);
  return {
    low: Math.floor(newest.percent / (-slope + error)),
    high: Math.min(DAYS_MAX, Math.ceil(newest.percent / fallMin)),
  };
}
