import { describe, expect, test } from 'vitest';
import { askForMaintenance } from '../../companion/flash/ask-for-maintenance';
import { createSimulatedLink, type SimulatedPeer } from '../../companion/link/simulated';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import type { SheetArrival } from '../../companion/sync/store-port';
import type { SyncDeps } from '../../companion/sync/sync-kiosk';
import { boardTimer } from '../../companion/sync/timer';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { storeInto } from './arrivals';
import { inMaintenance, KEY, KIOSK_ID, makeKiosk } from './lock-down-board';
import { makeOlderKiosk, useKiosk } from './update-fixture';

const DEVICE_ID = 'c0de00000001';

/** One companion with this key around one board, in the board's time. */
function around(board: Board, key = KEY, isHeard = true) {
  const arrived: SheetArrival[] = [];
  const steps: string[] = [];
  const peer: SimulatedPeer = { id: DEVICE_ID, board, pass: () => board.advance(20) };
  const sync: SyncDeps = {
    ...commonSyncDeps({ find: () => key, add: () => undefined }),
    clock: { nowMs: () => Date.UTC(2026, 2, 30, 9) + board.nowMs, minutesFromUtc: () => 0 },
    timer: boardTimer(board),
    store: storeInto(arrived),
  };
  const deps = {
    link: createSimulatedLink(isHeard ? [peer] : []),
    sync,
    say: (line: string) => steps.push(line),
  };
  return {
    arrived,
    steps,
    ask: (open?: string) => askForMaintenance(deps, { kioskId: KIOSK_ID, epoch: null }, open),
  };
}

describe('asking a kiosk for maintenance', () => {
  test('fetches what it holds, then it drops the link and comes back with its wire open', async () => {
    const board = createBoard({
      board: 'pixljs',
      flash: await useKiosk(makeOlderKiosk(), { isAcknowledged: false }),
      random: () => 0x12345678,
    });
    const { ask, arrived, steps } = around(inMaintenance(board));
    expect(await ask()).toBe(DEVICE_ID);
    expect(arrived.map(({ sheetNo }) => sheetNo)).toEqual([1]);
    expect(steps).toHaveLength(2);
    board.advance(1000);
    expect(board.isUartOn).toBe(true);
  });

  test('says how to get there when it does not show its maintenance screen', async () => {
    const board = makeKiosk();
    board.powerOn();
    board.advance(1000);
    const { ask } = around(board);
    await expect(ask()).rejects.toThrow(
      expect.objectContaining({
        code: 'maintain-refused',
        message: expect.stringContaining('two right keys'),
      }),
    );
    board.advance(5000);
    expect(board.isUartOn).toBe(false);
  });

  test('tells a wrong key from a kiosk that is not there', async () => {
    const board = inMaintenance();
    await expect(around(board, new Uint8Array(16)).ask()).rejects.toThrow(
      expect.objectContaining({
        code: 'kiosk-not-asked',
        message: expect.stringContaining('not sealed with the key'),
      }),
    );
    const { ask } = around(board, KEY, false);
    await expect(ask()).rejects.toThrow(expect.objectContaining({ code: 'kiosk-not-near' }));
  });

  test('asks nothing of a device that an update has left open', async () => {
    const board = createBoard({ board: 'pixljs', random: () => 1 });
    board.powerOn();
    const { ask, steps } = around(board);
    expect(await ask(DEVICE_ID)).toBe(DEVICE_ID);
    expect(steps).toEqual([]);
  });
});
