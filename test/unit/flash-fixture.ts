import { createSimulatedLink } from '../../companion/link/simulated';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import type { SheetArrival } from '../../companion/sync/store-port';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { boardTimer } from '../../companion/sync/timer';
import type { Board } from '../../firmware/simulator/board';
import type { Settings } from '../../shared/wire/settings-contents';
import { storeInto } from './arrivals';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const NINE_O_CLOCK_MS = Date.UTC(2026, 2, 30, 9);
/** Knee path, front, stairs, more running, under 3 months, under 5 miles, no wear; then to the staff's Fitted. */
const KNEE = [1, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1, 3, 1, 3, 3, 3, 3, 3, 1, 3, 3, 3, 1];

/** A data folder of a real companion with these stores. */
export async function makeRealData(...storeIds: string[]): Promise<string> {
  const folder = makeTemporaryFolder();
  const store = await openStore(folder, 'real', createFakeClock());
  for (const storeId of storeIds)
    await saveStore(store, { storeId, name: storeId, region: null, isSimulated: false });
  await store.close();
  return folder;
}

/** One shopper's whole check, then staff's card, and back to rest. */
export function pressCheck(board: Board): void {
  for (const key of KNEE) {
    board.press(key);
    board.advance(80);
    board.release(key);
    board.advance(1200);
  }
  board.advance(200_000);
}

/**
 * One sync in the board's own time, which began at `startMs`, with this key; what it brings is added to `arrived`.
 * Settings other than these are replaced by them.
 */
export async function syncBoard(
  board: Board,
  kioskId: string,
  key: Uint8Array,
  arrived: SheetArrival[],
  startMs = NINE_O_CLOCK_MS,
  settings: Settings | null = null,
) {
  const link = createSimulatedLink([{ id: kioskId, board, pass: () => board.advance(20) }]);
  const device = await link.findDevice(kioskId);
  if (!device) throw new Error('The board is not there');
  return syncKiosk(device, {
    ...commonSyncDeps({ find: (id) => (id === kioskId ? key : null), add: () => undefined }),
    findSettings: async () => settings,
    clock: { nowMs: () => startMs + board.nowMs, minutesFromUtc: () => 0 },
    timer: boardTimer(board),
    store: storeInto(arrived),
  });
}
