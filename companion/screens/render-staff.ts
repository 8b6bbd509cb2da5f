import type { Board } from '../../firmware/simulator/board';
import { holdKeys, openStaffMenu } from '../../firmware/simulator/staff-keys';
import { look, type RenderedScreen } from './render';

const KEY_NEXT = 2;
const MENU_PAGES_MAX = 20;
/** Held while the power comes on, they open maintenance; a Bangle.js 2 has its button for it. */
const MAINTENANCE_KEYS = [2, 3];
const SIDE_BUTTON = 5;
const MAINTENANCE_MS = 3500;
const STARTS_UNTIL_ATTENTION = 11;
const START_MS = 1000;

/** The pages of the staff menu, from the attract screen. */
function renderMenu(board: Board): RenderedScreen[] {
  let last = board.screen;
  openStaffMenu(board);
  const pages: RenderedScreen[] = [];
  while (pages.length < MENU_PAGES_MAX && !isSame(last, board.screen)) {
    last = board.screen;
    pages.push(look(board, `staff-menu-page-${pages.length + 1}`));
    holdKeys(board, [KEY_NEXT], 0);
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
  board.advance(MAINTENANCE_MS);
  screens.push(look(board, 'maintenance'));
  for (const key of keys) board.release(key);
  for (let start = 0; start < STARTS_UNTIL_ATTENTION; start++) restart(board);
  return [...screens, look(board, 'needs-attention')];
}
