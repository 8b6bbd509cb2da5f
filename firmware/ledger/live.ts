import { TALLY_COUNT } from '../../shared/tallies';
import { getNumber } from '../../shared/wire/bytes';
import { codeSheet, DAY_UNKNOWN, SHEET_BYTES_MAX } from '../../shared/wire/sheet';
import {
  append,
  BLOCK_WRITES_MAX,
  beginPage,
  change,
  countWrites,
  flash,
  isUsable,
  kind,
  load,
  number,
  sealPage,
  seek,
  setNumber,
  size,
  writes,
} from './log';
import { PAGE_BYTES } from './place';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_NEWEST,
  HEAD_BYTES,
  KIND_CLOSED,
  KIND_OPEN,
  KIND_STATE,
  RECORD_BYTES,
  STATE_BYTES,
} from './records';

/** The counters of the open sheet. */
export const counts = new Uint16Array(TALLY_COUNT);
/** The content of the state (records.ts). */
export const state = new Uint8Array(STATE_BYTES);
/** What else the ledger remembers. */
export const live = {
  /** offset of the newest state, 0 while there is none */
  stateAt: 0,
  /** offset of the snapshot of the open sheet, 0 while there is none */
  openAt: 0,
  /** number of the oldest closed sheet that is still held, acknowledged or not; 0: none */
  oldestSheet: 0,
  /** store day of the open sheet's last finished check, or DAY_UNKNOWN */
  sheetDay: DAY_UNKNOWN,
  /** store time when the kiosk started, in seconds since 1970-01-01; 0 while there is no clock */
  startedAtS: 0,
  /** uptime up to which running without a clock is counted */
  hoursUpToS: 0,
  /** hours of running without a clock in the open sheet's day */
  hours: 0,
  /** boots since the last good minute */
  boots: 0,
  /** whether `maintain` is obeyed: the maintenance screen is shown */
  mayMaintain: false,
};

/** A number of the state (records.ts). */
export function recall(field: number): number {
  return getNumber(state, field, 4);
}

/** Writes down `hours` and `boots` by clearing bits after the state. */
export function mark(): void {
  const at = live.stateAt + (STATE_BYTES + RECORD_BYTES);
  const marks = new Uint8Array(4);
  setNumber(marks, 0, (-1 << live.hours) & (-1 >>> live.boots));
  if ((writes[(at >> 9) & 7] as number) < BLOCK_WRITES_MAX) {
    countWrites(at, 1, 1);
    change(at, marks);
  } else keep(KIND_STATE);
}

/** Overwrites the snapshot at `at` with zeros; 0: there is none. */
function wipe(at: number): void {
  if (!at) return;
  // the counts first: a snapshot whose kind says that it is wiped must be
  change(at + 4, new Uint8Array((flash.read(at + 1, 1)[0] as number) * 4 - 4));
  change(at, new Uint8Array([0, 255, 255, 255]));
}

/** Appends the state, or the counts as snapshot or closed sheet; false when the page does not take it. */
export function write(kindOf: number, epochDay: number): boolean {
  const record = new Uint8Array(SHEET_BYTES_MAX + RECORD_BYTES);
  let length = HEAD_BYTES + STATE_BYTES;
  let numberOf = live.hours + live.boots * 256;
  if (kindOf === KIND_STATE) record.set(state, HEAD_BYTES);
  else {
    numberOf = recall(FIELD_NEWEST) + 1;
    length = codeSheet(record, HEAD_BYTES, counts, epochDay);
  }
  record[0] = kindOf;
  record[2] = numberOf;
  record[3] = numberOf >> 8;
  const at = append(record, length);
  if (at && kindOf === KIND_STATE) live.stateAt = at;
  if (at && kindOf === KIND_OPEN) {
    wipe(live.openAt);
    live.openAt = at;
  }
  return at > 0;
}

/**
 * Carries what is live to the other page. The old page stays in force until the new one is whole; then its snapshot
 * is wiped, and it is erased at the next start or before it is used again.
 */
export function carry(): void {
  if (!isUsable) return;
  const old = beginPage();
  const snapshotAt = live.openAt;
  live.oldestSheet = live.openAt = 0;
  for (let at = old && seek(old + RECORD_BYTES); at % PAGE_BYTES; at = seek(at + size)) {
    const record = kind === KIND_CLOSED && number > recall(FIELD_ACKNOWLEDGED) && load(at);
    if (record) {
      append(record, size - 4);
      live.oldestSheet = live.oldestSheet || number;
    }
  }
  write(KIND_STATE, 0);
  write(KIND_OPEN, live.sheetDay);
  sealPage();
  if (isUsable) wipe(snapshotAt);
}

/** Writes the state or a snapshot, on the other page when this one is full. */
export function keep(kindOf: number): void {
  if (!write(kindOf, live.sheetDay)) carry();
}
