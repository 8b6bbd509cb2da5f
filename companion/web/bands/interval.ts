/** All values a figure may have, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Every value that a sum of figures may have. */
export function sumIntervals(parts: readonly Interval[]): Interval {
  return parts.reduce((sum, part) => ({ low: sum.low + part.low, high: sum.high + part.high }), {
    low: 0,
    high: 0,
  });
}

/** Every value that `whole - part` may have, never below zero. */
export function subtractInterval(whole: Interval, part: Interval): Interval {
  return { low: Math.max(0, whole.low - part.high), high: Math.max(0, whole.high - part.low) };
}

/** The values allowed by both; where they contradict each other, the first stands. */
export function narrowInterval(first: Interval, second: Interval): Interval {
  const low = Math.max(first.low, second.low);
  const high = Math.min(first.high, second.high);
  return low <= high ? { low, high } : first;
}

/**
 * Every share that `part` of `whole` may be, from 0 to 1.
 *
 * @returns null when the whole may be zero, because then no share can be stated
 */
export function shareInterval(part: Interval, whole: Interval): Interval | null {
  if (whole.low <= 0) return null;
  return { low: Math.min(1, part.low / whole.high), high: Math.min(1, part.high / whole.low) };
}

/** A share in words, rounded outward so that it never claims too much: "31 to 42 %", "up to 9 %" when it may be none. */
export function shareWords(share: Interval): string {
  const low = Math.floor(share.low * 100);
  const high = Math.ceil(share.high * 100);
  if (low === high) return `${low} %`;
  return low === 0 ? `up to ${high} %` : `${low} to ${high} %`;
}
