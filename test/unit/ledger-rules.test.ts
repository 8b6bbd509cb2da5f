import { beforeEach, describe, expect, test } from 'vitest';
import { setClock, storeDay, storeTimeS } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  countCheck,
  markBoot,
  openLedger,
  readSettings,
  readSheet,
  remember,
  saveSettings,
} from '../../firmware/ledger/ledger';
import { live, recall } from '../../firmware/ledger/live';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_CLOCK,
  FIELD_FINISHED,
  FIELD_MAINTAIN,
  FIELD_NEWEST,
  FIELD_OFFSET,
  FIELD_STAFF,
  FIELD_STARTED,
  OFFSET_ZERO,
} from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { TALLY_MAX, TALLY_START } from '../../shared/tallies';
import { DAY_UNKNOWN } from '../../shared/wire/sheet';
import { readContents, type SheetContents } from '../../shared/wire/sheet-contents';
import { makeFlash, portOf, readImage } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';

const DAY_S = 86_400;
const HOUR_S = 3600;
const DAY = 20_000;
const KNEE = [0, 7, 13, 37, TALLY_START];
const URGENT = [0, 2];
const SHOES = [1, 41];

let chip: FlashChip;
let randoms = 0;

function startAgain(): boolean {
  return openLedger(portOf(chip), () => 0x80000000 + ++randoms);
}
function countMany(times: number, counters: readonly number[], uptimeS: number): void {
  for (let i = 0; i < times; i++) countCheck(counters, uptimeS);
}
function sheet(number: number): SheetContents {
  const contents = readContents(Uint8Array.from(readSheet(number) ?? []));
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}
/** Passes `hours` hours of running, a minute's call at each. */
function runHours(fromS: number, hours: number): boolean {
  let isClosed = false;
  for (let hour = 1; hour <= hours; hour++) isClosed = closeIfDue(10, fromS + hour * HOUR_S) || isClosed;
  return isClosed;
}

beforeEach(() => {
  chip = new FlashChip(makeFlash());
  randoms = 0;
  startAgain();
});

describe('closing a sheet', () => {
  test('takes the minimum on the knee path, as many with a shoe verdict, and a day that is over', () => {
    setClock(DAY * DAY_S + 9 * HOUR_S, 0, 0);
    countMany(9, KNEE, 100);
    countMany(30, SHOES, 100);
    expect(closeIfDue(10, DAY_S)).toBe(false);
    countMany(1, KNEE, DAY_S);
    expect(closeIfDue(10, DAY_S + HOUR_S)).toBe(false);
    expect(closeIfDue(10, 2 * DAY_S)).toBe(true);
    expect(sheet(1).epochDay).toBe(DAY + 2);
    expect(sheet(1).counts[0]).toBe(10);
    expect([recall(FIELD_NEWEST), recall(FIELD_STARTED), recall(FIELD_FINISHED)]).toEqual([1, 10, 40]);
  });

  test('does not happen while fewer than the minimum reached a shoe verdict', () => {
    setClock(DAY * DAY_S, 0, 0);
    countMany(40, URGENT, 100);
    countMany(9, KNEE, 100);
    expect(closeIfDue(10, DAY_S)).toBe(false);
    countMany(1, SHOES, DAY_S);
    expect(closeIfDue(10, 2 * DAY_S)).toBe(true);
  });

  for (const [minimum, checks, closes] of [
    [0, 4, false],
    [0, 5, true],
    [3, 5, true],
    [12, 11, false],
    [12, 12, true],
  ] as const) {
    test(`with minimum ${minimum} and ${checks} checks ${closes ? 'happens' : 'does not happen'}`, () => {
      setClock(DAY * DAY_S, 0, 0);
      countMany(checks, KNEE, 100);
      expect(closeIfDue(minimum, DAY_S)).toBe(closes);
    });
  }

  test('follows the store day, not the one in Greenwich', () => {
    setClock(DAY * DAY_S + 20 * HOUR_S, -5 * 60, 0);
    countMany(10, KNEE, 100);
    expect(closeIfDue(10, 8 * HOUR_S)).toBe(false);
    expect(closeIfDue(10, 9 * HOUR_S)).toBe(true);
    expect(sheet(1).epochDay).toBe(DAY + 1);
  });

  test('without a clock takes 24 hours of running, summed over restarts, and gives no day', () => {
    countMany(10, KNEE, 5);
    expect(runHours(0, 12)).toBe(false);
    startAgain();
    expect(runHours(0, 11)).toBe(false);
    expect(runHours(11 * HOUR_S, 1)).toBe(true);
    expect(sheet(1).epochDay).toBe(DAY_UNKNOWN);
  });

  test('without a clock never comes with the check that completes the minimum', () => {
    countMany(9, KNEE, 5);
    runHours(0, 30);
    countMany(1, KNEE, 30 * HOUR_S);
    expect(closeIfDue(10, 30 * HOUR_S + 60)).toBe(false);
    expect(runHours(30 * HOUR_S, 23)).toBe(false);
    expect(runHours(53 * HOUR_S, 1)).toBe(true);
  });

  test('comes when the clock is set after a restart on a later day', () => {
    setClock(DAY * DAY_S, 0, 0);
    countMany(10, KNEE, 100);
    startAgain();
    expect(storeDay(50)).toBe(DAY_UNKNOWN);
    expect(closeIfDue(10, 50)).toBe(false);
    setClock((DAY + 1) * DAY_S, 0, 60);
    expect(closeIfDue(10, 61)).toBe(true);
  });

  test('waits a day when the clock was first set after the checks', () => {
    countMany(10, KNEE, 100);
    setClock(DAY * DAY_S, 0, 200);
    expect(closeIfDue(10, 300)).toBe(false);
    startAgain();
    setClock((DAY + 1) * DAY_S, 0, 5);
    expect(closeIfDue(10, 6)).toBe(true);
  });

  test('survives a clock that was years ahead and is set back, and re-dates no sheet', () => {
    setClock((DAY + 4000) * DAY_S, 0, 0);
    countMany(10, KNEE, 100);
    expect(closeIfDue(10, DAY_S)).toBe(true);
    countMany(10, KNEE, DAY_S);
    setClock(DAY * DAY_S, 0, DAY_S);
    expect(closeIfDue(10, DAY_S + HOUR_S)).toBe(false);
    expect(closeIfDue(10, 2 * DAY_S)).toBe(true);
    expect([sheet(1).epochDay, sheet(2).epochDay]).toEqual([DAY + 4001, DAY + 1]);
  });

  test('gives way to full flash: the open sheet stays open, and closes once sheets are acknowledged', () => {
    setClock(DAY * DAY_S, 0, 0);
    const shoppers = makeShoppers(4, false);
    const visit = (uptimeS: number) => {
      for (let i = 0; i < 100; i++) countCheck(shoppers.drawCheck(), uptimeS);
    };
    let day = 0;
    do visit(day++ * DAY_S + 100);
    while (closeIfDue(10, day * DAY_S) && day < 200);
    const held = recall(FIELD_NEWEST);
    expect(held).toBeGreaterThanOrEqual(30);
    const closed = Array.from({ length: held }, (_, i) => readSheet(i + 1)?.length ?? 0);
    expect(closed.reduce((sum, bytes) => sum + bytes + 8, 0)).toBeLessThanOrEqual(2480);
    visit(day * DAY_S + 100);
    startAgain();
    setClock((DAY + day + 1) * DAY_S, 0, 0);
    expect(closeIfDue(10, 1)).toBe(false);
    expect(live.oldestSheet).toBe(1);
    remember(FIELD_ACKNOWLEDGED, 3);
    expect(closeIfDue(10, 2)).toBe(true);
    expect((sheet(held + 1).counts[0] ?? 0) + (sheet(held + 1).counts[1] ?? 0)).toBe(200);
    visit(3);
    expect(live.oldestSheet).toBe(4);
    expect(recall(FIELD_FINISHED)).toBe(100 * held + 200);
    expect(readImage(chip.bytes).complaints).toEqual([]);
  });
});

