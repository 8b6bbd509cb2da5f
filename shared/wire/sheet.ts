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

const ONES = '1111111111111111111111111111111';

// The bits as characters: the device's own string functions are far faster than a loop over bits.
// Writing and reading share them, so that one walk over the groups serves both.
let bits = '';
let position = 0;
let isWriting = false;

/** Writes the low `count` bits of `value`, which are all it has, or reads as many; returns them either way. */
function codeBits(value: number, count: number): number {
  if (isWriting) bits += (value + (1 << count)).toString(2).substr(1);
  else value = parseInt(bits.substr(position, count), 2) || 0;
  position += count;
  return value;
}

/** Writes a 1 for each of `steps` (at most 31) and then a 0, or reads such a row; returns the steps. */
function codeSteps(steps: number): number {
  if (isWriting) bits += ONES.substr(0, steps) + '0';
  else steps = bits.indexOf('0', position) - position;
  position += steps + 1;
  return steps;
}

/**
 * Packs `counts` (108 counters, 0 to 65,535) and `epochDay` into `sheet` from `start` on, and returns the end.
 * With READ_SHEET for a day it reads what stands there into `counts`, which must be all zeros, and returns the day.
 */
export function codeSheet(sheet: Numbers, start: number, counts: Numbers, epochDay: number): number {
  const groups = GROUPS.split(' ');
  let first = 0;
  isWriting = epochDay >= 0;
  bits = '';
  position = 0;
  if (!isWriting)
    for (let i = start; i < sheet.length; i++) bits += ((sheet[i] as number) + 256).toString(2).substr(1);
  codeBits(SHEET_FORMAT, 8);
  epochDay = codeBits(epochDay, 16);
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g] as string;
    const size = group.charCodeAt(0) - 48;
    let left = 0;
    let predicted = 0;
    for (let i = 0; i < size; i++) left += counts[first + i] as number;
    for (let i = 1; i < group.length; i++) predicted += counts[group.charCodeAt(i) - 48] as number;
    if (group.length > 1 && codeBits(left === predicted ? 1 : 0, 1)) left = predicted;
    else {
      const order = codeSteps(((left >> 4) + 1).toString(2).length - 1);
      left = codeBits(left + 16 - (16 << order), order + 4) - 16 + (16 << order);
    }
    for (let i = size - 1; i && left; i--) {
      const order = ((left / (i + 1)) | 0).toString(2).length - 1;
      const count = counts[first + i] as number;
      const steps = codeSteps(count >> order);
      counts[first + i] = (steps << order) + codeBits(count & ((1 << order) - 1), order);
      left -= counts[first + i] as number;
    }
    counts[first] = left;
    first += size;
  }
  while (isWriting && position & 31) codeBits(0, 1);
  for (let i = 0; isWriting && i < position; i += 8) sheet[start++] = parseInt(bits.substr(i, 8), 2);
  bits = '';
  return isWriting ? start : epochDay;
}
