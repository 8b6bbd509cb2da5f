import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { readDeviceFiles } from '../../companion/flash/device-files';
import type { FlashContents } from '../../companion/flash/flash-kiosk';
import { flashOverTheAir } from '../../companion/flash/flash-over-the-air';
import type { DeviceWish } from '../../companion/flash/judge-device';
import { type FileKeyring, keyFileOf, openKeyring } from '../../companion/store/keyring';
import { listKiosks } from '../../companion/store/kiosk';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import type { SheetArrival } from '../../companion/sync/store-port';
import { createBoard } from '../../firmware/simulator/board';
import type { BoardOptions } from '../../firmware/simulator/board-options';
import { listFiles } from '../../firmware/simulator/storage-image';
import { VirtualTime } from '../radio/virtual-time';
import { makeRealData, pressCheck, syncBoard } from './flash-fixture';
import { inMaintenance, tellToMaintain } from './lock-down-board';
import { createFakeClock } from './store-sheets';
import { linkAmong, makeUartBoard, type UartBoard } from './uart-board';

const WISH: DeviceWish = { board: 'pixljs', isNewEpoch: false, isErasing: false };
const LEDGER_AND_APP = 20_000;

let time: VirtualTime;
let data: string;
let store: OpenStore;
let keyring: FileKeyring;
let said: string[];
let shares: number[];

beforeEach(async () => {
  time = new VirtualTime();
  data = await makeRealData('mill-lane', 'old-town');
  store = await openStore(data, 'real', createFakeClock());
  keyring = openKeyring(keyFileOf(data));
  said = [];
  shares = [];
  return () => store.close();
});

function contentsFor(boardName: string, codes: string[]): FlashContents {
  const board = boardNamed(boardName);
  const files = readDeviceFiles(`dist/firmware/${boardName}`, board, codes);
  return { board, files, qrImages: [] };
}

/** A device as it comes out of its box, or with these files on it; switched on. */
function boxed(options: Partial<BoardOptions> = {}, id = 'c00000000001'): UartBoard {
  const board = createBoard({ board: 'pixljs', random: () => 0x12345678, ...options });
  board.powerOn();
  board.advance(1000);
  return makeUartBoard(time, id, board);
}

