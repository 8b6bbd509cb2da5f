/**
 * The counts of a kiosk: one open sheet in memory with a snapshot in flash after every finished check, and closed
 * sheets in flash that never change.
 *
 * Days. The open sheet belongs to the store day of its last finished check and closes once that day is over. A clock
 * that jumps by more than two hours, or back behind the sheet's day, moves the sheet to the day that it now is: a
 * sheet closes because a midnight passes, never because a clock was set twice. Closed sheets keep their day. Without
 * a clock a day is 24 hours of running since the sheet was opened, restarts not counted (an hour that a restart
 * cuts is lost); such a sheet closes without a day. Either way nobody's check decides when a sheet closes.
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
  head,
  isTorn,
  isUsable,
  load,
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
  FIELD_STARTED,
  type FlashPort,
  HOURS_A_DAY,
  KIND_CLOSED,
  KIND_OPEN,
  KIND_SETTINGS,
  KIND_STATE,
  OFFSET_ZERO,
  RECORD_BYTES,
  SETTINGS_BYTES_MAX,
  STATE_BYTES,
} from './records';

// Room for closed sheets: 30 of 72 bytes, each with 8 bytes of record
const CLOSED_BYTES = 2400;
const CLOSED_RECORD_BYTES = 80;
// Options of `path` and of `pair`: everybody answers path; pair, everybody whose shoes got a verdict
const PATH_OPTIONS = 2;
const TALLY_PAIR = 37;
const PAIR_OPTIONS = 6;
const START_TIMES = 5;
const MINIMUM_LEAST = 5;
const HOUR_S = 3600;
const DAY_S = 86400;
const JUMP_S = 7200;

const counts = new Uint16Array(TALLY_COUNT);
const state = new Uint8Array(STATE_BYTES);
let stateAt = 0;
let openAt = 0;
let settingsAt = 0;
let heldBytes = 0;
/** Store day of the open sheet's last finished check, or DAY_UNKNOWN. */
let sheetDay = DAY_UNKNOWN;
/** Store time when the kiosk started, seconds since 1970-01-01; 0 while there is no clock. */
let startedAtS = 0;
/** Uptime up to which hours without a clock are counted, and how many since the open sheet's day began. */
let hoursUpToS = 0;
let hours = 0;
let boots = 0;

/** Number of the oldest closed sheet that is still held, acknowledged or not; 0: none. */
export let oldestSheet = 0;

/** A field of the state (records.ts). */
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

/** Writes down `hours` and `boots` by clearing bits after the state's record. */
function mark(): void {
  const at = stateAt + STATE_BYTES + RECORD_BYTES;
  const marks = new Uint8Array(4);
  setNumber(marks, 0, ((-1 << hours) & 0xffffff) | (-1 << (24 + boots)));
  if (!isUsable) return;
  if ((writes[(at >> 9) & 7] as number) < BLOCK_WRITES_MAX) {
    countWrites(at, 1, 1);
    flash.write(at, marks);
  } else keep(KIND_STATE);
}

/** Appends the state, or the counts as snapshot or closed sheet; false when the page does not take it. */
function write(kind: number, epochDay: number): boolean {
  const record = new Uint8Array(SHEET_BYTES_MAX + RECORD_BYTES);
  const number = recall(FIELD_NEWEST) + 1;
  let length = 4 + STATE_BYTES;
  record[0] = kind;
  record[2] = number;
  record[3] = number >> 8;
  if (kind === KIND_STATE) record.set(state, 4);
  else length = codeSheet(record, 4, counts, epochDay);
  const at = append(record, length);
  if (!at) return false;
  if (kind === KIND_STATE) {
    stateAt = at;
    if (hours + boots) mark();
  } else if (kind === KIND_OPEN) {
    if (openAt) {
      // counts first: a snapshot whose kind is gone must not hold any
      flash.write(openAt + 4, new Uint8Array((flash.read(openAt + 1, 1)[0] as number) * 4 - 4));
      flash.write(openAt, new Uint8Array([0, 255, 255, 255]));
    }
    openAt = at;
  }
  return true;
}

/** Carries what is live to the other page. The old page stays in force until the new one is whole. */
function carry(): void {
  if (!isUsable) return;
  const old = beginPage();
  let isWhole = true;
  oldestSheet = 0;
  for (let at = old ? seek(old + RECORD_BYTES) : 0; at & (PAGE_BYTES - 1); at = seek(at + size)) {
    const number = (head[2] as number) + (head[3] as number) * 256;
    const isSheet = head[0] === KIND_CLOSED && number > recall(FIELD_ACKNOWLEDGED);
    const record = isSheet || at === settingsAt ? load(at) : undefined;
    if (!record) continue;
    const carriedTo = append(record, record.length - 4);
    if (!carriedTo) isWhole = false;
    if (at === settingsAt) settingsAt = carriedTo;
    else if (!oldestSheet) oldestSheet = number;
  }
  openAt = 0;
  isWhole = write(KIND_STATE, 0) && isWhole;
  isWhole = write(KIND_OPEN, sheetDay) && isWhole;
  sealPage(isWhole);
}

