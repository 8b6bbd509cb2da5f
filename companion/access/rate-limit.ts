/** How much somebody may do: `burst` at once, then one more each `refillMs`. */
export interface Rate {
  readonly burst: number;
  readonly refillMs: number;
}

/** Counts what somebody does and says when it is too much. */
export interface RateLimit {
  /** Takes one from a name's allowance; returns 0, or after how many ms there is one again. */
  take(name: string): number;
  /** Gives one back, for what turned out harmless. */
  giveBack(name: string): void;
}

const NAMES_MAX = 10_000;

/**
 * A rate limit for each name. It remembers at most 10,000 names: those who waited longest are forgotten first, so a
 * flood of names costs no memory. What it guards needs a limit for everybody together, too.
 */
export function createRateLimit({ burst, refillMs }: Rate, nowMs: () => number): RateLimit {
  /** For each name the moment from which on its allowance is whole again. */
  const wholeAt = new Map<string, number>();

  function set(name: string, atMs: number): void {
    wholeAt.delete(name);
    wholeAt.set(name, atMs);
    for (const oldest of wholeAt.keys()) {
      if (wholeAt.size <= NAMES_MAX) break;
      wholeAt.delete(oldest);
    }
  }

  return {
    take(name) {
      const now = nowMs();
      const whole = wholeAt.get(name) ?? now;
      // further away than a used-up allowance can be: the clock was set back, and nobody shall wait until it is there again
      const isFromAhead = whole > now + burst * refillMs;
      const next = Math.max(isFromAhead ? now : whole, now) + refillMs;
      const waitMs = next - now - burst * refillMs;
      if (waitMs > 0) return waitMs;
      set(name, next);
      return 0;
    },
    giveBack(name) {
      const atMs = wholeAt.get(name);
      if (atMs !== undefined) set(name, atMs - refillMs);
    },
  };
}
