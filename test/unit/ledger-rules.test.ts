import { beforeEach, describe, expect, test } from 'vitest';
import { setClock, storeDay } from '../../firmware/ledger/clock';
import { closeIfDue, countCheck, readSheet, remember } from '../../firmware/ledger/ledger';
import { live, recall } from '../../firmware/ledger/live';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_FINISHED,
  FIELD_NEWEST,
  FIELD_STARTED,
} from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { TALLY_START } from '../../shared/tallies';
import { DAY_UNKNOWN } from '../../shared/wire/sheet';
import { makeFlash, readImage } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';
import { countMany, runHours, sheetOf, startAgain } from './ledger-steps';

const DAY_S = 86_400;
const HOUR_S = 3600;
const DAY = 20_000;
const KNEE = [0, 7, 13, 37, TALLY_START];
const URGENT = [0, 2];
const SHOES = [1, 41];

let chip: FlashChip;

beforeEach(() => {
  chip = new FlashChip(makeFlash());
  startAgain(chip);
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
    expect(sheetOf(1).epochDay).toBe(DAY + 2);
    expect(sheetOf(1).counts[0]).toBe(10);
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
    expect(sheetOf(1).epochDay).toBe(DAY + 1);
  });

  test('without a clock takes 24 hours of running, summed over restarts, and gives no day', () => {
    countMany(10, KNEE, 5);
    expect(runHours(0, 12)).toBe(false);
    startAgain(chip);
    expect(runHours(0, 11)).toBe(false);
    expect(runHours(11 * HOUR_S, 1)).toBe(true);
    expect(sheetOf(1).epochDay).toBe(DAY_UNKNOWN);
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
    startAgain(chip);
    expect(storeDay(50)).toBe(DAY_UNKNOWN);
    expect(closeIfDue(10, 50)).toBe(false);
    setClock((DAY + 1) * DAY_S, 0, 60);
    expect(closeIfDue(10, 61)).toBe(true);
  });

  test('waits a day when the clock was first set after the checks', () => {
    countMany(10, KNEE, 100);
    setClock(DAY * DAY_S, 0, 200);
    expect(closeIfDue(10, 300)).toBe(false);
    startAgain(chip);
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
    expect([sheetOf(1).epochDay, sheetOf(2).epochDay]).toEqual([DAY + 4001, DAY + 1]);
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
    startAgain(chip);
    setClock((DAY + day + 1) * DAY_S, 0, 0);
    expect(closeIfDue(10, 1)).toBe(false);
    expect(live.oldestSheet).toBe(1);
    remember(FIELD_ACKNOWLEDGED, 3);
    expect(closeIfDue(10, 2)).toBe(true);
    expect((sheetOf(held + 1).counts[0] ?? 0) + (sheetOf(held + 1).counts[1] ?? 0)).toBe(200);
    visit(3);
    expect(live.oldestSheet).toBe(4);
    expect(recall(FIELD_FINISHED)).toBe(100 * held + 200);
    expect(readImage(chip.bytes).complaints).toEqual([]);
  });
});
