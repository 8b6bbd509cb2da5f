import type { Board } from '../../../../firmware/simulator/board';
import { holdKeys, openStaffMenu } from '../../../../firmware/simulator/staff-keys';
import { say, sizeChoice } from './elements';

const NEXT_PAGE = '\x81';
/** Beside the key that chooses: in the staff menu first for the size. */
const CHOOSES = 'OK';
const TAP_MS = 90;
const PAUSE_MS = 400;
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
const KEY_BACK = 4;
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

const shows = (board: Board, label: string): boolean => board.words.some(({ text }) => text === label);

/** Whether the screen is in large size: only there pages are turned by an arrow. */
const isLarge = (board: Board): boolean => shows(board, NEXT_PAGE);

/**
 * Ends the run and presses what staff press to set the size, all in one moment.
 *
 * @param board a running kiosk
 */
export function setSize(board: Board, wantsLarge: boolean): void {
  wipe(board);
  if (isLarge(board) === wantsLarge) return;
  openStaffMenu(board);
  for (let page = 0; page < MENU_PAGES_MAX && !shows(board, CHOOSES); page++) holdKeys(board, [KEY_NEXT], 0);
  for (const key of [KEY_CHOOSE, KEY_BACK]) holdKeys(board, [key], 0);
}

function wipe(board: Board): void {
  for (const key of board.kind.wipeButtons) board.press(key);
  board.advance(TAP_MS);
  for (const key of board.kind.wipeButtons) board.release(key);
  board.advance(PAUSE_MS);
}
