import type { Clock } from '../clock';
import type { Auditor } from '../release/audit/auditor';
import { publishDue } from '../release/release-store';
import type { OpenStore } from '../store/open-store';
import type { SeededRandom } from './random';
import type { SimulatedKiosk } from './simulated-kiosk';
import { liveStoreDay } from './store-day';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const MONDAY = 1;
/** Releases are looked at on Monday mornings, before the store opens. */
const MONDAY_MORNING_MS = 6 * 3_600_000;

/** A clock that stands still until it is set: simulated weeks move it, everything else only reads it. */
export interface SettableClock extends Clock {
  set(nowMs: number): void;
}

export function settableClock(nowMs: number, zone: Clock): SettableClock {
  let now = nowMs;
  return {
    nowMs: () => now,
    minutesFromUtc: (atMs) => zone.minutesFromUtc(atMs),
    set: (atMs) => (now = atMs),
  };
}

/** What simulated weeks need. */
export interface WeeksDeps {
  readonly store: OpenStore;
  readonly auditor: Auditor;
  readonly clock: SettableClock;
  readonly kiosks: readonly SimulatedKiosk[];
  readonly random: SeededRandom;
  sync(kiosk: SimulatedKiosk): Promise<void>;
  /** Called after each day with how many are done. */
  onDay(done: number, days: number): void;
}

/** Local midnight of the day that holds a moment, in Unix ms. */
export function localMidnight(atMs: number, zone: Clock): number {
  const offsetMs = zone.minutesFromUtc(atMs) * 60_000;
  return Math.floor((atMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs;
}

/** 0 Sunday to 6 Saturday, of the day that begins at this local midnight. */
function weekdayOf(midnightMs: number, zone: Clock): number {
  const day = Math.round((midnightMs + zone.minutesFromUtc(midnightMs) * 60_000) / DAY_MS);
  return (day + 4) % WEEK_DAYS; // day 0 of Unix time was a Thursday
}

/** Where simulated weeks begin so that they end now: that many weeks before today's midnight. */
export function weeksBefore(nowMs: number, weeks: number, zone: Clock): number {
  return localMidnight(localMidnight(nowMs, zone) - weeks * WEEK_DAYS * DAY_MS + DAY_MS / 2, zone);
}

/** Lives the days from `fromMs` to `untilMs` at every kiosk, syncing and publishing as a companion would. */
export async function liveWeeks(deps: WeeksDeps, fromMs: number, untilMs: number): Promise<void> {
  const { clock, kiosks, random } = deps;
  const days = Math.ceil((untilMs - fromMs) / DAY_MS);
  let published = Promise.resolve();
  for (let day = 0; day < days; day++) {
    const midnightMs = localMidnight(fromMs + day * DAY_MS + DAY_MS / 2, clock);
    const weekday = weekdayOf(midnightMs, clock);
    if (weekday === MONDAY && midnightMs + MONDAY_MORNING_MS <= untilMs) {
      const atMs = midnightMs + MONDAY_MORNING_MS;
      const monday = settableClock(atMs, clock);
      clock.set(atMs);
      // the audit works in another process meanwhile; what arrives from now on is for a later Monday
      published = published.then(() => publishOrThrow(deps, monday));
      published.catch(() => undefined); // it is thrown where it is awaited
    }
    for (const kiosk of kiosks) {
      await liveStoreDay(kiosk, random, midnightMs, weekday, untilMs, () => {
        clock.set(kiosk.nowMs());
        return deps.sync(kiosk);
      });
    }
    deps.onDay(day + 1, days);
    await new Promise((resume) => setImmediate(resume)); // lets the progress bar and Ctrl-C through
  }
  clock.set(untilMs);
  await published;
}

async function publishOrThrow({ store, auditor }: WeeksDeps, clock: Clock): Promise<void> {
  const { failed } = await publishDue(store, clock, auditor);
  if (failed[0]) throw failed[0];
}
