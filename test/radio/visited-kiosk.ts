import { readFileSync } from 'node:fs';
import { createSimulatedLink } from '../../companion/link/simulated';
import { type SeededRandom, seededRandom } from '../../companion/simulation/random';
import { letShopperCome, makeSimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { boardTimer } from '../../companion/sync/timer';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { Shelf } from './shelf';

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2026, 2, 30, 9);
const SHOPPERS = 40;
const START_MS = 1000;

/** A kiosk that shoppers have used for some days and that no companion has met. */
export interface VisitedKiosk {
  readonly boardName: BoardName;
  readonly kioskId: string;
  readonly key: Uint8Array;
  /** Storage with its ledger */
  readonly flash: Uint8Array;
  /** how many sheets it has closed */
  readonly sheets: number;
  /** the sum of its closed sheets by counter, fetched without any radio */
  readonly totals: readonly number[];
}

/** The built firmware, and some days of shoppers who press its keys. */
export async function makeVisitedKiosk(
  seed: number,
  days: number,
  boardName: BoardName = 'pixljs',
): Promise<VisitedKiosk> {
  const random = seededRandom(seed);
  const image = new Uint8Array(readFileSync(`dist/firmware/${boardName}/image.bin`));
  const kiosk = makeSimulatedKiosk(image, random, FIRST_DAY_MS, boardName);
  const { board, kioskId, key } = kiosk;
  board.powerOn();
  board.advance(START_MS);
  for (let day = 0; day < days; day++) {
    letShoppersCome(board, random);
    board.advance(DAY_MS);
  }
  const flash = board.flash.slice();
  const shelf = new Shelf();
  const copy = startCopy({ boardName, kioskId, key, flash, sheets: 0, totals: [] }, seed);
  const link = createSimulatedLink([{ id: kioskId, board: copy, pass: () => copy.advance(20) }]);
  const device = await link.findDevice(kioskId);
  if (!device) throw new Error('no kiosk');
  await syncKiosk(device, {
    ...commonSyncDeps({ find: () => key, add: () => undefined }),
    clock: { nowMs: () => FIRST_DAY_MS, minutesFromUtc: () => 0 },
    timer: boardTimer(copy),
    store: shelf,
  });
  return { boardName, kioskId, key, flash, sheets: shelf.sheets.size, totals: shelf.totals(kioskId) };
}

/** Enough shoppers for a sheet. */
export function letShoppersCome(board: Board, random: SeededRandom): void {
  for (let shopper = 0; shopper < SHOPPERS; shopper++) letShopperCome({ board }, random);
}

/** A board with a copy of the kiosk's Storage, switched on. */
export function startCopy(kiosk: VisitedKiosk, seed: number): Board {
  const board = createBoard({
    board: kiosk.boardName,
    flash: kiosk.flash.slice(),
    random: seededRandom(seed + 1000).next32,
  });
  board.powerOn();
  board.advance(START_MS);
  return board;
}
