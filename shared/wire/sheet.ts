/**
 * Packs one sheet: format version (1 byte), epoch day (2 bytes, high byte first), then bits, high bit first, filled
 * up with zero bits to whole 4-byte words. The number of the sheet travels outside.
 *
 * The counters go in groups. A group starts with its sum: one bit 1 where counters already written predict it
 * (everybody on the knee path answers rf1, so rf1 sums to path.knee), else a bit 0 and the sum as an exponential
 * Golomb code of order 4 (groups without a prediction have no such bit). Then its counters, last first, as Rice
 * codes whose parameter follows from what is left of the sum; the first of the group is what remains, and once
 * nothing remains nothing is written. A prediction that fails costs bits, never a count.
 */

/** The first byte of every packed sheet. */
export const SHEET_FORMAT = 1;
/** Bytes before the counters. */
export const SHEET_HEADER_BYTES = 3;
/** Epoch day (days since 1970-01-01, store time) of a sheet that closed while the kiosk had no clock. */
export const DAY_UNKNOWN = 65535;
/** The day that makes codeSheet read. */
export const READ_SHEET = -1;
/** No packed sheet is longer, whatever it counts; a day of 100 checks takes at most 72. */
export const SHEET_BYTES_MAX = 320;

/** Numbers that can be read and set by index: a plain array or a typed array. */
export interface Numbers {
  [index: number]: number;
  readonly length: number;
}

/**
 * A word for each group: its size, then the counters whose sum predicts its own (a character is its number + 48).
 * path, rf1, rf2, dur, loc, beh, load, stiff, pair, week, dist, wear, foot, pattern, referral, shoe, staff,
 * left with time-out and play, start with under 18, language, large.
 */
const GROUPS = '2 60 67 3= 6= 6= 5GHIJL 3K 617 6UVWX 3Y 6 417 : 30 417 3 ? 6 401 1';

// Shared by writing and reading, so that one walk over the groups serves both.
let bytes: Numbers = [];
let isWriting = false;
let position = 0;
let held = 0;
let heldBits = 0;

/** Writes the low `count` bits (at most 24) of `value`, or reads as many; returns them either way. */
function codeBits(value: number, count: number): number {
  if (isWriting) {
    held = (held << count) | (value & ((1 << count) - 1));
    heldBits += count;
    while (heldBits > 7) {
      heldBits -= 8;
      bytes[position++] = (held >> heldBits) & 255;
    }
    return value;
  }
  while (heldBits < count) {
    held = (held << 8) | (bytes[position++] || 0);
    heldBits += 8;
  }
  heldBits -= count;
  return (held >> heldBits) & ((1 << count) - 1);
}

/** Writes a 1 for each of `steps` and then a 0, or reads such a row; returns the steps, at most 31. */
function codeSteps(steps: number): number {
  let step = 0;
  while (step < 31 && codeBits(step < steps ? 1 : 0, 1)) step++;
  return step;
}

/**
 * Packs `counts` (108 counters, 0 to 65,535) and `epochDay` into `sheet` from `start` on, and returns the end.
 * With READ_SHEET for a day it reads what stands there into `counts`, which must be all zeros, and returns the day.
 */
export function codeSheet(sheet: Numbers, start: number, counts: Numbers, epochDay: number): number {
  const groups = GROUPS.split(' ');
  let first = 0;
  bytes = sheet;
  isWriting = epochDay >= 0;
  position = start;
  heldBits = 0;
  codeBits(SHEET_FORMAT, 8);
  epochDay = codeBits(epochDay, 16);
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g] as string;
    const size = group.charCodeAt(0) - 48;
    let left = 0;
    let predicted = 0;
    let order = 0;
    for (let i = first; i < first + size; i++) left += counts[i] as number;
    for (let i = 1; i < group.length; i++) predicted += counts[group.charCodeAt(i) - 48] as number;
    if (group.length > 1 && codeBits(left === predicted ? 1 : 0, 1)) left = predicted;
    else {
      while (((left >> 4) + 1) >> (order + 1)) order++;
      order = codeSteps(order) & 15;
      left = codeBits(left + 16 - (16 << order), order + 4) - 16 + (16 << order);
    }
    for (let i = size - 1; i; i--) {
      let count = counts[first + i] as number;
      order = 0;
      while (order < 15 && (i + 1) << (order + 1) <= left) order++;
      count =
        left > 0 ? (codeSteps(count >> order) << order) | codeBits(count & ((1 << order) - 1), order) : 0;
      counts[first + i] = count;
      left -= count;
    }
    counts[first] = left;
    first += size;
  }
  while (isWriting && (heldBits || (position - start) & 3)) codeBits(0, 1);
  bytes = [];
  return isWriting ? position : epochDay;
}