function flash(
  boards: readonly UartBoard[],
  wish: Partial<DeviceWish> = {},
  contents = contentsFor('pixljs', ['en', 'es']),
  wanted?: string,
) {
  const work = flashOverTheAir(
    wanted,
    contents,
    { ...WISH, board: contents.board.name, store: 'mill-lane', ...wish },
    {
      store,
      keyring,
      timer: time.timer,
      say: (line) => said.push(line),
      onProgress: (done, total) => shares.push(done / total),
      link: linkAmong(time, boards),
      makeNonce: () => new Uint8Array(8).fill(time.nowMs % 251),
    },
  );
  return time.run(work);
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
const registered = async () => (await listKiosks(store.db)).map(({ name }) => name);
const hashOf = ({ board }: UartBoard): string => createHash('sha1').update(board.flash).digest('hex');
const fileNames = ({ board }: UartBoard) => listFiles(board.flash).map(({ name }) => name);

describe('a device out of its box', () => {
  test.each([
    { boardName: 'pixljs', codes: ['de', 'fr'] },
    { boardName: 'banglejs2', codes: ['en', 'es', 'fr', 'de'] },
  ] as const)(
    'of the kind $boardName becomes a kiosk that counts and syncs',
    async ({ boardName, codes }) => {
      const near = boxed({ board: boardName });
      const { entry } = await flash([near], { name: 'Till' }, contentsFor(boardName, [...codes]));
      expect(said).toEqual([
        'Listening for devices.',
        expect.stringMatching(/^Found (Pixl|Bangle)\.js .*\(c0:00:00:00:00:01, -50 dBm\)\.$/),
        expect.stringMatching(/key crosses the air once, unencrypted.*--image/),
        'Every file is there and verified. The device starts as a kiosk, which locks it.',
        'It answers over the radio as a kiosk, and its vitals are sealed with the new key.',
      ]);
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual([...shares].sort((one, other) => one - other));
      expect([fileNames(near)[0], fileNames(near).at(-1)]).toEqual(['ledger', '.boot0']);
      expect(await listKiosks(store.db)).toMatchObject([
        { name: 'Till', storeId: 'mill-lane', board: boardName },
      ]);
      const { board } = near;
      expect(board.isUartOn).toBe(false);

      const key = keyring.find(entry.kioskId) ?? new Uint8Array();
      const arrived: SheetArrival[] = [];
      await syncBoard(board, entry.kioskId, key, arrived);
      if (boardName === 'banglejs2') return;
      for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
      board.advance(86_400_000);
      await syncBoard(board, entry.kioskId, key, arrived);
      expect(arrived).toHaveLength(1);
    },
  );

  test('is found by name or address among others; several are listed', async () => {
    const boards = ['c00000000001', 'c00000000002'].map((id) => boxed({}, id));
    await expect(flash(boards)).rejects.toMatchObject({
      code: 'flash-several-near',
      message: expect.stringContaining('Pixl.js 0000 (c0:00:00:00:00:02, -50 dBm)'),
    });
    await flash(boards, {}, undefined, 'C0:00:00:00:00:02');
    expect(boards.map(fileNames).map(({ length }) => length > 0)).toEqual([false, true]);
    expect(await codeOf(flash(boards, {}, undefined, 'c00000000002'))).toBe('flash-is-kiosk');
    await flash(boards); // one that is no kiosk is left
    expect(await registered()).toEqual(['Kiosk 1', 'Kiosk 2']);
  });

  test('has its key on disk before it gets it, readable for its owner alone, and nowhere else', async () => {
    const near = boxed();
    let keyAt: number[] = [];
    near.onWrite = () => {
      if (fileNames(near).length === 0) keyAt = [keyring.kioskIds().length];
      return true;
    };
    const { identity } = await flash([near]);
    expect(keyAt).toEqual([1]);
    const hex = Buffer.from(identity.key).toString('hex');
    const holders = readdirSync(data).filter((name) => {
      const bytes = readFileSync(join(data, name));
      return bytes.includes(Buffer.from(identity.key)) || bytes.includes(hex);
    });
    expect(holders).toEqual(['kiosk-keys.json']);
    if (process.platform !== 'win32') expect(statSync(keyFileOf(data)).mode & 0o777).toBe(0o600);
    expect(said.join()).not.toContain(hex);
  });
});

describe('a device that must not become a kiosk is left as it is', () => {
  const withFile = (name: string): Partial<BoardOptions> => {
    const board = createBoard({ board: 'pixljs', random: () => 1 });
    board.storage.write(name, 'x');
    return { flash: board.flash };
  };
  test.each([
    {
      name: 'another board',
      options: { board: 'banglejs2' },
      wanted: 'c00000000001',
      code: 'flash-other-board',
    },
    { name: 'old firmware', options: { version: '2v25' }, code: 'flash-old' },
    { name: 'firmware of another age', options: { version: '1v99' }, code: 'flash-old' },
    { name: 'files of somebody else', options: withFile('app.js'), code: 'flash-not-fresh' },
    { name: 'a file of the ledger’s name', options: withFile('ledger'), code: 'flash-not-fresh' },
  ] as const)('$name', async ({ options, code, ...rest }) => {
    const near = boxed(options);
    const before = hashOf(near);
    const wanted = 'wanted' in rest ? rest.wanted : undefined;
    expect(await codeOf(flash([near], {}, undefined, wanted))).toBe(code);
    expect(hashOf(near)).toBe(before);
    expect([keyring.kioskIds(), await registered()]).toEqual([[], []]);
  });

  test('nothing near', async () => {
    expect(await codeOf(flash([]))).toBe('flash-none-near');
    expect(await codeOf(flash([boxed({ board: 'banglejs2' })]))).toBe('flash-none-near');
  });

  test('unless its files may go', async () => {
    const near = boxed(withFile('app.js'));
    await flash([near], { isErasing: true });
    expect(fileNames(near)).not.toContain('app.js');
    expect(await registered()).toEqual(['Kiosk 1']);
  });
});

describe('a link that breaks', () => {
  test.each([2_000, LEDGER_AND_APP, 33_000])(
    'after %i bytes leaves nothing registered, and the same command makes the same kiosk',
    async (bytesMax) => {
      const near = boxed();
      let bytes = 0;
      near.onWrite = (piece) => {
        bytes += piece.length;
        return bytes < bytesMax;
      };
      await expect(flash([near], { name: 'Till' })).rejects.toMatchObject({
        code: 'flash-lost',
        message: expect.stringContaining('run the same command again'),
      });
      expect(await registered()).toEqual([]);
      const [begun] = keyring.kioskIds();
      near.onWrite = () => true;
      const { entry } = await flash([near], { name: 'Till' });
      expect(entry.kioskId).toBe(begun);
      expect([keyring.kioskIds(), await registered()]).toEqual([[begun], ['Till']]);
      expect(said).toContain('It was begun before and broken off: beginning anew, as the same kiosk.');
    },
  );

  test.each([{ name: 'a device out of its box' }, { name: 'one that was begun and erased', isBegun: true }])(
    'before the first byte of $name arrives leaves no key that nobody asks for',
    async ({ isBegun = false }) => {
      const near = boxed();
      let bytes = 0;
      if (isBegun) {
        near.onWrite = (piece) => {
          bytes += piece.length;
          return bytes < LEDGER_AND_APP;
        };
        expect(await codeOf(flash([near]))).toBe('flash-lost');
        expect(keyring.kioskIds()).toHaveLength(1);
      }
      near.onWrite = () => true;
      near.change = (typed) => {
        if (typed.includes('write("ledger"')) near.device.gatt.disconnect();
        return typed.replace(/.*write\("ledger".*/, '0');
      };
      expect(await codeOf(flash([near]))).toBe('flash-lost');
      expect([fileNames(near), keyring.kioskIds(), await registered()]).toEqual([[], [], []]);
      near.change = (typed) => typed;
      const { entry } = await flash([near]);
      expect([keyring.kioskIds(), await registered()]).toEqual([[entry.kioskId], ['Kiosk 1']]);
    },
  );

  test('while the last file is on its way leaves a kiosk that the same command finishes', async () => {
    const near = boxed();
    near.change = (typed) => {
      if (typed.includes('write(".boot0"')) near.device.gatt.disconnect();
      return typed.replace(/.*write\(".boot0".*/, '0');
    };
    expect(await codeOf(flash([near], { name: 'Till' }))).toBe('flash-lost');
    expect(fileNames(near)).not.toContain('.boot0');
    expect(await registered()).toEqual(['Till']);
    near.change = (typed) => typed;
    await flash([near], { name: 'Till' });
    expect(await registered()).toEqual(['Till']);
    expect(near.board.isUartOn).toBe(false);
  });
});

describe('a file that is not there as it was sent', () => {
  test('is noticed, and the device stays open and unregistered', async () => {
    const near = boxed();
    near.change = (typed) => typed.replace(/("app",atob\(")..../, '$1AAAA');
    expect(await codeOf(flash([near]))).toBe('flash-wrong');
    expect([fileNames(near).includes('.boot0'), near.board.isUartOn]).toEqual([false, true]);
    expect(await registered()).toEqual([]);
  });
});

describe('a kiosk in maintenance', () => {
  /** A kiosk that was flashed, has started, and was opened by its sealed command `maintain`. */
  async function opened(): Promise<{ near: UartBoard; kioskId: string }> {
    const near = boxed();
    const { entry, identity } = await flash([near], { name: 'Till' });
    const { board } = near;
    board.powerOff();
    await tellToMaintain(inMaintenance(board), Uint8Array.from(identity.key));
    board.advance(5000);
    expect(board.isUartOn).toBe(true);
    return { near, kioskId: entry.kioskId };
  }

  test('keeps its ledger unless told by its id, and begins a new one then', async () => {
    const { near, kioskId } = await opened();
    const before = hashOf(near);
    expect(await codeOf(flash([near]))).toBe('kiosk-live');
    expect(await codeOf(flash([near], { isErasing: true }))).toBe('kiosk-live');
    expect(await codeOf(flash([near], { isNewEpoch: true }))).toBe('flash-other-kiosk');
    await expect(flash([near], { kiosk: 'Till' })).rejects.toMatchObject({ code: 'kiosk-live' });
    expect(hashOf(near)).toBe(before);
    const oldKey = keyring.find(kioskId);
    await flash([near], { isNewEpoch: true, kiosk: 'Till' });
    expect(keyring.kioskIds()).toEqual([kioskId]);
    expect(keyring.find(kioskId)).not.toEqual(oldKey);
    expect(said).toContain('Erasing it. That takes a moment on a Pixl.js, and minutes on a Bangle.js 2.');
    expect(hashOf(near)).not.toBe(before);
    expect(near.board.isUartOn).toBe(false);
  });

  test('that is not erased because the link breaks is still read with its old key', async () => {
    const { near, kioskId } = await opened();
    const key = keyring.find(kioskId) ?? new Uint8Array();
    near.change = (typed) => {
      if (typed.includes('eraseAll')) near.device.gatt.disconnect();
      return typed.replace(/.*eraseAll.*/, '0');
    };
    expect(await codeOf(flash([near], { isNewEpoch: true, kiosk: 'Till' }))).toBe('flash-lost');
    expect(keyring.find(kioskId)).toEqual(key);
    near.board.advance(310_000);
    await syncBoard(near.board, kioskId, key, []);
  });
});
