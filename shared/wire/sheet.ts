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
 * A word for each group, a space behind each: its size, then the counters whose sum predicts its own (a character is its number + 48).
 * path, rf1, rf2, dur, loc, beh, load, stiff, pair, week, dist, wear, foot, pattern, referral, shoe, staff,
 * left with time-out and play, start with under 18, language, large.
 */
const GROUPS = '2 60 67 3= 6= 6= 5GHIJL 3K 617 6UVWX 3Y 6 417 : 30 417 3 ? 6 401 1 ';

/**
 * Packs `counts` (108 counters, 0 to 65,535) and `epochDay` into `sheet` from `start` on, a multiple of 4, and returns the
 * end.
 * With READ_SHEET for a day it reads what stands there into `counts`, which must be all zeros, and returns the day.
 *
 * It works on the bits as characters and in one function, because on the device string functions are far faster
 * than loops over bits, and variables of a function far faster to find than those around it.
 */
export function codeSheet(sheet: Numbers, start: number, counts: Numbers, epochDay: number): number {
  const isWriting = epochDay >= 0;
  const groups = GROUPS; // as a list they would take sixty of the device's variables
  let next = 0;
  let bits = '';
  let at = 24;
  let first = 0;
  let order = 0;
  let count = 0;
  if (isWriting) bits = ((256 + SHEET_FORMAT) * 65536 + epochDay).toString(2).substr(1);
  else {
    for (let i = start; i < sheet.length; i++) bits += ((sheet[i] as number) + 256).toString(2).substr(1);
    epochDay = parseInt(bits.substr(8, 16), 2);
  }
  while (next < groups.length) {
    const end = groups.indexOf(' ', next);
    const group = groups.slice(next, end);
    next = end + 1;
    const size = group.charCodeAt(0) - 48;
    let left = 0;
    let predicted = 0;
    let isPredicted = group.length > 1;
    for (let i = 1; i < group.length; i++) predicted += counts[group.charCodeAt(i) - 48] as number;
    if (isWriting) {
      for (let i = 0; i < size; i++) left += counts[first + i] as number;
      if (isPredicted) {
        isPredicted = left === predicted;
        bits += isPredicted ? '1' : '0';
      }
      if (!isPredicted) {
        order = ((left >> 4) + 1).toString(2).length - 1;
        bits += '1'.repeat(order) + ((16 << order) + left + 16).toString(2).substr(1);
      }
    } else {
      if (isPredicted) isPredicted = bits[at++] === '1';
      left = predicted;
      if (!isPredicted) {
        order = bits.indexOf('0', at) - at;
        at += order + 1;
        left = (parseInt(bits.substr(at, order + 4), 2) || 0) - 16 + (16 << order);
        at += order + 4;
      }
    }
    for (let i = size - 1; i && left; i--) {
      order = ((left / (i + 1)) | 0).toString(2).length - 1;
      if (isWriting) {
        count = counts[first + i] as number;
        bits +=
          '1'.repeat(count >> order) + ((2 << order) + (count & ((1 << order) - 1))).toString(2).substr(1);
      } else {
        count = bits.indexOf('0', at) - at;
        at += count + 1;
        count = (count << order) + (parseInt(bits.substr(at, order), 2) || 0);
        at += order;
        counts[first + i] = count;
      }
      left -= count;
    }
    counts[first] = left;
    first += size;
    // byte by byte: all bits of a sheet would take fifty variables
    while (isWriting && (bits.length > 7 || (next === groups.length && (bits || start & 3)))) {
      sheet[start++] = parseInt((bits + '0000000').substr(0, 8), 2);
      bits = bits.substr(8);
    }
  }
  return isWriting ? start : epochDay;
}
