import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_ADDRESS } from '../../firmware/build/qr-codes';
import type { Board } from '../../firmware/simulator/board';
import { cardAddressCodes } from '../../shared/check/codes';
import { holdBoth, startKiosk, tap, wordsOn } from './kiosk-board';
import { readQr } from './read-qr';

/** The codes that a walk through the cards meets, by what follows the address. */
function codesOn(board: Board, nextKey: number, pages: number): string[] {
  const found = new Set<string>();
  for (let page = 0; page < pages; page++) {
    const text = readQr(board.screen, board.kind.screen);
    if (text !== undefined) found.add(text);
    tap(board, nextKey);
  }
  return [...found];
}

const address = (card: number): string => EXAMPLE_ADDRESS + cardAddressCodes.charAt(card);
const SHOES = [1, 1, 3, 1];
const KNEE = [1, 3, 3, 3, 3, 3];

const runs = [
  { name: 'no_weight_move', keys: [1, 3, 2, 1], codes: [6] },
  { name: 'hot_fever', keys: [1, 3, 2, 2], codes: [7] },
  { name: 'big_swelling', keys: [1, 3, 2, 3], codes: [8] },
  { name: 'calf', keys: [1, 3, 3, 2, 1], codes: [9] },
  { name: 'injury', keys: [1, 3, 3, 2, 2], codes: [10] },
  { name: 'catches', keys: [1, 3, 3, 3, 2, 2, ...SHOES], codes: [11, 14] },
  { name: 'front and stairs', keys: [...KNEE, 1, 1, 1, 1, ...SHOES], codes: [0, 14] },
  { name: 'outer and stairs for months', keys: [...KNEE, 3, 3, 1, 1, ...SHOES], codes: [12, 1, 0, 14] },
  { name: 'below and at the start', keys: [...KNEE, 1, 2, 2, 1, ...SHOES], codes: [2, 14] },
  { name: 'back of the knee', keys: [...KNEE, 1, 4, 2, 1, 1, ...SHOES], codes: [13, 5, 14] },
];

describe('the result', () => {
  test.each(runs)('each pattern and referral card is followed by its own code: $name', ({ keys, codes }) => {
    const board = startKiosk();
    tap(board, ...keys);
    expect(codesOn(board, 3, 11)).toEqual(codes.map(address));
  });

  test('without codes in the kiosk none is shown', () => {
    const board = startKiosk(false);
    tap(board, ...KNEE, 1, 1, 1, 1, ...SHOES);
    expect(codesOn(board, 3, 8)).toEqual([]);
    expect(wordsOn(board)).not.toBe('');
  });

  test('in large size the codes are as readable: an urgent sign', () => {
    const board = startKiosk();
    tap(board, 4, 2, 3, 2, 2, 2, 3, 2, 2, 3);
    expect(codesOn(board, 2, 8)).toEqual([address(7)]);
  });
});

/** Taps one key again and again, each within 240 ms of the one before. */
function mash(board: Board, key: number, gapsMs: readonly number[]): void {
  for (const gapMs of gapsMs) {
    board.press(key);
    board.advance(30);
    board.release(key);
    board.advance(gapMs - 30);
  }
  board.advance(400);
}

const gaps = fc.array(fc.integer({ min: 70, max: 240 }), { minLength: 1, maxLength: 8 });
const mashedKeys = fc.array(fc.record({ key: fc.constantFrom(1, 2, 3), gaps }), {
  minLength: 1,
  maxLength: 12,
});

describe.each([
  { board: 'pixljs', size: 'normal', before: [] },
  { board: 'pixljs', size: 'large', before: [4] },
  { board: 'banglejs2', size: 'normal', before: [] },
  { board: 'banglejs2', size: 'large', before: [4] },
] as const)('mashing on a $board in $size size', ({ board, before }) => {
  test('counts once until it pauses: the same screen as after single taps', () => {
    fc.assert(
      fc.property(mashedKeys, (presses) => {
        const [mashed, tapped] = [startKiosk(true, board), startKiosk(true, board)];
        tap(mashed, ...before);
        tap(tapped, ...before);
        for (const { key, gaps: gapsMs } of presses) {
          mash(mashed, key, gapsMs);
          tap(tapped, key);
          expect(wordsOn(mashed)).toBe(wordsOn(tapped));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('does not get past a page of signs, however often and with whatever key', () => {
    const toSigns = before.length ? [2, 3, 2, 2, 2, 3] : [1, 3];
    for (const key of [1, 2, 3, 4]) {
      const [mashed, tapped] = [startKiosk(true, board), startKiosk(true, board)];
      for (const kiosk of [mashed, tapped]) tap(kiosk, ...before, ...toSigns);
      mash(mashed, key, Array<number>(40).fill(80));
      tap(tapped, key);
      expect(wordsOn(mashed)).toBe(wordsOn(tapped));
    }
  });
});

const places = [
  { name: 'a question', keys: [1, 3, 3, 3] },
  { name: 'a result', keys: [2, 3, 1, 1, 3, 1] },
  { name: 'the staff’s cards', keys: [2, 3, 1, 1, 3, 1, 3, 1, 3] },
  { name: 'a sign in large size', keys: [4, 2, 3, 2, 2, 2, 3, 2] },
];
test.each(places)('the two left keys wipe at once, also while the warning shows: $name', ({ keys }) => {
  const board = startKiosk();
  const attract = wordsOn(board);
  tap(board, ...keys);
  expect(wordsOn(board)).not.toBe(attract);
  holdBoth(board, 1, 4, 100);
  expect(wordsOn(board)).toBe(attract);
  tap(board, ...keys);
  board.advance(125_000);
  if (wordsOn(board) === attract) tap(board, ...keys);
  holdBoth(board, 4, 1, 100);
  expect(wordsOn(board)).toBe(attract);
});
