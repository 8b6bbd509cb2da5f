import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import {
  letShopperCome,
  makeSimulatedKiosk,
  type SimulatedKiosk,
} from '../../companion/simulation/simulated-kiosk';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { SHEET_BYTES_MAX, SHEET_FORMAT } from '../../shared/wire/sheet';
import { readContents } from '../../shared/wire/sheet-contents';

const IMAGE = new Uint8Array(readFileSync(join(process.cwd(), 'dist/firmware/pixljs/image.bin')));
const DAY_MS = 86_400_000;
const MINIMUM = 10;
/** Some walk away uncounted; a kiosk that counts nobody must fail the test, not hang it. */
const SHOPPERS_MAX = 60;
const PAIR = { first: 37, options: 6 };

let random = seededRandom(1);
let kiosk: SimulatedKiosk;

beforeEach(() => {
  random = seededRandom(2_026);
  kiosk = makeSimulatedKiosk(IMAGE, random, Date.parse('2026-03-02T08:00:00Z'));
  kiosk.board.powerOn();
  kiosk.board.advance(60_000);
});

/** Everything in a flash dump that is a packed sheet, open or closed, wherever it lies. */
function findSheets(flash: Uint8Array): number[][] {
  const found = new Map<string, number[]>();
  for (let at = 0; at < flash.length; at += 4) {
    if (flash[at] !== SHEET_FORMAT) continue;
    for (let length = 8; length <= SHEET_BYTES_MAX; length += 4) {
      const contents = readContents(flash.slice(at, at + length));
      if (typeof contents !== 'string' && countChecks(contents.counts) > 0) {
        found.set(contents.counts.join(), [...contents.counts]);
      }
    }
  }
  return [...found.values()];
}

const countChecks = (counts: readonly number[]): number => (counts[0] ?? 0) + (counts[1] ?? 0);
const subtract = (later: readonly number[], earlier: readonly number[]): number[] =>
  later.map((count, counter) => count - (earlier[counter] ?? 0));

/** The counts of one shopper, worked out from every pair of sheets in dumps that differ by one check. */
function attack(sheets: readonly (readonly number[])[]): number[][] {
  return sheets.flatMap((later) =>
    sheets
      .map((earlier) => subtract(later, earlier))
      .filter((rest) => countChecks(rest) === 1 && rest.every((count) => count >= 0)),
  );
}

/** Lets days pass in which visitors come; looks at the flash after each of them. */
function liveDays(days: number, visitors: number, look: (flash: Uint8Array) => void): void {
  for (let day = 0; day < days; day++) {
    for (let visitor = 0; visitor < visitors; visitor++) {
      letShopperCome(kiosk, random);
      look(kiosk.board.flash);
    }
    kiosk.board.advance(DAY_MS);
  }
}

test('no dump holds two states of one sheet, and every closed sheet in it holds ten checks of each kind', () => {
  let dumps = 0;
  liveDays(3, 18, (flash) => {
    const sheets = findSheets(flash);
    expect(attack(sheets)).toEqual([]);
    const small = sheets.filter((counts) => {
      const verdicts = counts
        .slice(PAIR.first, PAIR.first + PAIR.options)
        .reduce((sum, count) => sum + count, 0);
      return (counts[0] ?? 0) < MINIMUM || verdicts < MINIMUM;
    });
    expect(small.length).toBeLessThanOrEqual(1); // the open one
    dumps++;
  });
  expect(dumps).toBe(54);
  expect(findSheets(kiosk.board.flash).length).toBeGreaterThanOrEqual(2);
});

test('nor does a dump after a power cut and the start that follows', () => {
  liveDays(1, 4, () => undefined);
  for (let bytes = 1; bytes < 260; bytes += 23) {
    kiosk.board.cutPowerAfterFlashBytes(bytes);
    letShopperCome(kiosk, random);
    kiosk.board.powerOff();
    kiosk.board.powerOn();
    kiosk.board.advance(60_000);
    expect(attack(findSheets(kiosk.board.flash))).toEqual([]);
  }
});

test('in the flash of a ledger that does not wipe its old snapshots, one shopper can be read', () => {
  const { chip } = kiosk.board;
  chip.write = (bytes, offset) => {
    const isWipe = bytes.length > 4 && bytes.every((byte) => byte === 0);
    if (!isWipe) FlashChip.prototype.write.call(chip, bytes, offset);
  };
  let found = 0;
  liveDays(1, 5, (flash) => {
    found += attack(findSheets(flash)).length;
  });
  expect(found).toBeGreaterThan(0);
});

test('what is not promised: two dumps, before and after a shopper, give that shopper’s answers', () => {
  liveDays(1, 3, () => undefined);
  let answered: number[][] = [];
  for (let shopper = 0; shopper < SHOPPERS_MAX && answered.length === 0; shopper++) {
    const before = kiosk.board.flash.slice();
    letShopperCome(kiosk, random);
    answered = attack([...findSheets(before), ...findSheets(kiosk.board.flash)]);
  }
  expect(answered[0]?.filter((count) => count > 0).length).toBeGreaterThan(3);
});

test('what is not promised: one dump and nine known checks of ten give the answers of the tenth', () => {
  let open: number[] = [];
  let nineKnown: number[] = [];
  for (let shopper = 0; shopper < SHOPPERS_MAX && countChecks(open) < 10; shopper++) {
    letShopperCome(kiosk, random);
    const [now = open] = findSheets(kiosk.board.flash);
    if (countChecks(now) === 10) nineKnown = open; // somebody watched nine shoppers' fingers
    open = now;
  }
  const tenth = subtract(open, nineKnown);
  expect(countChecks(tenth)).toBe(1);
  expect(tenth.filter((count) => count > 0).length).toBeGreaterThan(3);
});
