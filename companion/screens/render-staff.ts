import type { Board } from '../../firmware/simulator/board';
import { look, type RenderedScreen, TAP_MS } from './render';

/** Lower left, then upper right too: they open the staff menu. */
const STAFF_KEYS = [4, 2];
const STAFF_HOLD_MS = 3500;
const KEY_NEXT = 2;
const PAUSE_MS = 1000;
const MENU_PAGES_MAX = 20;
/** Held while the power comes on, they open maintenance; a Bangle.js 2 has its button for it. */
const MAINTENANCE_KEYS = [2, 3];
const SIDE_BUTTON = 5;
const STARTS_UNTIL_ATTENTION = 11;
const START_MS = 1000;

function hold(board: Board, keys: readonly number[], holdMs: number): void {
  for (const key of keys) {
    board.press(key);
    board.advance(TAP_MS);
  }
  board.advance(holdMs);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}

/** The pages of the staff menu, from the attract screen; none where nothing opened. */
function renderMenu(board: Board): RenderedScreen[] {
  const before = board.screen;
  hold(board, STAFF_KEYS, STAFF_HOLD_MS);
  const pages: RenderedScreen[] = [];
  for (let last = before; pages.length < MENU_PAGES_MAX && !isSame(last, board.screen); ) {
    last = board.screen;
    pages.push(look(board, `staff-menu-page-${pages.length + 1}`));
    hold(board, [KEY_NEXT], 0);
  }
  return pages;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.every((byte, at) => byte === other[at]);

function restart(board: Board): void {
  board.powerOff();
  board.powerOn();
  board.advance(START_MS);
}

/**
 * The screens that staff open or are shown: menu, maintenance, and what asks for attention, at which the kiosk stays.
 *
 * @param board a running kiosk at its attract screen
 */
export function renderStaffScreens(board: Board): RenderedScreen[] {
  const screens = renderMenu(board);
  board.powerOff();
  const keys = board.kind.hasTouch ? [SIDE_BUTTON] : MAINTENANCE_KEYS;
  for (const key of keys) board.press(key);
  board.powerOn();
  board.advance(STAFF_HOLD_MS);
  screens.push(look(board, 'maintenance'));
  for (const key of keys) board.release(key);
  for (let start = 0; start < STARTS_UNTIL_ATTENTION; start++) restart(board);
  return [...screens, look(board, 'needs-attention')];
}
