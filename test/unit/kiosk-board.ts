import { readFileSync } from 'node:fs';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { commission } from '../../firmware/simulator/commission';

const TAP_MS = 60;
const PAUSE_MS = 1000;
const KIOSK_ID = Uint8Array.from([0xa2, 0x3f, 0x01, 0xc4, 5, 6, 7, 8]);

const LONG_TOUCH_MS = 900;
const STAFF_HOLD_MS = 3300;
const MENU_PAGES_MAX = 12;

/** The built firmware on a simulated board that is switched on, with QR codes of EXAMPLE_ADDRESS if wanted. */
export function startKiosk(hasCodes = true, name: BoardName = 'pixljs'): Board {
  const image = readFileSync(`dist/firmware/${name}/image.bin`);
  const codes = hasCodes ? makeQrImages(EXAMPLE_ADDRESS) : [];
  const board = createBoard({
    board: name,
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

/** Opens the staff menu from the attract screen, as each board has it. */
export function openStaffMenu(board: Board): void {
  if (!board.kind.hasTouch) holdBoth(board, 4, 2, STAFF_HOLD_MS);
  else
    for (const key of [4, 2]) {
      board.press(key);
      board.advance(LONG_TOUCH_MS);
      board.release(key);
      board.advance(PAUSE_MS);
    }
}

/** From the attract screen to the maintenance screen, as staff open it without a power-on. */
export function openMaintenance(board: Board): void {
  openStaffMenu(board);
  for (let page = 0; page < MENU_PAGES_MAX && !wordsOn(board).includes('Maintenance'); page++) tap(board, 2);
  tap(board, 3);
}

/** Wipes the run at once, as each board has it. */
export function wipeAtOnce(board: Board): void {
  const keys = board.kind.wipeButtons;
  for (const key of keys) board.press(key);
  board.advance(TAP_MS);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}

/** What stands on the screen, in the order in which it was drawn. */
export function wordsOn(board: Board): string {
  return board.words.map(({ text }) => text).join(' | ');
}
