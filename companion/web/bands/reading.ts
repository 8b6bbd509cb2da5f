import type { Band, ReleaseRecord } from '../../release/release-record';
import type { Interval } from './interval';

/** A published figure in its three states; they are never mixed up with each other or with zero. */
export type Reading =
  | { readonly state: 'number'; readonly low: number }
  | { readonly state: 'held back' }
  | { readonly state: 'no report' };

const BAND_WIDTH = 10;

/** A published number `low` stands for any count from `low` to this. */
export const bandTop = (low: number): number => low + BAND_WIDTH - 1;

/** Turns a band into a reading; `undefined` means that nothing was reported at all. */
export function readBand(band: Band | undefined): Reading {
  if (band === undefined) return { state: 'no report' };
  return band === null ? { state: 'held back' } : { state: 'number', low: band };
}

/** The reading of one counter of a release; without a release there is no report. */
export function readCounter(release: ReleaseRecord | undefined, counter: number): Reading {
  return readBand(release?.bands[counter]);
}

/** Every value a figure may have; null when there is no report, so nothing can be said. */
export function readingInterval(reading: Reading): Interval | null {
  if (reading.state === 'number') return { low: reading.low, high: bandTop(reading.low) };
  return reading.state === 'held back' ? { low: 0, high: bandTop(0) } : null;
}

/** A reading in words: "30 to 39", "held back (under 10)" or "no report". */
export function readingWords(reading: Reading): string {
  if (reading.state === 'number') return `${reading.low} to ${bandTop(reading.low)}`;
  return reading.state === 'held back' ? 'held back (under 10)' : 'no report';
}

/** The same where room is short and a legend explains the rest: "30 to 39", "held back", "no report". */
export const shortWords = (reading: Reading): string =>
  reading.state === 'number' ? readingWords(reading) : reading.state;
