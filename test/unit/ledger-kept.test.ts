import { beforeEach, expect, test } from 'vitest';
import { setClock, storeTimeS } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  markBoot,
  readSettings,
  readSheet,
  remember,
  saveSettings,
} from '../../firmware/ledger/ledger';
import { live, recall } from '../../firmware/ledger/live';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_CLOCK,
  FIELD_MAINTAIN,
  FIELD_OFFSET,
  FIELD_STAFF,
  OFFSET_ZERO,
} from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { TALLY_MAX, TALLY_START } from '../../shared/tallies';
import { makeFlash, readImage } from './ledger-flash';
import { countMany, runHours, sheetOf, startAgain } from './ledger-steps';

const DAY_S = 86_400;
const DAY = 20_000;
const KNEE = [0, 7, 13, 37, TALLY_START];

let chip: FlashChip;

beforeEach(() => {
  chip = new FlashChip(makeFlash());
  startAgain(chip);
});

test('counters fill up and stay full', () => {
  for (let i = 0; i < TALLY_MAX + 9; i++) countAside(107);
  countMany(1, KNEE, 1);
  expect(readImage(chip.bytes).open?.counts[107]).toBe(TALLY_MAX);
});

test('acknowledgements only go up, and no further than the newest closed sheet', () => {
  setClock(DAY * DAY_S, 0, 0);
  for (let day = 0; day < 3; day++) {
    countMany(10, KNEE, day * DAY_S + 1);
    closeIfDue(10, (day + 1) * DAY_S);
  }
  for (const [upTo, kept] of [
    [4, 0],
    [2, 2],
    [1, 2],
    [65_535, 2],
    [3, 3],
  ] as const) {
    remember(FIELD_ACKNOWLEDGED, upTo);
    startAgain(chip);
    expect(recall(FIELD_ACKNOWLEDGED)).toBe(kept);
  }
});

test('an acknowledged sheet is still held until its room is needed', () => {
  setClock(DAY * DAY_S, 0, 0);
  countMany(10, KNEE, 1);
  closeIfDue(10, DAY_S);
  remember(FIELD_ACKNOWLEDGED, 1);
  expect([live.oldestSheet, sheetOf(1).counts[0]]).toEqual([1, 10]);
  countMany(300, KNEE, 1);
  expect([live.oldestSheet, readSheet(1)]).toEqual([0, undefined]);
});

test('settings are kept as they are, up to 95 bytes, and leave alone what staff chose', () => {
  expect(readSettings().length).toBe(0);
  remember(FIELD_STAFF, 0x020103);
  for (const length of [95, 0, 1, 94]) {
    const settings = Uint8Array.from({ length }, (_, i) => 255 - i);
    expect(saveSettings(settings)).toBe(true);
    startAgain(chip);
    expect(Array.from(readSettings())).toEqual(Array.from(settings));
  }
  expect(saveSettings(new Uint8Array(96))).toBe(false);
  expect(readSettings().length).toBe(94);
  expect(recall(FIELD_STAFF)).toBe(0x020103);
});

test('the clock is written about once a day, with the minutes from UTC', () => {
  setClock(DAY * DAY_S, -330, 0);
  const written = chip.bytesDone;
  for (let minute = 1; minute < 1440; minute++) setClock(DAY * DAY_S + minute * 60, -330, minute * 60);
  expect(chip.bytesDone).toBe(written);
  setClock((DAY + 1) * DAY_S, -330, DAY_S);
  expect(chip.bytesDone).toBeGreaterThan(written);
  startAgain(chip);
  expect([recall(FIELD_CLOCK), recall(FIELD_OFFSET)]).toEqual([(DAY + 1) * DAY_S, OFFSET_ZERO - 330]);
  expect(storeTimeS(100)).toBe(0);
});

test('boots without a good minute are counted up to ten', () => {
  const boots = Array.from({ length: 12 }, () => {
    startAgain(chip);
    return markBoot(false);
  });
  expect(boots).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
  expect(markBoot(true)).toBe(0);
  startAgain(chip);
  expect(markBoot(false)).toBe(1);
});

test('ten boots leave 22 hours their marks', () => {
  runHours(0, 22);
  for (let boot = 0; boot < 10; boot++) markBoot(false);
  startAgain(chip);
  expect([live.hours, live.boots]).toEqual([24, 10]); // the word is full; a day that ends early is all it does
  markBoot(true);
  startAgain(chip);
  expect([live.hours, live.boots]).toEqual([24, 0]);
});

test('an hour, a boot and a state that are marked in one word do not disturb each other', () => {
  markBoot(false);
  runHours(0, 5);
  markBoot(false);
  remember(FIELD_MAINTAIN, 1);
  startAgain(chip);
  const image = readImage(chip.bytes);
  expect([image.hours, image.boots, image.maintain]).toEqual([5, 2, 1]);
});

test('events that finish nothing are kept with the next snapshot', () => {
  countAside(80);
  startAgain(chip);
  expect(readImage(chip.bytes).open?.counts[80]).toBe(0);
  countAside(80);
  countMany(1, KNEE, 1);
  startAgain(chip);
  expect(readImage(chip.bytes).open?.counts[80]).toBe(1);
});
