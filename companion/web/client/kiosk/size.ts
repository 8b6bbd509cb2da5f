import type { Board } from '../../../../firmware/simulator/board';
import { say, sizeChoice } from './elements';

const NEXT_PAGE = '\x81';
const TAP_MS = 90;
const PAUSE_MS = 400;
const STAFF_KEYS = [4, 2];
const STAFF_HOLD_MS = 3300;
const KEY_BEFORE = 1;
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
const KEY_BACK = 4;
/** On the first screen. */
const KEY_SIZE = 4;
const MENU_PAGES_MAX = 20;

/** Joins the page's choice of a size to what staff choose in their menu: it outlasts runs and power cuts. */
export function joinSizeChoice(board: Board, signal: AbortSignal): void {
  const show = (): void => {
    sizeChoice.value = isLarge(board) ? 'large' : 'normal';
  };
  show();
  sizeChoice.disabled = false;
  sizeChoice.addEventListener(
    'change',
    () => {
      setSize(board, sizeChoice.value === 'large');
      show();
      say(isLarge(board) ? 'Large size from the first screen on.' : 'Normal size.');
    },
    { signal },
  );
}

/** Whether the screen is in large size: only there pages are turned by an arrow. */
const isLarge = (board: Board): boolean => board.words.some(({ text }) => text === NEXT_PAGE);

/**
 * Ends the run and presses what staff press to set the size, all in one moment.
 *
 * @param board a running kiosk
 */
export function setSize(board: Board, wantsLarge: boolean): void {
  hold(board, board.kind.wipeButtons, 0, TAP_MS);
  if (isLarge(board) === wantsLarge) return;
  if (board.kind.hasTouch) {
    // staff have no menu there: a shopper's choice, for one run
    hold(board, [KEY_SIZE], 0, TAP_MS);
    return;
  }
  const before = board.screen;
  hold(board, STAFF_KEYS, TAP_MS, STAFF_HOLD_MS);
  if (board.screen !== before) {
    // the last pages of the menu: contrast, size, language
    for (let page = 0, last = before; page < MENU_PAGES_MAX && !isSame(board.screen, last); page++) {
      last = board.screen;
      hold(board, [KEY_NEXT], 0, TAP_MS);
    }
    for (const key of [KEY_BEFORE, KEY_CHOOSE, KEY_BACK]) hold(board, [key], 0, TAP_MS);
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.every((byte, at) => byte === other[at]);

function hold(board: Board, keys: readonly number[], betweenMs: number, holdMs: number): void {
  for (const key of keys) {
    board.press(key);
    board.advance(betweenMs);
  }
  board.advance(holdMs);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}
