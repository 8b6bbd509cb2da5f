const DAY_MS = 86_400_000;
/** As long as a missing sheet is waited for: a clock that leaps no further gives up nothing that is only late. */
const LEAP_MS = 28 * DAY_MS;
/** Changing the time zone or the hour of a machine is no reason for doubt. */
const BACK_MS = DAY_MS;
/** A kiosk's clock is off by up to 40 s a day (Pixl.js: RC oscillator), and may have been set long ago. */
const AGREES_MS = 2 * DAY_MS;

/** What a machine's clock is held against. Unix time in ms; null: there is none. */
export interface ClockFacts {
  readonly nowMs: number;
  /** the newest moment at which this companion believed the clock */
  readonly seenAtMs: number | null;
  /** what a kiosk's clock says now */
  readonly kioskMs: number | null;
}

/** `believed`; `ahead` or `behind` of when it was believed last; or `apart` from the first kiosk's. */
export type ClockVerdict = 'believed' | 'ahead' | 'behind' | 'apart';

/**
 * Whether what happens now may be dated by the machine's clock. A companion that was off for long finds its clock far
 * ahead: a kiosk that kept time meanwhile settles it, otherwise a person has to.
 */
export function judgeClock({ nowMs, seenAtMs, kioskMs }: ClockFacts): ClockVerdict {
  const agrees = kioskMs !== null && Math.abs(nowMs - kioskMs) <= AGREES_MS;
  if (seenAtMs === null) return kioskMs === null || agrees ? 'believed' : 'apart';
  if (nowMs < seenAtMs - BACK_MS) return agrees ? 'believed' : 'behind';
  return nowMs <= seenAtMs + LEAP_MS || agrees ? 'believed' : 'ahead';
}
