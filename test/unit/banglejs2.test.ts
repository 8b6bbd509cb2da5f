import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { FIXED_BYTES, LEDGER_BYTES } from '../../firmware/ledger/place';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { commission } from '../../firmware/simulator/commission';
import { readFile } from '../../firmware/simulator/storage-image';
import { scriptOf, scripts } from '../device/script';

const SIDE = 5;
/**
 * In large size its words break into other pages than on the wider Pixl.js, so the same keys mean something else; and it
 * has no contrast.
 */
const OTHER_PAGES = [
  'the staff menu: contrast',
  'large size: an urgent sign to the end',
  'large size: no sign, giving way, wiped by a time-out',
];
const MIDDLES = { 1: [44, 44], 2: [132, 44], 3: [132, 132], 4: [44, 132] } as const;

function start(board: BoardName): Board {
  const image = new Uint8Array(readFileSync(`dist/firmware/${board}/image.bin`));
  const [id, key] = [new Uint8Array(8).fill(1), new Uint8Array(16).fill(2)];
  let state = 1;
  const random = () => {
    state = (state * 75 + 74) % 65537;
    return state * 65535;
  };
  const made = createBoard({
    board,
    flash: commission(image, id, key, makeQrImages(EXAMPLE_ADDRESS)),
    random,
  });
  made.onError((error) => {
    throw error;
  });
  made.powerOn();
  made.advance(2000);
  return made;
}

function tap(board: Board, ...keys: number[]): void {
  for (const key of keys) {
    board.press(key);
    board.advance(80);
    board.release(key);
    board.advance(1200);
  }
}

const wordsOn = (board: Board): string => board.words.map(({ text }) => text).join(' | ');

describe('a Bangle.js 2', () => {
  for (const script of scripts.filter(({ name }) => !OTHER_PAGES.includes(name))) {
    test(`counts what a Pixl.js counts: ${script.name}`, () => {
      const [pixljs, bangle] = (['pixljs', 'banglejs2'] as const).map((name) => {
        const board = start(name);
        for (const step of script.steps) {
          board.advance(step.atMs - board.nowMs);
          if (step.isDown) board.press(step.key);
          else board.release(step.key);
        }
        board.advance(script.endMs + 1000 - board.nowMs);
        return readFile(board.flash, 'ledger')?.slice(FIXED_BYTES, LEDGER_BYTES);
      });
      expect(pixljs?.some((byte) => byte !== 0xff)).toBe(true);
      expect(bangle).toEqual(pixljs);
    });
  }

  test('takes each quarter of its screen, edge to edge, as a key', () => {
    const corners = {
      1: [
        [0, 0],
        [87, 0],
        [0, 87],
        [87, 87],
      ],
      2: [
        [88, 0],
        [175, 0],
        [88, 87],
        [175, 87],
      ],
      3: [
        [88, 88],
        [175, 88],
        [88, 175],
        [175, 175],
      ],
    } as const;
    for (const key of [1, 2, 3] as const) {
      const expected = start('banglejs2');
      tap(expected, key);
      for (const [x, y] of corners[key]) {
        const board = start('banglejs2');
        board.touch(x, y);
        board.advance(1000);
        expect(wordsOn(board)).toBe(wordsOn(expected));
      }
    }
  });

  test('goes back by the fourth quarter, by a long touch there where it turns pages, and by a swipe to the right', () => {
    const board = start('banglejs2');
    tap(board, 1, 3, 3, 3, 3, 3, 2);
    const place = wordsOn(board);
    tap(board, 4);
    const secondPage = wordsOn(board);
    expect(secondPage).not.toBe(place);
    const [x, y] = MIDDLES[4];
    board.press(4);
    board.advance(900);
    board.release(4);
    board.advance(1000);
    const before = wordsOn(board);
    expect(before).not.toBe(secondPage);
    tap(board, 2);
    expect(wordsOn(board)).toBe(place);
    board.swipe(-1, 0);
    board.swipe(0, 1);
    board.advance(1000);
    expect(wordsOn(board)).toBe(place);
    board.swipe(1, 0);
    board.advance(1000);
    expect(wordsOn(board)).toBe(before);
    board.touch(x, y);
    board.advance(1000);
    expect(wordsOn(board)).not.toBe(before);
  });

  test('wipes a run at once by its button, during the warning too', () => {
    const board = start('banglejs2');
    const attract = wordsOn(board);
    tap(board, 1, 3, 3, 3, 3, 3, 2, SIDE);
    expect(wordsOn(board)).toBe(attract);
    tap(board, 1, 3);
    board.advance(35_000);
    expect(wordsOn(board)).toContain('?');
    tap(board, SIDE);
    expect(wordsOn(board)).toBe(attract);
  });

  test('answers a touch after a day on the counter: the screen neither locks nor goes dark', () => {
    const board = start('banglejs2');
    const attract = wordsOn(board);
    board.advance(86_400_000);
    expect(board.hardware.isBacklightOn).toBe(true);
    expect(board.hardware.bangleOptions).toEqual({ btnLoadTimeout: 0, manualWatchdog: true });
    tap(board, 1);
    expect(wordsOn(board)).not.toBe(attract);
  });

  test('opens maintenance when its button is held at the start, and shoppers do not', () => {
    const image = new Uint8Array(readFileSync('dist/firmware/banglejs2/image.bin'));
    const board = createBoard({
      board: 'banglejs2',
      flash: commission(image, new Uint8Array(8), new Uint8Array(16)),
      random: () => 1,
    });
    board.press(SIDE);
    board.powerOn();
    board.advance(4000);
    expect(wordsOn(board)).toContain('aintenance');
  });

  test('draws no letter outside of its screen, in normal and in large size', () => {
    const board = start('banglejs2');
    const seen = new Set<string>();
    board.onFrame(() => {
      for (const { text, glyphs } of board.words) {
        seen.add(text);
        for (const { glyph, xPx, yPx } of glyphs) {
          expect([text, xPx >= 0, xPx + glyph.widthPx <= 176 + 3]).toEqual([text, true, true]);
          expect([text, yPx >= -6, yPx < 176]).toEqual([text, true, true]);
        }
      }
    });
    for (const language of [0, 1, 2, 3]) {
      tap(board, SIDE, ...Array<number>(language).fill(3));
      for (const { steps } of [scriptOf('', [1, 3, 3, 3, 3, 3, 2, 3, 3, 1, 2, 3, 1, 3, 3, 3, 3])]) {
        for (const step of steps) if (step.isDown) tap(board, step.key);
      }
      tap(
        board,
        SIDE,
        ...Array<number>(language).fill(3),
        4,
        ...[2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2],
      );
    }
    expect(seen.size).toBeGreaterThan(100);
  });
});
