import type { CountedDays } from '../bands/chance';
import { spanDays } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { shareInterval } from '../bands/interval';
import { readFinished, readingInterval, readStarted, type Spans } from '../bands/reading';

/** How many store days some spans cover. */
export const daysOf = (spans: Spans): number =>
  spans.reduce((days, { firstDay, lastDay }) => days + spanDays(firstDay, lastDay), 0);

/** Finished checks and the days in which they came; null without a report. */
export function finishedInDays(spans: Spans): CountedDays | null {
  const count = readingInterval(readFinished(spans));
  return count && { count, days: daysOf(spans) };
}

/** Finished checks a day in some spans, every value they may have; spans are not all equally long. */
export function finishedPerDay(spans: Spans): Interval | null {
  const counted = finishedInDays(spans);
  return counted && { low: counted.count.low / counted.days, high: counted.count.high / counted.days };
}

/** The share of started runs that were finished, every value it may have. */
export function finishedShare(spans: Spans): Interval | null {
  const finished = readingInterval(readFinished(spans));
  const started = readingInterval(readStarted(spans));
  return finished && started ? shareInterval(finished, started) : null;
}

/** A rate a day in words, rounded outward to one decimal: "16.4 to 17.8". */
export function perDayWords(rate: Interval): string {
  return `${(Math.floor(rate.low * 10) / 10).toFixed(1)} to ${(Math.ceil(rate.high * 10) / 10).toFixed(1)}`;
}
