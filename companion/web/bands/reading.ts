import type { Band, ReleaseRecord } from '../../release/release-record';
import type { Interval } from './interval';

/**
 * A published figure in its three states, with every value it may have; they are never mixed up with each other or
 * with zero.
 */
export type Reading =
  | { readonly state: 'number'; readonly low: number; readonly high: number }
  | { readonly state: 'held back'; readonly low: 0; readonly high: number; readonly under: number }
  | { readonly state: 'no report' };

/** Released spans that are read as one: what each shows is summed. */
export type Spans = readonly ReleaseRecord[];

const BAND_WIDTH = 10;

/**
 * Turns a band into a reading; `undefined` means that nothing was reported at all.
 *
 * @param width  how many whole numbers are published as one; totals of a chain may have wider bands
 */
export function readBand(band: Band | undefined, width = BAND_WIDTH): Reading {
  if (band === undefined) return { state: 'no report' };
  if (band === null) return { state: 'held back', low: 0, high: width - 1, under: width };
  return { state: 'number', low: band, high: band + width - 1 };
}

/** Several bands of one figure together: no report when one of them has none, held back when every one is. */
function sumBands(spans: Spans, pick: (release: ReleaseRecord) => Band | undefined): Reading {
  let low = 0;
  let high = 0;
  let under = 0;
  for (const span of spans) {
    const width = span.bandWidth ?? BAND_WIDTH;
    const reading = readBand(pick(span), width);
    if (reading.state === 'no report') return reading;
    under = Math.max(under, width);
    low += reading.low;
    high += reading.high;
  }
  if (spans.length === 0) return { state: 'no report' };
  return low > 0 ? { state: 'number', low, high } : { state: 'held back', low: 0, high, under };
}

/** The reading of one counter over some spans; without a span there is no report. */
export const readCounter = (spans: Spans, counter: number): Reading =>
  sumBands(spans, ({ bands }) => bands[counter]);

/** The reading of the finished checks over some spans. */
export const readFinished = (spans: Spans): Reading => sumBands(spans, ({ finished }) => finished);

/** The reading of the runs started over some spans. */
export const readStarted = (spans: Spans): Reading => sumBands(spans, ({ started }) => started);

/** Every value a figure may have; null when there is no report, so nothing can be said. */
export function readingInterval(reading: Reading): Interval | null {
  return reading.state === 'no report' ? null : { low: reading.low, high: reading.high };
}

/** A reading in words: "30 to 39", "held back (under 10)" or "no report". */
export function readingWords(reading: Reading): string {
  if (reading.state === 'number') return `${reading.low} to ${reading.high}`;
  if (reading.state === 'no report') return 'no report';
  return `held back (under ${reading.under}${reading.high >= reading.under ? ' in each' : ''})`;
}

/** The same where room is short and a legend explains the rest: "30 to 39", "held back", "no report". */
export const shortWords = (reading: Reading): string =>
  reading.state === 'number' ? readingWords(reading) : reading.state;
