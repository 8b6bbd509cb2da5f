import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { readDeviceFiles } from '../../companion/flash/device-files';
import { flashOverTheAir } from '../../companion/flash/flash-over-the-air';
import { createNobleLink } from '../../companion/link/noble';
import { seededRandom } from '../../companion/simulation/random';
import { type FileKeyring, keyFileOf, openKeyring } from '../../companion/store/keyring';
import { listKiosks } from '../../companion/store/kiosk';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { listFiles } from '../../firmware/simulator/storage-image';
import { makeRealData } from '../unit/flash-fixture';
import { createFakeClock } from '../unit/store-sheets';
import { putBoardOnAir } from './board-on-air';
import { plugIn } from './noble-on-air';
import { attMessages } from './read-capture';
import { VirtualAir } from './virtual-air';
import { VirtualTime } from './virtual-time';

const ADDRESS = 'c0:00:00:00:00:01';
const NOTIFICATION = 0x1b;
const WRITE = 0x12;
const WRITE_COMMAND = 0x52;

let time: VirtualTime;
let air: VirtualAir;
let store: OpenStore;
let keyring: FileKeyring;
let closers: (() => void)[];

beforeEach(async () => {
  time = new VirtualTime();
  const random = seededRandom(1);
  air = new VirtualAir(time, () => random.next32() / 2 ** 32);
  const data = await makeRealData('mill-lane');
  store = await openStore(data, 'real', createFakeClock());
  keyring = openKeyring(keyFileOf(data));
  closers = [];
});
afterEach(async () => {
  for (const close of closers) close();
  await store.close();
});

async function placeBoard(board: BoardName): Promise<Board> {
  const boxed = createBoard({ board, random: () => 0x12345678 });
  boxed.powerOn();
  boxed.advance(1000);
  closers.push(await time.run(putBoardOnAir(air, boxed, ADDRESS)));
  return boxed;
}

function flash(boardName: BoardName): Promise<unknown> {
  const adapter = plugIn(air, '00:11:22:33:44:01');
  const link = createNobleLink({ open: () => adapter.open(), timer: time.timer });
  closers.push(() => {
    link.close();
    adapter.controller.unplug();
  });
  const board = boardNamed(boardName);
  const files = readDeviceFiles(`dist/firmware/${boardName}`, board, ['en', 'es']);
  const wish = { board: boardName, isNewEpoch: false, isErasing: false };
  const deps = {
    store,
    keyring,
    timer: time.timer,
    say: () => undefined,
    onProgress: () => undefined,
    link,
    makeNonce: () => new Uint8Array(8).fill(time.nowMs % 251),
  };
  return time.run(flashOverTheAir(undefined, { board, files, qrImages: [] }, wish, deps));
}

const namesOf = async () => (await listKiosks(store.db)).map(({ name }) => name);

describe('a device out of its box, over real host stacks', () => {
  test.each(['pixljs', 'banglejs2'] as const)(
    'of the kind %s is flashed through its UART and then read as a kiosk',
    async (boardName) => {
      const board = await placeBoard(boardName);
      await flash(boardName);
      expect(listFiles(board.flash).at(-1)?.name).toBe('.boot0');
      expect([board.isUartOn, await namesOf()]).toEqual([false, ['Kiosk 1']]);
      const messages = attMessages(air.capture, ADDRESS);
      const longest = (...opcodes: number[]): number =>
        Math.max(
          ...messages.filter(({ bytes }) => opcodes.includes(bytes[0] ?? 0)).map(({ bytes }) => bytes.length),
        );
      const { attMtu } = board.kind;
      expect(longest(NOTIFICATION)).toBeLessThanOrEqual(attMtu);
      expect([longest(WRITE_COMMAND), longest(WRITE)].every((bytes) => bytes > 23 && bytes <= attMtu)).toBe(
        true,
      );
    },
  );

  test('is flashed in bad weather, where every tenth packet is sent again', async () => {
    const board = await placeBoard('pixljs');
    let packets = 0;
    air.fateOf = () => (++packets % 10 === 0 ? 'again' : 'arrives');
    await flash('pixljs');
    expect(board.isUartOn).toBe(false);
  });

  test('whose link breaks is not registered; flashed again it becomes the kiosk that was begun', async () => {
    const board = await placeBoard('pixljs');
    let packets = 0;
    air.fateOf = () => (++packets === 800 ? 'breaks' : 'arrives');
    await expect(flash('pixljs')).rejects.toMatchObject({ code: 'flash-lost' });
    expect(await namesOf()).toEqual([]);
    const begun = keyring.kioskIds();
    expect(begun).toHaveLength(1);
    await flash('pixljs');
    expect([keyring.kioskIds(), await namesOf(), board.isUartOn]).toEqual([begun, ['Kiosk 1'], false]);
  });
});
