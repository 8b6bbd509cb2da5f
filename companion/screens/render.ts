import { createBoard } from '../../firmware/simulator/board';
import { type TourStop, tourScreens } from '../../firmware/simulator/screen-tour';

/** A screen as it looks on the device. */
export interface RenderedScreen {
  readonly name: string;
  readonly frame: Uint8Array;
}

const TAP_MS = 60;
const PAUSE_MS = 1000;
const UNTIL_WARNING_MS = 35000;

/** The next number of a fixed row, so that every run of the command draws the same screens. */
function fixedDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function reach(image: Uint8Array, stop: TourStop, thenMs: number): Uint8Array {
  const board = createBoard({ board: 'pixljs', flash: image.slice(), random: () => 1 });
  board.powerOn();
  board.advance(UNTIL_WARNING_MS);
  for (const key of stop.keys) {
    board.press(key);
    board.advance(TAP_MS);
    board.release(key);
    board.advance(PAUSE_MS);
  }
  board.advance(thenMs);
  return board.screen;
}

/**
 * Presses through the built firmware to every screen that can be met, and to the time-out's warning.
 *
 * @param image Storage as the build made it
 * @param rules RULE_* bits that the image's settings stand for
 */
export function renderScreens(image: Uint8Array, rules: number): RenderedScreen[] {
  const stops = tourScreens(fixedDraw(), rules);
  const screens = stops.map((stop) => ({ name: stop.name, frame: reach(image, stop, 0) }));
  const notice = stops.find((stop) => stop.name === 'notice');
  if (notice) screens.push({ name: 'time-out-warning', frame: reach(image, notice, UNTIL_WARNING_MS) });
  return screens;
}
