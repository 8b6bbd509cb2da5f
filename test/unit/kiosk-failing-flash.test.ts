import { expect, test } from 'vitest';
import { startKiosk, tap, wordsOn } from './kiosk-board';

const URGENT = [1, 3, 2, 2];
const NEXT_TO_THE_END = 12;

test('a kiosk whose flash stops holding what is written shows a red flag to its end, and then asks nobody any more', () => {
  const board = startKiosk();
  board.chip.write = () => undefined;
  tap(board, ...URGENT);
  expect(wordsOn(board)).toMatch(/TODAY/);
  for (let press = 0; press < NEXT_TO_THE_END && !/attention/i.test(wordsOn(board)); press++) {
    expect(wordsOn(board)).not.toBe('');
    tap(board, 3);
  }
  expect(wordsOn(board)).toMatch(/Needs attention/);
  const before = board.flash.slice();
  tap(board, 1, 3, 3);
  board.advance(3 * 3_600_000);
  expect(wordsOn(board)).toMatch(/Needs attention/);
  expect(board.flash).toEqual(before);
});
