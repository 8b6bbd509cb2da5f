import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SheetArrival } from '../../companion/sync/store-port';
import type { SyncResult } from '../../companion/sync/sync-kiosk';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { listFiles, readFile } from '../../firmware/simulator/storage-image';
import { counterKeys } from '../../shared/check/codes';
import type { Settings } from '../../shared/wire/settings-contents';
import { pressCheck, syncBoard } from '../unit/flash-fixture';
import { readImage } from '../unit/ledger-flash';
import { KEY, KIOSK_ID } from '../unit/lock-down-board';
import { runCommand } from '../unit/run-command';
import { cutAfter, lengthOf, listOperations } from '../unit/update-cuts';
import { makeKioskData } from '../unit/update-data';
import { LEDGER_BYTES, makeOlderKiosk, newFiles } from '../unit/update-fixture';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';
import { runOnDevice } from './run-script';
import { DEVICE, startTelnetDevice } from './telnet-device';

const DAY_MS = 86_400_000;
/** A page that is written in the second half of an update. */
const CUT_AT = 24_576;

const SETTINGS: Settings = {
  storeName: 'Mill Lane',
  language: 'fr',
  units: 'km',
  mode: 'signposting',
  instabilityUrgent: true,
  minimum: 9,
  urgentLine: '116 117',
  emergencyNumber: '112',
};

const sync = (board: Board, arrived: SheetArrival[]): Promise<SyncResult> =>
  syncBoard(board, KIOSK_ID, KEY, arrived, undefined, SETTINGS);

const isBlank = (flash: Uint8Array): boolean => flash.every((byte) => byte === 0xff);

/** The older version in use: four checks in its open sheet, one sheet fetched. What it leaves on its flash is returned. */
async function useOlderKiosk(arrived: SheetArrival[]): Promise<Uint8Array> {
  const flash = makeOlderKiosk();
  const board = createBoard({ board: 'pixljs', flash, random: () => 0x12345678 });
  board.powerOn();
  board.advance(1000);
  expect((await sync(board, arrived)).areSettingsSent).toBe(true);
  for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
  board.advance(DAY_MS);
  await sync(board, arrived);
  for (let shopper = 0; shopper < 4; shopper++) pressCheck(board);
  board.powerOff();
  return flash;
}

/** The boot file of a kiosk whose console is open: an interpreter on Linux has nothing that could be locked. */
function openUp(flash: Uint8Array): Uint8Array {
  const open = flash.slice();
  const boot = listFiles(open).find(({ name }) => name === '.boot0');
  if (!boot) throw new Error('There is no boot file');
  open.fill(0x20, boot.offset, boot.offset + boot.bytes);
  return open;
}

/** Everything but the ledger as it was built, on a device that starts, counts and syncs with its key and epoch. */
async function expectUpdated(flash: Uint8Array, before: Uint8Array, arrived: SheetArrival[]): Promise<void> {
  const ledger = before.slice(0, LEDGER_BYTES);
  expect(Buffer.compare(flash.subarray(0, LEDGER_BYTES), ledger)).toBe(0);
  const built = newFiles.filter(({ name }) => name !== 'ledger');
  for (const { name, bytes } of built) {
    const expected = ['en', 'es'].includes(name) ? undefined : bytes;
    if (expected) expect({ name, bytes: readFile(flash, name) }).toEqual({ name, bytes: expected });
  }
  expect(listFiles(flash).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ledger', '.boot0', 'de', 'fr']),
  );

  const started = runOnDevice(flash.slice(), { name: 'rest', steps: [], endMs: 5000 });
  expect(started.errors).toEqual([]);
  const board = createBoard({ board: 'pixljs', flash: flash.slice(), random: () => 1 });
  board.powerOn();
  board.advance(5000);
  expect(board.isUartOn).toBe(false);
  expect(started.frames.at(-1)?.bits).toBe(Buffer.from(board.screen).toString('base64'));

  expect(board.words.map(({ text }) => text).join()).toContain('Genou');
  for (let shopper = 0; shopper < 6; shopper++) pressCheck(board);
  expect((await sync(board, arrived)).areSettingsSent).toBe(false);
  board.advance(DAY_MS);
  await sync(board, arrived);
  expect([...new Set(arrived.map(({ sheetNo }) => sheetNo))]).toEqual([1, 2]);
  expect(arrived.at(-1)?.counts[counterKeys.indexOf('path.knee')]).toBe(10);
  expect(readImage(board.flash.slice(0, LEDGER_BYTES)).epoch).toBe(readImage(ledger).epoch);
}

describe.skipIf(!interpreterPath)(
  `counterstep update on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('brings an older kiosk to this version; ledger, epoch, counts, settings and key are as they were', async () => {
      const arrived: SheetArrival[] = [];
      const flash = openUp(await useOlderKiosk(arrived));
      const data = await makeKioskData();
      const device = await startTelnetDevice(flash);
      const words = ['update', 'Till', '--device', DEVICE, '--on-mains', '--data', data];
      const { status, out, err } = await runCommand(words);
      expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('Updating: 100 %') });
      expect(out).toContain('has this version now');
      await device.stop();
      await expectUpdated(device.flash(), flash, arrived);
    }, 300_000);

    test('cut in the middle it leaves an open device with its ledger, and the next call is through', async () => {
      const arrived: SheetArrival[] = [];
      const flash = openUp(await useOlderKiosk(arrived));
      const data = await makeKioskData();
      const device = await startTelnetDevice(flash);
      const words = ['update', KIOSK_ID, '--device', DEVICE, '--on-mains', '--data', data];
      const first = runCommand(words);
      for (const isWanted of [true, false])
        for (let looks = 0; looks < 3000; looks++) {
          if (isBlank(device.flash().subarray(CUT_AT, CUT_AT + 4096)) === isWanted) break;
          await sleep(10);
        }
      await device.stop();
      expect(await first).toMatchObject({ status: 1, err: expect.stringContaining('[update-cut]') });
      const names = listFiles(device.flash()).map(({ name }) => name);
      expect(names).toContain('ledger');
      expect(names).not.toContain('.boot0');
      expect(Buffer.compare(device.flash().subarray(0, LEDGER_BYTES), flash.subarray(0, LEDGER_BYTES))).toBe(
        0,
      );
      await device.start();
      const { status, err } = await runCommand(words);
      expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('Updating: 100 %') });
      await device.stop();
      await expectUpdated(device.flash(), flash, arrived);
    }, 300_000);

    test('a start after any of these cuts finds Storage sound, and one that was erased anyhow wiped', async () => {
      const operations = await listOperations();
      const starts = [2, 5, 8, 9, 10, 11, 12, 13, 14, 40, operations.length - 1];
      for (const index of starts) {
        const operation = operations[index];
        if (!operation) throw new Error(`There is no operation ${index}`);
        const flash = cutAfter(operation, Math.floor(lengthOf(operation) / 2));
        expect({ index, isKept: Buffer.compare(runOnInterpreter('1', flash).flash, flash) === 0 }).toEqual({
          index,
          isKept: true,
        });
      }
      const careless = makeOlderKiosk();
      const { offset = 0 } = listFiles(careless).find(({ name }) => name === '.boot0') ?? {};
      careless.fill(0xff, 32_768, offset - 16); // up to the middle of the last header
      expect(isBlank(runOnInterpreter('1', careless).flash)).toBe(true);
    });
  },
);
