/**
 * The counts of a kiosk: one open sheet in memory with a snapshot in flash after every finished check, and closed
 * sheets in flash, which never change.
 *
 * Days. The open sheet belongs to the store day of its last finished check and closes once that day is over. A clock
 * set back behind that day moves the open sheet to the day that it now is; closed sheets keep theirs. Without a
 * clock a day is 24 hours of running since the sheet was opened, summed over restarts (an hour that a restart cuts
 * short is not counted), and a sheet that closes so has no day. Either way nobody's check decides when a sheet
 * closes: the tenth check of a quiet week is followed by the end of its day like any other.
 */
import { TALLY_ANSWER, TALLY_MAX, TALLY_START } from '../../shared/tallies';
import { getNumber } from '../../shared/wire/bytes';
import { codeSheet, DAY_UNKNOWN, READ_SHEET } from '../../shared/wire/sheet';
import { storeDay } from './clock';
import { carry, counts, keep, live, mark, recall, state, write } from './live';
import {
  clean,
  countWrites,
  flash,
  isTorn,
  isUsable,
  kind,
  load,
  number,
  openLog,
  page,
  seek,
  setNumber,
  size,
} from './log';
import { PAGE_BYTES } from './place';
import {
  BOOTS_MAX,
  FIELD_ACKNOWLEDGED,
  FIELD_EPOCH,
  FIELD_FINISHED,
  FIELD_NEWEST,
  FIELD_SETTINGS,
  FIELD_STARTED,
  type FlashPort,
  HEAD_BYTES,
  HOURS_A_DAY,
  KIND_CLOSED,
  KIND_OPEN,
  KIND_STATE,
  RECORD_BYTES,
  SETTINGS_BYTES_MAX,
  STATE_BYTES,
} from './records';

// 31 closed sheets of 72 bytes and their records; there is room while one more of these fits
const CLOSED_BYTES = 2480;
const CLOSED_RECORD_BYTES = 80;
// Everybody answers `path`; everybody whose shoes get a verdict answers `pair`
const PATH_OPTIONS = 2;
const TALLY_PAIR = 37;
const PAIR_OPTIONS = 6;
const START_TIMES = 5;
const MINIMUM_LEAST = 5;
const HOUR_S = 3600;

let heldBytes = 0;

function sum(first: number, options: number): number {
  let total = 0;
  while (options--) total += counts[first + options] as number;
  return total;
}

/** The open sheet is a closed record by now: adds it to the totals and opens the next, in memory. */
function openNextSheet(): void {
  setNumber(state, FIELD_STARTED, recall(FIELD_STARTED) + sum(TALLY_START, START_TIMES));
  setNumber(state, FIELD_FINISHED, recall(FIELD_FINISHED) + sum(TALLY_ANSWER, PATH_OPTIONS));
  setNumber(state, FIELD_NEWEST, recall(FIELD_NEWEST) + 1);
  counts.fill(0);
  live.sheetDay = DAY_UNKNOWN;
  live.hours = 0;
}

/**
 * Reads the flash and puts right what a power cut left behind. An empty ledger gets an epoch from `random32`.
 * Returns false when the ledger is unusable: then nothing is ever written, and nothing is counted for good.
 */
export function openLedger(port: FlashPort, random32: () => number): boolean {
  let closedAt = 0;
  let closedNumber = 0;
  let snapshots = 0;
  counts.fill(0);
  state.fill(0);
  live.stateAt = live.openAt = live.oldestSheet = 0;
  live.startedAtS = live.hoursUpToS = live.hours = live.boots = 0;
  live.sheetDay = DAY_UNKNOWN;
  openLog(port, (at, record) => {
    if (kind === KIND_CLOSED) {
      closedAt = at;
      closedNumber = number;
      live.oldestSheet = live.oldestSheet || number;
    } else if (kind === KIND_OPEN) {
      live.openAt = at;
      snapshots++;
    } else if (kind === KIND_STATE) {
      const marksAt = at + (STATE_BYTES + RECORD_BYTES);
      const marks = getNumber(flash.read(marksAt, 4), 0, 4);
      live.stateAt = at;
      state.set(record.subarray(HEAD_BYTES, HEAD_BYTES + STATE_BYTES));
      live.hours = number & 255;
      live.boots = number >> 8;
      while (live.hours < HOURS_A_DAY && !((marks >> live.hours) & 1)) live.hours++;
      while (live.boots < BOOTS_MAX && marks << live.boots >= 0) live.boots++;
      countWrites(marksAt, 1, live.hours + live.boots);
    }
  });
  if (!live.stateAt) setNumber(state, FIELD_EPOCH, random32());
  // a sheet that was closed when the state did not know yet: its counts are the ones to add
  const isClosing = closedNumber > recall(FIELD_NEWEST);
  const countsAt = isClosing ? closedAt : live.openAt;
  const record = countsAt && load(countsAt);
  if (record) live.sheetDay = codeSheet(record, HEAD_BYTES, counts, READ_SHEET);
  if (isClosing) openNextSheet();
  if (isTorn || isClosing || snapshots !== 1 || !live.stateAt) carry();
  if (isUsable) clean();
  return isUsable;
}

