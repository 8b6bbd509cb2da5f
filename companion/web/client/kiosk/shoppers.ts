import type { Board } from '../../../../firmware/simulator/board';
import { shopperKeys } from '../../../../firmware/simulator/shopper';

const SHOPPERS_A_ROUND = 20;
const ROUNDS_MAX = 4;
/** A made-up shopper reads this long before each press; much faster would count as play. */
const READING_MS = 2600;
const PRESS_MS = 120;
/** Longer than any time-out with its warning, so that every run has ended. */
const BETWEEN_MS = 200_000;
const DAY_MS = 86_400_000;
const DAY_PIECES = 48;

const draw = (below: number): number => Math.floor(Math.random() * below);

/** Lets the browser draw and stay awake between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Progress {
  /** The newest closed sheet that the kiosk announces. */
  newestSheet(): number;
  say(words: string): void;
}

/**
 * Made-up shoppers press through the kiosk, then its store day ends; again until a sheet closes.
 *
 * @returns how many shoppers came, and how much simulated time went by
 */
export async function letShoppersCome(board: Board, { newestSheet, say }: Progress) {
  const startMs = board.nowMs;
  const before = newestSheet();
  let shoppers = 0;
  for (let round = 0; round < ROUNDS_MAX && newestSheet() === before; round++) {
    for (let i = 0; i < SHOPPERS_A_ROUND; i++) {
      for (const key of shopperKeys(draw, true)) {
        board.advance(READING_MS);
        board.press(key);
        board.advance(PRESS_MS);
        board.release(key);
        board.advance(PRESS_MS);
      }
      board.advance(BETWEEN_MS);
      shoppers++;
      say(`Shopper ${shoppers} has gone.`);
      await breathe();
    }
    say('The store day ends.');
    for (let piece = 0; piece < DAY_PIECES && newestSheet() === before; piece++) {
      board.advance(DAY_MS / DAY_PIECES);
      await breathe();
    }
  }
  return { shoppers, passedMs: board.nowMs - startMs, isClosed: newestSheet() !== before };
}
