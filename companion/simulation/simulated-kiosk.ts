import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { commission, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import { shopperKeys } from '../../firmware/simulator/shopper';
import type { SeededRandom } from './random';

const TAP_MS = 90;
const FIRST_LOOK_MS = 1500;
const READING_MS = 900;
const READING_SPREAD_MS = 2600;
/** Longer than the longest time-out with its warning. */
const WALKED_AWAY_MS = 150_000;

/** A simulated kiosk in a simulated store: the built firmware on a simulated board. */
export interface SimulatedKiosk {
  /** 16 hexadecimal digits, small letters */
  readonly kioskId: string;
  readonly key: Uint8Array;
  readonly board: Board;
  /** Lets the kiosk's time run up to a moment in Unix ms; a moment that has passed changes nothing. */
  advanceTo(atMs: number): void;
  nowMs(): number;
}

/**
 * A kiosk that was just flashed and never switched on.
 *
 * @param image  Storage as the build made it
 * @param fromMs  Unix ms at which its time begins
 * @param name  the board that the image was built for
 */
export function makeSimulatedKiosk(
  image: Uint8Array,
  random: SeededRandom,
  fromMs: number,
  name: BoardName = 'pixljs',
): SimulatedKiosk {
  const id = random.bytes(KIOSK_ID_BYTES);
  const key = random.bytes(KEY_BYTES);
  const flash = commission(image, id, key, makeQrImages(EXAMPLE_ADDRESS));
  const board = createBoard({ board: name, flash, random: random.next32 });
  const nowMs = (): number => fromMs + board.nowMs;
  return {
    kioskId: Buffer.from(id).toString('hex'),
    key,
    board,
    nowMs,
    advanceTo: (atMs) => board.advance(Math.max(0, atMs - nowMs())),
  };
}

/** One made-up shopper steps through a check, and staff after them; or walks away, and the time-out ends the run. */
export function letShopperCome(
  { board }: Pick<SimulatedKiosk, 'board'>,
  random: SeededRandom,
  keys: Iterable<number> = shopperKeys(random.draw, true),
): void {
  board.advance(FIRST_LOOK_MS);
  for (const key of keys) {
    board.press(key);
    board.advance(TAP_MS);
    board.release(key);
    board.advance(READING_MS + random.draw(READING_SPREAD_MS));
  }
  board.advance(WALKED_AWAY_MS);
}