/** Writes the state or a snapshot, on the other page when this one is full. */
function keep(kind: number): void {
  if (!write(kind, sheetDay)) carry();
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
  let snapshots = 0;
  counts.fill(0);
  state.fill(0);
  stateAt = openAt = settingsAt = oldestSheet = 0;
  startedAtS = hoursUpToS = hours = boots = 0;
  sheetDay = DAY_UNKNOWN;
  const isHere = openLog(port, (at, record) => {
    if (!record) return;
    if (record[0] === KIND_SETTINGS) settingsAt = at;
    else if (record[0] === KIND_CLOSED) {
      closedAt = at;
      if (!oldestSheet) oldestSheet = (record[2] as number) + (record[3] as number) * 256;
    } else if (record[0] === KIND_OPEN) {
      openAt = at;
      snapshots++;
    } else if (record[0] === KIND_STATE) {
      const marks = flash.read(at + STATE_BYTES + RECORD_BYTES, 4);
      stateAt = at;
      state.set(record.subarray(4, 4 + STATE_BYTES));
      hours = boots = 0;
      while (hours < HOURS_A_DAY && !((marks[hours >> 3] as number) & (1 << (hours & 7)))) hours++;
      while (boots < BOOTS_MAX && !((marks[3] as number) & (1 << boots))) boots++;
      countWrites(at + STATE_BYTES + RECORD_BYTES, 1, hours + boots);
    }
  });
  if (!isHere) return false;
  if (!stateAt) setNumber(state, FIELD_EPOCH, random32());
  const open = openAt && load(openAt);
  if (open) sheetDay = codeSheet(open, 4, counts, READ_SHEET);
  const closed = closedAt && load(closedAt);
  if (closed && (closed[2] as number) + (closed[3] as number) * 256 > recall(FIELD_NEWEST)) {
    counts.fill(0);
    codeSheet(closed, 4, counts, READ_SHEET);
    openNextSheet();
    snapshots = 0;
  }
  if (isTorn || snapshots !== 1 || !stateAt) carry();
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
  if (!oldestSheet) oldestSheet = recall(FIELD_NEWEST);
  keep(KIND_OPEN);
  keep(KIND_STATE);
  return true;
}

/** A closed sheet, packed (shared/wire/sheet.ts); undefined when it is not held. */
export function readSheet(sheetNo: number): Uint8Array | undefined {
  let found = 0;
  heldBytes = 0;
  for (let at = isUsable ? seek(page + RECORD_BYTES) : 0; at & (PAGE_BYTES - 1); at = seek(at + size)) {
    const number = (head[2] as number) + (head[3] as number) * 256;
    if (head[0] !== KIND_CLOSED) continue;
    if (number > recall(FIELD_ACKNOWLEDGED)) heldBytes += size;
    if (number === sheetNo) found = at;
  }
  const record = found && load(found);
  return record ? record.subarray(4, record.length - 4) : undefined;
}

/** Keeps a field of the state. An acknowledgement only goes up, and no further than the newest closed sheet. */
export function remember(field: number, value: number): void {
  if (field === FIELD_ACKNOWLEDGED && (value < recall(field) || value > recall(FIELD_NEWEST))) return;
  if (value === recall(field)) return;
  setNumber(state, field, value);
  keep(KIND_STATE);
}

/** Keeps the settings: at most 96 bytes, whatever they mean. False when they were not kept. */
export function saveSettings(settings: Uint8Array): boolean {
  if (settings.length > SETTINGS_BYTES_MAX) return false;
  const record = new Uint8Array(SETTINGS_BYTES_MAX + RECORD_BYTES);
  record[0] = KIND_SETTINGS;
  record[2] = settings.length;
  record.set(settings, 4);
  let at = append(record, settings.length + 4);
  if (!at) {
    carry();
    at = append(record, settings.length + 4);
  }
  if (at) settingsAt = at;
  return at > 0;
}

/** The settings that were kept last; undefined when none ever were. */
export function readSettings(): Uint8Array | undefined {
  const record = settingsAt && load(settingsAt);
  return record ? record.subarray(4, 4 + (record[2] as number)) : undefined;
}

/** Store time in seconds since 1970-01-01; 0 without a clock. */
export function storeTimeS(uptimeS: number): number {
  return startedAtS && startedAtS + uptimeS;
}

/** Store day, days since 1970-01-01; DAY_UNKNOWN without a clock. */
export function storeDay(uptimeS: number): number {
  return startedAtS ? Math.floor(storeTimeS(uptimeS) / DAY_S) : DAY_UNKNOWN;
}

/** Sets the clock: Unix seconds, and minutes to add for store time. The first of each day is kept. */
export function setClock(unixS: number, offsetMinutes: number, uptimeS: number): void {
  const before = startedAtS;
  const offset = offsetMinutes + OFFSET_ZERO;
  startedAtS = unixS + offsetMinutes * 60 - uptimeS;
  const today = storeDay(uptimeS);
  const isMoved = sheetDay === DAY_UNKNOWN || today < sheetDay;
  if (isMoved || (before && Math.abs(startedAtS - before) > JUMP_S)) {
    sheetDay = today;
    keep(KIND_OPEN);
  }
  const keptS = recall(FIELD_CLOCK) + (recall(FIELD_OFFSET) - OFFSET_ZERO) * 60;
  if (recall(FIELD_OFFSET) === offset && Math.floor(keptS / DAY_S) === today) return;
  setNumber(state, FIELD_CLOCK, unixS);
  setNumber(state, FIELD_OFFSET, offset);
  keep(KIND_STATE);
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
