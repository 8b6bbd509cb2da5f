/** The time as the companion sees it; passed in everywhere, so that tests and simulated weeks can set it. */
export interface Clock {
  /** Unix time in ms. */
  nowMs(): number;
  /** Minutes that store time is ahead of UTC at that moment. */
  minutesFromUtc(atMs: number): number;
}

/** The machine's own clock and time zone. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  minutesFromUtc: (atMs) => -new Date(atMs).getTimezoneOffset(),
};
