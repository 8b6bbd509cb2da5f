import { beforeEach, describe, expect, test } from 'vitest';
import { setClock } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  markBoot,
  openLedger,
  readSheet,
  remember,
  saveSettings,
} from '../../firmware/ledger/ledger';
import { recall } from '../../firmware/ledger/live';
import { FIELD_EPOCH, FIELD_MAINTAIN } from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { PowerCut } from '../../firmware/simulator/signals';
import { TALLY_START } from '../../shared/tallies';
import { makeFlash, portOf, readImage } from './ledger-flash';
import { countMany, startAgain } from './ledger-steps';

const DAY_S = 86_400;
const DAY = 20_000;
const KNEE = [0, 7, 13, 37, TALLY_START];

let chip: FlashChip;

beforeEach(() => {
  chip = new FlashChip(makeFlash());
  startAgain(chip);
});

describe('where the ledger lies', () => {
  const wrong: [string, Uint8Array][] = [
    ['another file', makeFlash('ledges')],
    ['a longer name', makeFlash('ledger2')],
    ['another length', makeFlash('ledger', 12_260)],
    ['nothing', new Uint8Array(12_288).fill(0xff)],
  ];
  for (const [name, bytes] of wrong) {
    test(`with ${name} there, nothing is ever written`, () => {
      chip = new FlashChip(bytes);
      expect(startAgain(chip)).toBe(false);
      setClock(DAY * DAY_S, 0, 0);
      countMany(20, KNEE, 10);
      countAside(TALLY_START);
      expect(closeIfDue(10, 2 * DAY_S)).toBe(false);
      expect(saveSettings(new Uint8Array(4))).toBe(false);
      remember(FIELD_MAINTAIN, 1);
      for (let boot = 0; boot < 300; boot++) markBoot(false);
      markBoot(true);
      expect(readSheet(1)).toBeUndefined();
      expect(chip.bytesDone).toBe(0);
    });
  }

  test('a file that moves while the kiosk runs is never written again, whatever happens', () => {
    countMany(9, KNEE, 1);
    chip.bytes.copyWithin(32, 0, 32); // as a compaction of Storage would leave it
    chip.bytes.fill(0xff, 0, 32);
    const before = chip.bytes.slice();
    setClock(DAY * DAY_S, 0, 2);
    countMany(200, KNEE, 3);
    closeIfDue(5, 2 * DAY_S);
    saveSettings(new Uint8Array(96));
    remember(FIELD_MAINTAIN, 1);
    markBoot(false);
    for (let hour = 1; hour <= 30; hour++) closeIfDue(10, hour * 3600);
    expect(chip.bytes).toEqual(before);
    expect(startAgain(chip)).toBe(false);
    expect(chip.bytes).toEqual(before);
  });

  test('the fixed part is never touched', () => {
    countMany(400, KNEE, 10);
    expect(chip.erases[0]).toBe(0);
    expect(chip.wordWrites.slice(0, 8).every((writes) => writes === 0)).toBe(true);
  });

  test('log pages full of rubbish are an empty ledger', () => {
    for (const rubbish of [0, 1, 5, 0x55]) {
      chip = new FlashChip(makeFlash().fill(rubbish, 4096));
      expect(startAgain(chip)).toBe(true);
      countMany(1, KNEE, 1);
      const image = readImage(chip.bytes);
      expect([image.complaints, image.open?.counts[0]]).toEqual([[], 1]);
    }
  });

  test('an empty ledger takes a random epoch and keeps it', () => {
    const epoch = recall(FIELD_EPOCH);
    expect(epoch).toBeGreaterThan(0x80000000);
    startAgain(chip);
    expect(recall(FIELD_EPOCH)).toBe(epoch);
    chip.erasePage(4096);
    startAgain(chip);
    expect(recall(FIELD_EPOCH)).toBe(epoch + 1);
  });
});

test('flash that does not hold what is written makes the ledger unusable, and the next start finds it as it was', () => {
  countMany(3, KNEE, 1);
  const before = readImage(chip.bytes).open;
  openLedger({ ...portOf(chip), write: () => {} }, () => 0);
  countMany(1, KNEE, 1);
  expect(startAgain(chip)).toBe(true);
  expect(readImage(chip.bytes).open).toEqual(before);
  expect(readImage(chip.bytes).complaints).toEqual([]);
});

test('a page whose erasing was cut near its end, and looks blank, is erased again before it is written', () => {
  for (const bytesErased of [1, 2000, 3000, 4000, 4095]) {
    chip = new FlashChip(makeFlash());
    startAgain(chip);
    let isCut = false;
    const port = portOf(chip);
    const cutting = {
      ...port,
      erase: (offset: number) => {
        if (!isCut && chip.bytes[offset] !== 0xff) {
          isCut = true;
          chip.cutAfterBytes(bytesErased);
        }
        port.erase(offset);
      },
    };
    openLedger(cutting, () => 0);
    expect(() => countMany(1000, KNEE, 1)).toThrow(PowerCut);
    chip.cancelCut();
    startAgain(chip);
    // the chip throws when a block takes more writes than it may between two whole erases
    countMany(300, KNEE, 1);
    expect(readImage(chip.bytes).complaints).toEqual([]);
  }
});