/** Counts one event of the open sheet. It is kept with the next snapshot; a cut before that loses it. */
export function countAside(counter: number): void {
  if ((counts[counter] as number) < TALLY_MAX) counts[counter] = (counts[counter] as number) + 1;
}

/** Counts a finished check and keeps it: once this returns, a power cut does not lose it. */
export function countCheck(counters: readonly number[], uptimeS: number): void {
  const isDayOver = live.hours >= HOURS_A_DAY;
  counters.forEach(countAside);
  live.sheetDay = storeDay(uptimeS);
  if (isDayOver) live.hours = 0;
  keep(KIND_OPEN);
  if (isDayOver) keep(KIND_STATE);
}

/**
 * Closes the open sheet if its day is over, if it holds at least `minimum` (never under 5) checks on the knee path
 * and as many with a shoe verdict, and if there is room for one more. Call it every minute. Returns whether it did.
 */
export function closeIfDue(minimum: number, uptimeS: number): boolean {
  const today = storeDay(uptimeS);
  while (uptimeS - live.hoursUpToS >= HOUR_S) {
    live.hoursUpToS += HOUR_S;
    if (!live.startedAtS && live.hours < HOURS_A_DAY) {
      live.hours++;
      mark();
    }
  }
  if (
    today === DAY_UNKNOWN || live.sheetDay === DAY_UNKNOWN ? live.hours < HOURS_A_DAY : today <= live.sheetDay
  )
    return false;
  minimum = Math.max(minimum, MINIMUM_LEAST);
  if ((counts[TALLY_ANSWER] as number) < minimum || sum(TALLY_PAIR, PAIR_OPTIONS) < minimum) return false;
  readSheet(0);
  if (heldBytes > CLOSED_BYTES - CLOSED_RECORD_BYTES) return false;
  if (!write(KIND_CLOSED, today)) {
    carry();
    if (!write(KIND_CLOSED, today)) return false;
  }
  openNextSheet();
  live.oldestSheet = live.oldestSheet || recall(FIELD_NEWEST);
  keep(KIND_OPEN);
  keep(KIND_STATE);
  return true;
}

/** A closed sheet, packed (shared/wire/sheet.ts); undefined when it is not held. */
export function readSheet(sheetNo: number): Uint8Array | undefined {
  let found = 0;
  heldBytes = 0;
  for (let at = isUsable ? seek(page + RECORD_BYTES) : 0; at % PAGE_BYTES; at = seek(at + size)) {
    if (kind !== KIND_CLOSED) continue;
    if (number > recall(FIELD_ACKNOWLEDGED)) heldBytes += size;
    if (number === sheetNo) found = at;
  }
  const record = found && load(found);
  return record ? record.subarray(HEAD_BYTES, record.length - 4) : undefined;
}

/** Keeps a number of the state. An acknowledgement only goes up, and no further than the newest closed sheet. */
export function remember(field: number, value: number): void {
  if (field === FIELD_ACKNOWLEDGED && (value < recall(field) || value > recall(FIELD_NEWEST))) return;
  if (value === recall(field)) return;
  setNumber(state, field, value);
  keep(KIND_STATE);
}

/** Keeps the settings, at most 95 bytes whatever they mean; longer ones are refused. */
export function saveSettings(settings: Uint8Array): boolean {
  if (settings.length > SETTINGS_BYTES_MAX) return false;
  state[FIELD_SETTINGS] = settings.length;
  state.set(settings, FIELD_SETTINGS + 1);
  keep(KIND_STATE);
  return isUsable;
}

/** The settings that were kept last, in place; of length 0 when none ever were. */
export function readSettings(): Uint8Array {
  return state.subarray(FIELD_SETTINGS + 1, FIELD_SETTINGS + 1 + (state[FIELD_SETTINGS] as number));
}

/** Marks a boot, or with `isGood` that this one ran for a minute. Returns the boots since the last good minute. */
export function markBoot(isGood: boolean): number {
  if (!isGood && live.boots < BOOTS_MAX) {
    live.boots++;
    mark();
  } else if (isGood && live.boots) {
    live.boots = 0;
    keep(KIND_STATE);
  }
  return live.boots;
}
