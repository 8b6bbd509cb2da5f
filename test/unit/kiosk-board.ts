import { readFileSync } from 'node:fs';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { commission } from '../../firmware/simulator/commission';

const TAP_MS = 60;
const PAUSE_MS = 1000;
const KIOSK_ID = Uint8Array.from([0xa2, 0x3f, 0x01, 0xc4, 5, 6, 7, 8]);

/** The built firmware on a simulated Pixl.js that is switched on, with QR codes of EXAMPLE_ADDRESS if wanted. */
export function startKiosk(hasCodes = true): Board {
  const image = readFileSync('dist/firmware/pixljs/image.bin');
  const codes = hasCodes ? makeQrImages(EXAMPLE_ADDRESS) : [];
  const board = createBoard({
    board: 'pixljs',
    flash: commission(image, KIOSK_ID, new Uint8Array(16), codes),
    random: () => 1,
  });
  board.powerOn();
  board.advance(PAUSE_MS);
  return board;
}

/** Taps keys one after the other, a second apart. */
export function tap(board: Board, ...keys: readonly number[]): void {
  for (const key of keys) {
    board.press(key);
    board.advance(TAP_MS);
    board.release(key);
    board.advance(PAUSE_MS);
  }
}

/** Holds two keys, the first one pressed a moment earlier. */
export function holdBoth(board: Board, first: number, second: number, ms: number): void {
  board.press(first);
  board.advance(TAP_MS);
  board.press(second);
  board.advance(ms);
  board.release(first);
  board.release(second);
  board.advance(PAUSE_MS);
}

/** What stands on the screen, in the order in which it was drawn. */
export function wordsOn(board: Board): string {
  return board.words.map(({ text }) => text).join(' | ');
}
