import type { Board } from '../../firmware/simulator/board';
import { type TourStop, tourScreens } from '../../firmware/simulator/screen-tour';
import type { DrawnPicture, DrawnText } from '../../firmware/simulator/words-on-screen';

/** The kiosk's sizes of text. */
export const screenSizes = ['normal'] as const;
export type ScreenSize = (typeof screenSizes)[number];

/** A screen as it looks on the device, and what was drawn on it. */
export interface RenderedScreen {
  readonly name: string;
  /** 1 bit a pixel, rows from the top, 1 is dark */
  readonly frame: Uint8Array;
  readonly texts: readonly DrawnText[];
  readonly pictures: readonly DrawnPicture[];
}

const TAP_MS = 60;
const PAUSE_MS = 1000;
const UNTIL_WARNING_MS = 35_000;

/** The next number of a fixed row, so that every run of the command draws the same screens. */
function fixedDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function press(board: Board, keys: readonly number[]): void {
  for (const key of keys) board.press(key);
  board.advance(TAP_MS);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}

function look(board: Board, name: string): RenderedScreen {
  return { name, frame: board.screen, texts: board.words, pictures: board.pictures };
}

function reach(board: Board, { name, keys }: TourStop): RenderedScreen {
  press(board, board.kind.wipeButtons);
  for (const key of keys) press(board, [key]);
  return look(board, name);
}

/**
 * Presses a kiosk to every screen that can be met, and to the time-out's warning; it ends on the attract screen.
 *
 * @param board a running kiosk
 * @param wish.rules RULE_* bits that stand for its settings
 */
export function renderScreens(
  board: Board,
  { rules }: { rules: number; size: ScreenSize },
): RenderedScreen[] {
  board.advance(UNTIL_WARNING_MS);
  const stops = tourScreens(fixedDraw(), rules);
  const screens = stops.map((stop) => reach(board, stop));
  const notice = stops.find((stop) => stop.name === 'notice');
  if (notice) {
    reach(board, notice);
    board.advance(UNTIL_WARNING_MS);
    screens.push(look(board, 'time-out-warning'));
  }
  press(board, board.kind.wipeButtons);
  return screens;
}
