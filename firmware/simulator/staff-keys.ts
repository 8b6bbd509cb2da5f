import type { Board } from './board';

/** Lower left, then upper right: together on Pixl.js, on a touch screen one long touch after the other. */
export const STAFF_KEYS: readonly number[] = [4, 2];
/** How long both keys are held, in ms. */
export const STAFF_HOLD_MS = 3300;
/** How long a touch lasts that counts as long, in ms. */
export const LONG_TOUCH_MS = 900;

const TAP_MS = 60;
/** A press so soon after another one is ignored. */
const PAUSE_MS = 1000;

/** Presses keys one shortly after the other, keeps them down, and lets go; nothing waits for real. */
export function holdKeys(board: Board, keys: readonly number[], holdMs: number): void {
  for (const key of keys) {
    board.press(key);
    board.advance(TAP_MS);
  }
  board.advance(holdMs);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}

/** Opens the staff menu of a kiosk that shows its attract screen. */
export function openStaffMenu(board: Board): void {
  if (!board.kind.hasTouch) holdKeys(board, STAFF_KEYS, STAFF_HOLD_MS);
  else for (const key of STAFF_KEYS) holdKeys(board, [key], LONG_TOUCH_MS);
}
