import type { Clock } from './clock';

const DAY_MS = 86_400_000;
const THURSDAY_TO_MONDAY_DAYS = 4; // day 0 of Unix time was a Thursday

/** The store day at this moment as an ISO date (`2026-03-30`); such dates compare as text. */
export function storeToday(clock: Clock): string {
  const atMs = clock.nowMs();
  return isoDate(Math.floor((atMs + clock.minutesFromUtc(atMs) * 60_000) / DAY_MS));
}

/** The ISO date of a store day counted from 1970-01-01. */
export function isoDate(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** The ISO date so many days later; a negative number goes back. */
export function addDays(day: string, days: number): string {
  return isoDate(epochDayOf(day) + days);
}

/** The first Monday after an ISO date; a Monday gives the Monday a week later. */
export function nextMonday(day: string): string {
  const sinceMonday = (epochDayOf(day) - THURSDAY_TO_MONDAY_DAYS) % 7;
  return addDays(day, 7 - ((sinceMonday + 7) % 7));
}

/** The earliest of at least one ISO date. */
export function earliestDay(days: readonly string[]): string {
  const [earliest] = [...days].sort();
  if (earliest === undefined) throw new RangeError('no days to choose from');
  return earliest;
}

function epochDayOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}
