import type { Band } from './release-record';

/**
 * The band in which a count is published: rounded down to a multiple of ten.
 *
 * @param count   checks that gave one answer in one closed span; whole, 0 or more
 * @returns the band's lower end, or `null` for 0 to 9: held back, never zero and never "no report"
 * @throws RangeError if the count is negative or not whole
 */
export function publishedBand(count: number): Band {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  return count < 10 ? null : count - (count % 10);
}
