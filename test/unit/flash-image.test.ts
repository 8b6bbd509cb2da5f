import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import type { SheetArrival } from '../../companion/sync/store-port';
import { FIXED_KEY, FIXED_KIOSK_ID, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/ledger/place';
import { createBoard } from '../../firmware/simulator/board';
import { BANGLEJS2_FLASH_BYTES } from '../../firmware/simulator/flash-chip';
import { listFiles, readFile } from '../../firmware/simulator/storage-image';
import { counterKeys } from '../../shared/check/codes';
import { makeRealData, pressCheck, syncBoard } from './flash-fixture';
import { runCommand } from './run-command';

const DAY_MS = 86_400_000;

/** The bytes of an Intel HEX text, by address; every sum is checked. */
function readHex(text: string): { address: number; bytes: Uint8Array } {
  const bytes: number[] = [];
  let upper = 0;
  let address: number | undefined;
  for (const line of text.trim().split('\r\n')) {
    const record = Buffer.from(line.slice(1), 'hex');
    expect(record.reduce((sum, byte) => sum + byte, 0) & 255).toBe(0);
    if (record[3] === 4) upper = record.readUInt16BE(4) * 0x10000;
    if (record[3] !== 0) continue;
    address ??= upper + record.readUInt16BE(1);
    expect(upper + record.readUInt16BE(1)).toBe(address + bytes.length);
    bytes.push(...record.subarray(4, -1));
  }
  return { address: address ?? -1, bytes: Uint8Array.from(bytes) };
}

describe('counterstep flash --image', () => {
  test('makes a kiosk that starts, counts a check and syncs with the key that was put aside', async () => {
    const data = await makeRealData('mill-lane');
    const file = join(data, 'till.hex');
    const { status, out, err } = await runCommand([
      'flash',
      '--image',
      file,
      '--name',
      'Till',
      '--data',
      data,
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const kioskId = /\(([0-9a-f]{16})\) of mill-lane/.exec(out)?.[1] ?? '';
    const key = openKeyring(keyFileOf(data)).find(kioskId) ?? new Uint8Array();
    expect(key).toHaveLength(16);

    const { address, bytes } = readHex(readFileSync(file, 'latin1'));
    expect([address, bytes.length]).toEqual([0x6d000, 36_864]);
    const names = listFiles(bytes).map(({ name }) => name);
    expect([names[0], names.at(-1)]).toEqual(['ledger', '.boot0']);
    expect(names).toEqual(expect.arrayContaining(['en', 'es', 'app']));

    const board = createBoard({ board: 'pixljs', flash: bytes, random: () => 0x12345678 });
    const errors: unknown[] = [];
    const arrived: SheetArrival[] = [];
    board.onError((error) => errors.push(error));
    board.powerOn();
    board.advance(1000);
    expect(board.isUartOn).toBe(false);
    await expect(syncBoard(board, kioskId, new Uint8Array(16), arrived)).rejects.toThrow();
    await syncBoard(board, kioskId, key, arrived);
    for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
    board.advance(DAY_MS);
    await syncBoard(board, kioskId, key, arrived);
    expect(arrived[0]?.counts[counterKeys.indexOf('path.knee')]).toBe(10);
    expect(errors).toEqual([]);
  });

  test('makes a Bangle.js 2 of all four languages, whose image begins its flash chip', async () => {
    const data = await makeRealData('mill-lane');
    const file = join(data, 'watch.hex');
    const words = ['flash', '--image', file, '--board', 'banglejs2', '--languages', 'en,es,fr,de'];
    await runCommand([...words, '--data', data]);
    const [kioskId = ''] = openKeyring(keyFileOf(data)).kioskIds();
    const key = openKeyring(keyFileOf(data)).find(kioskId) ?? new Uint8Array();
    const { address, bytes } = readHex(readFileSync(file, 'latin1'));
    expect([address, bytes.length]).toEqual([0x60000000, 65_536]);
    const flash = new Uint8Array(BANGLEJS2_FLASH_BYTES).fill(0xff);
    flash.set(bytes);
    const board = createBoard({ board: 'banglejs2', flash, random: () => 0x12345678 });
    board.powerOn();
    board.advance(1000);
    await syncBoard(board, kioskId, key, []);
  });

  test.each(['pixljs', 'banglejs2'])('the build’s own image for %s holds no id and no key', (board) => {
    const folder = join('dist/firmware', board);
    const { bytes } = readHex(readFileSync(join(folder, 'image.hex'), 'latin1'));
    expect(bytes).toEqual(new Uint8Array(readFileSync(join(folder, 'image.bin'))));
    const ledger = readFile(bytes, 'ledger') ?? new Uint8Array();
    const own = ledger.slice(FIXED_KIOSK_ID, FIXED_KEY + KEY_BYTES);
    expect(own).toEqual(new Uint8Array(KIOSK_ID_BYTES + KEY_BYTES).fill(0xff));
  });

  test('keeps the key in two files that only their owner may read, and nowhere else', async () => {
    const data = await makeRealData('mill-lane');
    const file = join(data, 'till.bin');
    const { out } = await runCommand(['flash', '--image', file, '--data', data]);
    const [kioskId = ''] = openKeyring(keyFileOf(data)).kioskIds();
    const key = Buffer.from(openKeyring(keyFileOf(data)).find(kioskId) ?? []);
    const holders = readdirSync(data).filter((name) => {
      const bytes = readFileSync(join(data, name));
      return bytes.includes(key) || bytes.includes(key.toString('hex'));
    });
    expect(holders.sort()).toEqual(['kiosk-keys.json', 'till.bin']);
    expect(out).not.toContain(key.toString('hex'));
    const [, ...backup] = /Make one now: counterstep (backup --data (.+))\n/.exec(out) ?? [];
    expect(backup).toEqual([`backup --data ${data}`, data]);
    const folder = join(data, 'copy');
    expect((await runCommand(['backup', '--data', data, '--out', folder])).status).toBe(0);
    expect(openKeyring(join(folder, 'kiosk-keys.json')).kioskIds()).toEqual([kioskId]);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('flashes any two languages, and the kiosk speaks them', async () => {
    const data = await makeRealData('mill-lane');
    for (const [name, languages, says] of [
      ['a', 'de,fr', /Genou/],
      ['b', 'es', /rodilla/i],
    ] as const) {
      const file = join(data, `${name}.bin`);
      await runCommand(['flash', '--image', file, '--languages', languages, '--data', data]);
      const names = listFiles(readFileSync(file)).map((entry) => entry.name);
      expect(names.slice(1, 1 + languages.split(',').length)).toEqual(languages.split(','));
      const flash = new Uint8Array(readFileSync(file));
      const board = createBoard({ board: 'pixljs', flash, random: () => 1 });
      board.powerOn();
      board.advance(1000);
      expect(board.words.map(({ text }) => text).join()).toMatch(says);
    }
  });

  test.each([
    [['--languages', 'en,es,fr'], 'flash-languages', 'room for 2'],
    [['--languages', 'en,en'], 'flash-languages', 'Name each one once'],
    [['--languages', 'en,tlh'], 'flash-languages', 'Not tlh. There are de, en, es, fr.'],
    [['--languages', '../../main.js'], 'flash-languages', 'There are de, en, es, fr.'],
    [['--address', 'https://a-very-long-name.example.org/'], 'flash-address', 'shorter'],
    [['--board', 'toaster'], 'flash-board', 'pixljs'],
    [['--store', 'nowhere'], 'store-unknown', 'stores list'],
    [['--name', 'two\nlines'], 'kiosk-name', '1 to 40'],
    [['--kiosk', '0000000000000000', '--new-epoch'], 'kiosk-unknown', '0000000000000000'],
  ])('refuses %j and leaves nothing behind', async (words, code, says) => {
    const data = await makeRealData('mill-lane');
    const file = join(data, 'till.hex');
    const { status, err } = await runCommand(['flash', '--image', file, ...words, '--data', data]);
    expect(status).toBe(1);
    expect(err).toContain(`[${code}]`);
    expect(err).toContain(says);
    expect(readdirSync(data).filter((name) => /till|keys/.test(name))).toEqual([]);
  });

  test('refuses a file that is there, of another kind, or in a folder that is not there', async () => {
    const data = await makeRealData('mill-lane');
    const file = join(data, 'till.hex');
    await runCommand(['flash', '--image', file, '--data', data]);
    const before = readFileSync(file);
    expect((await runCommand(['flash', '--image', file, '--data', data])).err).toContain('[image-exists]');
    expect(readFileSync(file)).toEqual(before);
    const odd = join(data, 'till.exe');
    expect((await runCommand(['flash', '--image', odd, '--data', data])).err).toContain('[image-kind]');
    const nowhere = await runCommand(['flash', '--image', join(data, 'nope', 'x.hex'), '--data', data]);
    expect(nowhere.err).toMatch(
      /make it, or give another place\. There is no folder .*nope \[image-unwritable\]/,
    );
    expect(openKeyring(keyFileOf(data)).kioskIds()).toHaveLength(1);
  });

  test('erases the ledger of a registered kiosk only when told so, and gives it another key', async () => {
    const data = await makeRealData('mill-lane');
    const image = (name: string) => ['flash', '--image', join(data, name), '--data', data];
    await runCommand([...image('a.bin'), '--name', 'Till']);
    const [kioskId = ''] = openKeyring(keyFileOf(data)).kioskIds();
    const oldKey = openKeyring(keyFileOf(data)).find(kioskId);
    for (const words of [
      ['--name', 'Till'],
      ['--kiosk', 'Till'],
      ['--kiosk', kioskId],
    ]) {
      const { err } = await runCommand([...image('b.bin'), ...words]);
      expect(err).toMatch(/erases its ledger.*\[kiosk-live\]/);
      expect(openKeyring(keyFileOf(data)).find(kioskId)).toEqual(oldKey);
    }
    const { out } = await runCommand([...image('b.bin'), '--kiosk', 'Till', '--new-epoch']);
    expect(out).toContain('erases the ledger');
    expect(openKeyring(keyFileOf(data)).kioskIds()).toEqual([kioskId]);
    expect(openKeyring(keyFileOf(data)).find(kioskId)).not.toEqual(oldKey);
    const ids = ['a.bin', 'b.bin'].map((name) =>
      readFileSync(join(data, name)).subarray(36, 44).toString('hex'),
    );
    expect(ids).toEqual([kioskId, kioskId]);
  });

  test.each([
    [[], 'flash-what'],
    [['--image', 'a.bin', '--device', 'tcp://127.0.0.1:1'], 'flash-what'],
    [['--device', 'tcp://192.0.2.1:2323'], 'flash-device'],
    [['--device', 'tcp://127.0.0.1:1'], 'flash-device'],
  ])('refuses %j', async (words, code) => {
    const data = await makeRealData('mill-lane');
    const { status, err } = await runCommand(['flash', ...words, '--data', data]);
    expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining(`[${code}]`) });
  });
});
