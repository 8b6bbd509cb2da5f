import type { Run } from '../../firmware/flow/run';
import type { Board } from '../../firmware/simulator/board';
import type { TourStop } from '../../firmware/simulator/screen-tour';
import type { DrawnPicture, DrawnText } from '../../firmware/simulator/words-on-screen';

/** The kiosk's sizes of text. */
export const screenSizes = ['normal', 'large'] as const;
export type ScreenSize = (typeof screenSizes)[number];

/** A screen as it looks on the device, and what was drawn on it. */
export interface RenderedScreen {
  readonly name: string;
  /** 1 bit a pixel, rows from the top, 1 is dark */
  readonly frame: Uint8Array;
  readonly texts: readonly DrawnText[];
  readonly pictures: readonly DrawnPicture[];
  /** what the run is at, and which page of it in large size; screens outside a run have none */
  readonly at?: { readonly run: Run; readonly page: number };
}

const TAP_MS = 60;
const PAUSE_MS = 1000;
const UNTIL_WARNING_MS = 35_000;
const KEY_NEXT = 2;

function press(board: Board, keys: readonly number[]): void {
  for (const key of keys) board.press(key);
  board.advance(TAP_MS);
  for (const key of keys) board.release(key);
  board.advance(PAUSE_MS);
}

/** What a board shows now. */
export function look(board: Board, name: string): RenderedScreen {
  return { name, frame: board.screen, texts: board.words, pictures: board.pictures };
}

function reach(board: Board, { keys }: TourStop): void {
  press(board, board.kind.wipeButtons);
  for (const key of keys) press(board, [key]);
}

function visit(board: Board, stop: TourStop): RenderedScreen[] {
  reach(board, stop);
  if (stop.pages === 1) return [{ ...look(board, stop.name), at: { run: stop.run, page: 0 } }];
  return Array.from({ length: stop.pages }, (_, page) => {
    if (page > 0) press(board, [KEY_NEXT]);
    return { ...look(board, `${stop.name}-page-${page + 1}`), at: { run: stop.run, page } };
  });
}

/**
 * Presses a kiosk to every screen of a tour, and to the time-out's warning; it ends on the attract screen.
 *
 * @param board a running kiosk
 */
export function renderScreens(board: Board, stops: readonly TourStop[]): RenderedScreen[] {
  board.advance(UNTIL_WARNING_MS);
  const screens = stops.flatMap((stop) => visit(board, stop));
  const notice = stops.find((stop) => stop.name === 'notice');
  if (notice) {
    reach(board, notice);
    board.advance(UNTIL_WARNING_MS);
    screens.push(look(board, 'time-out-warning'));
  }
  press(board, board.kind.wipeButtons);
  return screens;
}
