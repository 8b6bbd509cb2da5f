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
import { TALLY_ANSWER, TALLY_COUNT, TALLY_MAX, TALLY_START } from '../../shared/tallies';
import { codeSheet, DAY_UNKNOWN, READ_SHEET, SHEET_BYTES_MAX } from '../../shared/wire/sheet';
import {
  append,
  BLOCK_WRITES_MAX,
  beginPage,
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
  sealPage,
  seek,
  setNumber,
  size,
  writes,
} from './log';
import { PAGE_BYTES } from './place';
import {
  BOOTS_MAX,
  FIELD_ACKNOWLEDGED,
  FIELD_CLOCK,
  FIELD_EPOCH,
  FIELD_FINISHED,
  FIELD_NEWEST,
  FIELD_OFFSET,
  FIELD_SETTINGS,
  FIELD_STARTED,
  type FlashPort,
  HEAD_BYTES,
  HOURS_A_DAY,
  KIND_CLOSED,
  KIND_OPEN,
  KIND_STATE,
  OFFSET_ZERO,
  RECORD_BYTES,
  SETTINGS_BYTES_MAX,
  STATE_BYTES,
} from './records';

// 30 closed sheets of 72 bytes and their records; there is room while one more of these fits
const CLOSED_BYTES = 2400;
const CLOSED_RECORD_BYTES = 80;
// Everybody answers `path`; everybody whose shoes get a verdict answers `pair`
const PATH_OPTIONS = 2;
const TALLY_PAIR = 37;
const PAIR_OPTIONS = 6;
const START_TIMES = 5;
const MINIMUM_LEAST = 5;
const HOUR_S = 3600;
const DAY_S = 86400;

const counts = new Uint16Array(TALLY_COUNT);
const state = new Uint8Array(STATE_BYTES);
let stateAt = 0;
let openAt = 0;
let heldBytes = 0;
/** Store day of the open sheet's last finished check, or DAY_UNKNOWN. */
let sheetDay = DAY_UNKNOWN;
/** Store time when the kiosk started, in seconds since 1970-01-01; 0 while there is no clock. */
let startedAtS = 0;
/** Uptime up to which running without a clock is counted. */
let hoursUpToS = 0;
/** Hours of running without a clock in the open sheet's day. */
let hours = 0;
let boots = 0;
/** Number of the oldest closed sheet that is still held, acknowledged or not; 0: none. */
export let oldestSheet = 0;

/** A number of the state (records.ts). */
export function recall(field: number): number {
  let value = 0;
  for (let i = 3; i >= 0; i--) value = value * 256 + (state[field + i] as number);
  return value;
}

function sum(first: number, options: number): number {
  let total = 0;
  while (options--) total += counts[first + options] as number;
  return total;
}

/** Writes down `hours` and `boots` by clearing bits after the state. */
function mark(): void {
  const at = stateAt + STATE_BYTES + RECORD_BYTES;
  const marks = new Uint8Array(4);
  setNumber(marks, 0, ((-1 << hours) & 0xffffff) | (-1 << (24 + boots)));
  if ((writes[(at >> 9) & 7] as number) < BLOCK_WRITES_MAX) {
    countWrites(at, 1, 1);
    if (isUsable) flash.write(at, marks);
  } else keep(KIND_STATE);
}

/** Appends the state, or the counts as snapshot or closed sheet; false when the page does not take it. */
function write(kindOf: number, epochDay: number): boolean {
  const record = new Uint8Array(SHEET_BYTES_MAX + RECORD_BYTES);
  let length = HEAD_BYTES + STATE_BYTES;
  record[0] = kindOf;
  record[2] = recall(FIELD_NEWEST) + 1;
  record[3] = (recall(FIELD_NEWEST) + 1) >> 8;
  if (kindOf === KIND_STATE) record.set(state, HEAD_BYTES);
  else length = codeSheet(record, HEAD_BYTES, counts, epochDay);
  const at = append(record, length);
  if (at && kindOf === KIND_STATE) {
    stateAt = at;
    if (hours + boots) mark();
  }
  if (at && kindOf === KIND_OPEN) {
    if (openAt) {
      // the counts first: a snapshot whose kind says that it is wiped must be
      flash.write(openAt + 4, new Uint8Array((flash.read(openAt + 1, 1)[0] as number) * 4 - 4));
      flash.write(openAt, new Uint8Array([0, 255, 255, 255]));
    }
    openAt = at;
  }
  return at > 0;
}

/** Carries what is live to the other page. The old page stays in force until the new one is whole. */
function carry(): void {
  if (!isUsable) return;
  const old = beginPage();
  oldestSheet = openAt = 0;
  for (let at = old && seek(old + RECORD_BYTES); at % PAGE_BYTES; at = seek(at + size)) {
    const record = kind === KIND_CLOSED && number > recall(FIELD_ACKNOWLEDGED) && load(at);
    if (record) {
      append(record, size - 4);
      oldestSheet = oldestSheet || number;
    }
  }
  write(KIND_STATE, 0);
  write(KIND_OPEN, sheetDay);
  sealPage();
}

/** Writes the state or a snapshot, on the other page when this one is full. */
function keep(kindOf: number): void {
  if (!write(kindOf, sheetDay)) carry();
}

