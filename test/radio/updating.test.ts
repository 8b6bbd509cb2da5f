import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateOverTheAir } from '../../companion/flash/update-over-the-air';
import { createNobleLink } from '../../companion/link/noble';
import { seededRandom } from '../../companion/simulation/random';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { inMaintenance, KEY, KIOSK_ID } from '../unit/lock-down-board';
import { LEDGER_BYTES, makeOlderKiosk, requestFor, useKiosk, versionFor } from '../unit/update-fixture';
import { putBoardOnAir } from './board-on-air';
import { plugIn } from './noble-on-air';
import { attMessages } from './read-capture';
import { Shelf } from './shelf';
import { VirtualAir } from './virtual-air';
import { VirtualTime } from './virtual-time';

const ADDRESS = 'c0:00:00:00:00:01';

let time: VirtualTime;
let air: VirtualAir;
let shelf: Shelf;
let closers: (() => void)[];

beforeEach(() => {
  time = new VirtualTime();
  const random = seededRandom(2);
  air = new VirtualAir(time, () => random.next32() / 2 ** 32);
  shelf = new Shelf();
  closers = [];
});
afterEach(() => {
  for (const close of closers) close();
});

/** An older kiosk with one sheet that nobody fetched, on the air, and showing its maintenance screen. */
async function placeKiosk(): Promise<Board> {
  const flash = await useKiosk(makeOlderKiosk(), { isAcknowledged: false });
  const board = inMaintenance(createBoard({ board: 'pixljs', flash, random: () => 0x12345678 }));
  closers.push(await time.run(putBoardOnAir(air, board, ADDRESS)));
  return board;
}

/** Updates it, and gives the ledger as it was before the first change. */
async function update(board: Board): Promise<Uint8Array> {
  const adapter = plugIn(air, '00:11:22:33:44:01');
  const link = createNobleLink({ open: () => adapter.open(), timer: time.timer });
  closers.push(() => {
    link.close();
    adapter.controller.unplug();
  });
  const version = versionFor('pixljs');
  let ledger = new Uint8Array();
  const request = requestFor(KIOSK_ID, version, () => {
    ledger = board.flash.slice(0, LEDGER_BYTES);
  });
  const sync = {
    store: shelf,
    timer: time.timer,
    clock: { nowMs: () => Date.UTC(2026, 3, 20, 8) + time.nowMs, minutesFromUtc: () => 0 },
    makeNonce: () => new Uint8Array(8).fill(time.nowMs % 251),
    findKey: () => KEY,
    findSettings: async () => null,
    doubtClock: async () => null,
  };
  let after = new Uint8Array();
  const say = (line: string): void => {
    if (line.includes('verified')) after = board.flash.slice(0, LEDGER_BYTES);
  };
  const kiosk = { kioskId: KIOSK_ID, epoch: null };
  await time.run(updateOverTheAir(kiosk, request, () => undefined, { link, sync, say }));
  expect(after).toEqual(ledger);
  return ledger;
}

function expectNewer(board: Board): void {
  expect(board.isUartOn).toBe(false);
  expect(board.words.map(({ text }) => text).join()).toContain('Knee');
  expect(shelf.sheets.size).toBe(1);
}

describe('a kiosk in use, over real host stacks', () => {
  test('is synced, opened, updated and read again; its key and its counts never cross the air', async () => {
    const board = await placeKiosk();
    const ledger = await update(board);
    expectNewer(board);
    const typed = Buffer.concat(attMessages(air.capture, ADDRESS).map(({ bytes }) => Buffer.from(bytes)));
    for (const secret of [KEY, ledger.slice(4096, 4160)])
      for (const written of [Buffer.from(secret), Buffer.from(Buffer.from(secret).toString('base64'))])
        expect(typed.includes(written)).toBe(false);
  });

  test('is updated in bad weather, and when the link breaks in the middle', async () => {
    const board = await placeKiosk();
    let packets = 0;
    air.fateOf = () => (++packets === 2500 ? 'breaks' : packets % 12 === 0 ? 'again' : 'arrives');
    await update(board);
    expect(packets).toBeGreaterThan(2500);
    expectNewer(board);
  });
});
