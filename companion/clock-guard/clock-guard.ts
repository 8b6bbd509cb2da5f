import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock';
import { newestHeardMs } from '../store/kiosk';
import { replaceFile } from '../store/replace-file';
import type { Db } from '../store/tables';
import { storeToday } from '../store-day';
import { type ClockFacts, judgeClock } from './judge-clock';

/**
 * Keeps a clock that leapt from dating anything: sheets, vitals, releases and kiosks' clocks. What is not taken stays in
 * the kiosks, what is not published is published later.
 */
export interface ClockGuard {
  /** Why the machine's clock is not believed and what to do, in sentences; null: it is, and that is noted. */
  doubt(): Promise<string | null>;
  /** As `doubt`, but notes nothing. */
  explain(): Promise<string | null>;
  /** As `doubt`, when a kiosk has just said what its clock says (Unix seconds; null: it has none). */
  doubtBeside(kioskUnixS: number | null): Promise<string | null>;
}

const note = z.object({ seenAt: z.iso.datetime() });
const clockFile = (dataFolder: string): string => join(dataFolder, 'clock.json');
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** The guard of one data folder; the newest believed moment is in its `clock.json`. */
export function createClockGuard(clock: Clock, dataFolder: string, db: Db): ClockGuard {
  const look = async (kioskMs: number | null): Promise<ClockFacts> => ({
    nowMs: clock.nowMs(),
    seenAtMs: readSeenAt(dataFolder) ?? (await newestHeardMs(db)),
    kioskMs,
  });

  return {
    async doubt() {
      const facts = await look(null);
      const words = wordsFor(facts, clock);
      // the first kiosk may still know better, so a companion that has heard nobody notes nothing
      if (words === null && facts.seenAtMs !== null) noteIfThereIsRoom(dataFolder, facts.nowMs);
      return words;
    },
    explain: async () => wordsFor(await look(null), clock),
    async doubtBeside(kioskUnixS) {
      const facts = await look(kioskUnixS === null ? null : kioskUnixS * 1000);
      const words = wordsFor(facts, clock);
      if (words === null) noteIfThereIsRoom(dataFolder, facts.nowMs);
      return words;
    },
  };
}

/** A person says that the machine's clock is right. */
export function believeClock(clock: Clock, dataFolder: string): void {
  noteSeen(dataFolder, clock.nowMs());
}

/** A file that cannot be read, or is of another kind, is as good as none: it is written anew. */
function readSeenAt(dataFolder: string): number | null {
  try {
    if (!existsSync(clockFile(dataFolder))) return null;
    return Date.parse(note.parse(JSON.parse(readFileSync(clockFile(dataFolder), 'utf8'))).seenAt);
  } catch {
    return null;
  }
}

/** The note may wait where the disk is full: an older one only makes the guard more careful. */
function noteIfThereIsRoom(dataFolder: string, nowMs: number): void {
  try {
    noteSeen(dataFolder, nowMs);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function noteSeen(dataFolder: string, nowMs: number): void {
  replaceFile(clockFile(dataFolder), `${JSON.stringify({ seenAt: new Date(nowMs).toISOString() })}\n`);
}

function wordsFor(facts: ClockFacts, clock: Clock): string | null {
  const { nowMs, seenAtMs, kioskMs } = facts;
  const verdict = judgeClock(facts);
  if (verdict === 'believed') return null;
  const now = `This machine’s clock says ${isoOf(nowMs)} (UTC), and`;
  const other =
    verdict === 'apart'
      ? `the kiosk’s says ${isoOf(kioskMs ?? 0)}.`
      : `it was ${isoOf(seenAtMs ?? 0)} when this companion ran last.`;
  return (
    `${now} ${other} Until that is settled nothing is taken from kiosks, which keep it, and nothing is published. ` +
    `Set the clock; if it is right, run: counterstep clock --today ${storeToday(clock)}`
  );
}