/** The open sheet is a closed record by now: adds it to the totals and opens the next, in memory. */
function openNextSheet(): void {
  setNumber(state, FIELD_STARTED, recall(FIELD_STARTED) + sum(TALLY_START, START_TIMES));
  setNumber(state, FIELD_FINISHED, recall(FIELD_FINISHED) + sum(TALLY_ANSWER, PATH_OPTIONS));
  setNumber(state, FIELD_NEWEST, recall(FIELD_NEWEST) + 1);
  counts.fill(0);
  sheetDay = DAY_UNKNOWN;
  hours = 0;
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
  stateAt = openAt = oldestSheet = 0;
  startedAtS = hoursUpToS = hours = boots = 0;
  sheetDay = DAY_UNKNOWN;
  openLog(port, (at, record) => {
    if (kind === KIND_CLOSED) {
      closedAt = at;
      closedNumber = number;
      oldestSheet = oldestSheet || number;
    } else if (kind === KIND_OPEN) {
      openAt = at;
      snapshots++;
    } else if (kind === KIND_STATE) {
      const marksAt = at + STATE_BYTES + RECORD_BYTES;
      const marks = flash.read(marksAt, 4);
      stateAt = at;
      state.set(record.subarray(HEAD_BYTES, HEAD_BYTES + STATE_BYTES));
      hours = boots = 0;
      while (hours < HOURS_A_DAY && !((marks[hours >> 3] as number) & (1 << (hours & 7)))) hours++;
      while (boots < BOOTS_MAX && !((marks[3] as number) & (1 << boots))) boots++;
      countWrites(marksAt, 1, hours + boots);
    }
  });
  if (!stateAt) setNumber(state, FIELD_EPOCH, random32());
  // a sheet that was closed when the state did not know yet: its counts are the ones to add
  const isClosing = closedNumber > recall(FIELD_NEWEST);
  const countsAt = isClosing ? closedAt : openAt;
  const record = countsAt && load(countsAt);
  if (record) sheetDay = codeSheet(record, HEAD_BYTES, counts, READ_SHEET);
  if (isClosing) openNextSheet();
  if (isTorn || isClosing || snapshots !== 1 || !stateAt) carry();
  else clean(3 * PAGE_BYTES - page);
  return isUsable;
}

/** Counts one event of the open sheet. It is kept with the next snapshot; a cut before that loses it. */
export function countAside(counter: number): void {
  if ((counts[counter] as number) < TALLY_MAX) counts[counter] = (counts[counter] as number) + 1;
}

/** Counts a finished check and keeps it: once this returns, a power cut does not lose it. */
export function countCheck(counters: readonly number[], uptimeS: number): void {
  const isDayOver = hours >= HOURS_A_DAY;
  counters.forEach(countAside);
  sheetDay = storeDay(uptimeS);
  if (isDayOver) hours = 0;
  keep(KIND_OPEN);
  if (isDayOver) keep(KIND_STATE);
}

/**
 * Closes the open sheet if its day is over, if it holds at least `minimum` (never under 5) checks on the knee path
 * and as many with a shoe verdict, and if there is room for one more. Call it every minute. Returns whether it did.
 */
export function closeIfDue(minimum: number, uptimeS: number): boolean {
  const today = storeDay(uptimeS);
  while (uptimeS - hoursUpToS >= HOUR_S) {
    hoursUpToS += HOUR_S;
    if (!startedAtS && hours < HOURS_A_DAY) {
      hours++;
      mark();
    }
  }
  if (today === DAY_UNKNOWN || sheetDay === DAY_UNKNOWN ? hours < HOURS_A_DAY : today <= sheetDay)
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
  oldestSheet = oldestSheet || recall(FIELD_NEWEST);
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

/** Keeps the settings, at most 96 bytes whatever they mean; longer ones are refused. */
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

/** Store time in seconds since 1970-01-01; 0 without a clock. */
export function storeTimeS(uptimeS: number): number {
  return startedAtS && startedAtS + uptimeS;
}

/** Store day in days since 1970-01-01; DAY_UNKNOWN without a clock. */
export function storeDay(uptimeS: number): number {
  return Math.floor(storeTimeS(uptimeS) / DAY_S) || DAY_UNKNOWN;
}

/** Sets the clock: Unix seconds, and minutes to add for store time. It is kept about once a day. */
export function setClock(unixS: number, offsetMinutes: number, uptimeS: number): void {
  const offset = offsetMinutes + OFFSET_ZERO;
  startedAtS = unixS + offsetMinutes * 60 - uptimeS;
  const today = storeDay(uptimeS);
  if (sheetDay === DAY_UNKNOWN || today < sheetDay) {
    sheetDay = today;
    keep(KIND_OPEN);
  }
  if (recall(FIELD_OFFSET) !== offset || Math.abs(unixS - recall(FIELD_CLOCK)) >= DAY_S) {
    setNumber(state, FIELD_CLOCK, unixS);
    setNumber(state, FIELD_OFFSET, offset);
    keep(KIND_STATE);
  }
}

/** Marks a boot, or with `isGood` that this one ran for a minute. Returns the boots since the last good minute. */
export function markBoot(isGood: boolean): number {
  if (!isGood && boots < BOOTS_MAX) {
    boots++;
    mark();
  } else if (isGood && boots) {
    boots = 0;
    keep(KIND_STATE);
  }
  return boots;
}
