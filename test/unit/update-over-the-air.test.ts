import { beforeEach, describe, expect, test } from 'vitest';
import type { UpdateRequest } from '../../companion/flash/update-kiosk';
import { updateOverTheAir } from '../../companion/flash/update-over-the-air';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import type { SheetArrival } from '../../companion/sync/store-port';
import { type SyncDeps, syncKiosk } from '../../companion/sync/sync-kiosk';
import { createBoard } from '../../firmware/simulator/board';
import { SIDE_BUTTON } from '../../firmware/simulator/watches';
import { VirtualTime } from '../radio/virtual-time';
import { storeInto } from './arrivals';
import { openMaintenance } from './kiosk-board';
import { inMaintenance, KEY, KIOSK_ID } from './lock-down-board';
import { linkAmong, makeUartBoard, type UartBoard } from './uart-board';
import { LEDGER_BYTES, makeOlderKiosk, requestFor, useKiosk, versionFor } from './update-fixture';

const DEVICE_ID = 'c00000000001';

let time: VirtualTime;
let arrived: SheetArrival[];
let said: string[];
let ledger: Uint8Array;
let last: number;
let isDoubted: boolean;

beforeEach(() => {
  time = new VirtualTime();
  arrived = [];
  said = [];
  last = 0;
  isDoubted = false;
});

/** An older kiosk that holds a sheet nobody fetched, and shows its maintenance screen. */
async function makeMaintained(): Promise<UartBoard> {
  const flash = await useKiosk(makeOlderKiosk(), { isAcknowledged: false });
  const kiosk = inMaintenance(createBoard({ board: 'pixljs', flash, random: () => 0x12345678 }));
  return makeUartBoard(time, DEVICE_ID, kiosk);
}

const syncDeps = (): SyncDeps => ({
  ...commonSyncDeps({ find: () => KEY, add: () => undefined }),
  clock: { nowMs: () => Date.UTC(2026, 2, 30, 9) + time.nowMs, minutesFromUtc: () => 0 },
  timer: time.timer,
  doubtClock: async () => (isDoubted ? 'It leaps.' : null),
  store: storeInto(arrived),
});

function update(kiosk: UartBoard, openDeviceId?: string, version = versionFor('pixljs')): Promise<void> {
  const request: UpdateRequest = {
    ...requestFor(KIOSK_ID, version, () => {
      ledger = kiosk.board.flash.slice(0, LEDGER_BYTES);
    }),
    onProgress: (done, total) => {
      last = done / total;
    },
  };
  const link = linkAmong(time, [kiosk]);
  const known = { kioskId: KIOSK_ID, epoch: null, openDeviceId };
  return time.run(
    updateOverTheAir(known, request, () => undefined, {
      link,
      sync: syncDeps(),
      say: (line) => {
        if (line.includes('verified')) expect(kiosk.board.flash.slice(0, LEDGER_BYTES)).toEqual(ledger);
        said.push(line);
      },
    }),
  );
}

function expectNewer(kiosk: UartBoard): void {
  kiosk.board.advance(5000);
  expect(kiosk.board.isUartOn).toBe(false);
  expect(kiosk.board.words.map(({ text }) => text).join()).toContain('Knee');
  expect(arrived.map(({ sheetNo }) => sheetNo)).toEqual([1]);
  expect(last).toBe(1);
}

describe('an update over the air', () => {
  test('fetches the sheets, opens the wire, writes the version and reads the locked kiosk again', async () => {
    const kiosk = await makeMaintained();
    await update(kiosk);
    expect(said).toHaveLength(5);
    expectNewer(kiosk);
  });

  test('does the same to a watch whose button was held at the start', async () => {
    const watch = createBoard({ board: 'banglejs2', flash: makeOlderKiosk('banglejs2'), random: () => 1 });
    watch.press(SIDE_BUTTON);
    watch.powerOn();
    watch.advance(3500);
    watch.release(SIDE_BUTTON);
    const kiosk = makeUartBoard(time, DEVICE_ID, watch);
    await update(kiosk, undefined, versionFor('banglejs2'));
    watch.advance(5000);
    expect(watch.isUartOn).toBe(false);
    expect(watch.words.map(({ text }) => text).join()).toContain('Knee');
  });

  test.each(['pixljs', 'banglejs2'] as const)(
    'does the same to a %s whose staff opened maintenance in their menu, without a power-on',
    async (boardName) => {
      const board = createBoard({ board: boardName, flash: makeOlderKiosk(boardName), random: () => 1 });
      board.powerOn();
      board.advance(1000);
      openMaintenance(board);
      const kiosk = makeUartBoard(time, DEVICE_ID, board);
      await update(kiosk, undefined, versionFor(boardName));
      board.advance(5000);
      expect([board.isUartOn, last]).toEqual([false, 1]);
      expect(board.words.map(({ text }) => text).join()).toContain('Knee');
    },
  );

  test('sets the clock right, which its restart has put five minutes ahead', async () => {
    const kiosk = await makeMaintained();
    await update(kiosk);
    expect(said.at(-1)).toContain('Its clock is set.');
    expect((await time.run(syncKiosk(kiosk.device, syncDeps()))).isClockSet).toBe(false);
  });

  test('that cannot set the clock says so, and is through all the same', async () => {
    const kiosk = await makeMaintained();
    const started = update(kiosk);
    kiosk.onWrite = () => {
      isDoubted = true; // whoever types has fetched the sheets
      return true;
    };
    await started;
    expect(said.at(-1)).toContain('Its clock is set at its next sync; until then it is five minutes ahead.');
    isDoubted = false;
    expect((await time.run(syncKiosk(kiosk.device, syncDeps()))).isClockSet).toBe(true);
  });

  test('goes on by itself when the link breaks', async () => {
    const kiosk = await makeMaintained();
    let writes = 0;
    kiosk.onWrite = () => ![40, 300, 600].includes(++writes);
    await update(kiosk);
    expect(writes).toBeGreaterThan(900);
    expectNewer(kiosk);
  });

  test('says that the kiosk is open when its power fails, and goes on when it is called again', async () => {
    const kiosk = await makeMaintained();
    const work = update(kiosk);
    kiosk.board.cutPowerAfterFlashBytes(30_000);
    await expect(work).rejects.toThrow(expect.objectContaining({ code: 'update-cut' }));
    expect(kiosk.board.state).toBe('off');
    kiosk.board.powerOn();
    kiosk.board.advance(1000);
    expect(kiosk.board.isUartOn).toBe(true);
    await update(kiosk, DEVICE_ID);
    expectNewer(kiosk);
  });
});