describe('what is kept', () => {
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
      startAgain();
      expect(recall(FIELD_ACKNOWLEDGED)).toBe(kept);
    }
  });

  test('an acknowledged sheet is still held until its room is needed', () => {
    setClock(DAY * DAY_S, 0, 0);
    countMany(10, KNEE, 1);
    closeIfDue(10, DAY_S);
    remember(FIELD_ACKNOWLEDGED, 1);
    expect([live.oldestSheet, sheet(1).counts[0]]).toEqual([1, 10]);
    countMany(300, KNEE, 1);
    expect([live.oldestSheet, readSheet(1)]).toEqual([0, undefined]);
  });

  test('settings are kept as they are, up to 95 bytes, and leave alone what staff chose', () => {
    expect(readSettings().length).toBe(0);
    remember(FIELD_STAFF, 0x020103);
    for (const length of [95, 0, 1, 94]) {
      const settings = Uint8Array.from({ length }, (_, i) => 255 - i);
      expect(saveSettings(settings)).toBe(true);
      startAgain();
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
    startAgain();
    expect([recall(FIELD_CLOCK), recall(FIELD_OFFSET)]).toEqual([(DAY + 1) * DAY_S, OFFSET_ZERO - 330]);
    expect(storeTimeS(100)).toBe(0);
  });

  test('boots without a good minute are counted up to ten', () => {
    const boots = Array.from({ length: 12 }, () => {
      startAgain();
      return markBoot(false);
    });
    expect(boots).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
    expect(markBoot(true)).toBe(0);
    startAgain();
    expect(markBoot(false)).toBe(1);
  });

  test('ten boots leave 22 hours their marks', () => {
    runHours(0, 22);
    for (let boot = 0; boot < 10; boot++) markBoot(false);
    startAgain();
    expect([live.hours, live.boots]).toEqual([24, 10]); // the word is full; a day that ends early is all it does
    markBoot(true);
    startAgain();
    expect([live.hours, live.boots]).toEqual([24, 0]);
  });

  test('an hour, a boot and a state that are marked in one word do not disturb each other', () => {
    markBoot(false);
    runHours(0, 5);
    markBoot(false);
    remember(FIELD_MAINTAIN, 1);
    startAgain();
    const image = readImage(chip.bytes);
    expect([image.hours, image.boots, image.maintain]).toEqual([5, 2, 1]);
  });

  test('events that finish nothing are kept with the next snapshot', () => {
    countAside(80);
    startAgain();
    expect(readImage(chip.bytes).open?.counts[80]).toBe(0);
    countAside(80);
    countMany(1, KNEE, 1);
    startAgain();
    expect(readImage(chip.bytes).open?.counts[80]).toBe(1);
  });
});
