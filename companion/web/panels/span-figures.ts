import type { ReleaseRecord } from '../../release/release-record';
import { spanDays } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { shareInterval } from '../bands/interval';
import { readBand, readingInterval } from '../bands/reading';

/** Finished checks a day in one span, every value they may have; spans are not all equally long. */
export function finishedPerDay(release: ReleaseRecord | undefined): Interval | null {
  const finished = release && readingInterval(readBand(release.finished));
  if (!finished) return null;
  const days = spanDays(release.firstDay, release.lastDay);
  return { low: finished.low / days, high: finished.high / days };
}

/** The share of started runs that were finished, every value it may have. */
export function finishedShare(release: ReleaseRecord | undefined): Interval | null {
  const finished = release && readingInterval(readBand(release.finished));
  const started = release && readingInterval(readBand(release.started));
  return finished && started ? shareInterval(finished, started) : null;
}

/** A rate a day in words, rounded outward to one decimal: "16.4 to 17.8". */
export function perDayWords(rate: Interval): string {
  return `${(Math.floor(rate.low * 10) / 10).toFixed(1)} to ${(Math.ceil(rate.high * 10) / 10).toFixed(1)}`;
}
