import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import type { SheetArrival } from '../../companion/sync/store-port';
import { createBoard } from '../../firmware/simulator/board';
import { listFiles } from '../../firmware/simulator/storage-image';
import { counterKeys } from '../../shared/check/codes';
import { makeRealData, pressCheck, syncBoard } from '../unit/flash-fixture';
import { runCommand } from '../unit/run-command';
import { makeTemporaryFolder } from '../unit/store-fixtures';
import { interpreterMissing, interpreterPath } from './interpreter';

const DAY_MS = 86_400_000;
/** The interpreter knows no other. */
const PORT = 2323;
const DEVICE = `tcp://127.0.0.1:${PORT}`;

async function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(PORT, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** The interpreter as a fresh device that listens; `flash()` is its Storage. It ends with the test. */
async function startFreshDevice(): Promise<{ flash(): Uint8Array; stop(): void }> {
  const folder = makeTemporaryFolder();
  const child: ChildProcess = spawn(interpreterPath ?? '', ['--telnet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'], // an input that ends would be read for ever
  });
  const stop = (): boolean => child.kill('SIGKILL'); // it takes no other signal
  onTestFinished(() => void stop());
  for (let tries = 0; tries < 50 && !(await isListening()); tries++) await sleep(100);
  await sleep(500);
  const file = join(folder, 'espruino.flash');
  return {
    stop,
    flash: () => (existsSync(file) ? new Uint8Array(readFileSync(file)) : new Uint8Array()),
  };
}

describe.skipIf(!interpreterPath)(
  `counterstep flash --device on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('writes a fresh device through Espruino’s own tools; it starts, counts and syncs with its key', async () => {
      const data = await makeRealData('mill-lane');
      const device = await startFreshDevice();
      const words = ['flash', '--device', DEVICE, '--languages', 'de,fr', '--data', data];
      const { status, out, err } = await runCommand(words);
      expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('Writing: 100 %') });
      expect(out).toContain('de and fr');
      device.stop();
      const flash = device.flash();
      const names = listFiles(flash).map(({ name }) => name);
      expect([names[0], names.at(-1)]).toEqual(['ledger', '.boot0']);
      expect(names).toEqual(expect.arrayContaining(['de', 'fr', 'app']));

      const keyring = openKeyring(keyFileOf(data));
      const [kioskId = ''] = keyring.kioskIds();
      const key = keyring.find(kioskId) ?? new Uint8Array();
      const board = createBoard({ board: 'pixljs', flash: flash.slice(), random: () => 0x12345678 });
      const arrived: SheetArrival[] = [];
      board.powerOn();
      board.advance(1000);
      expect(board.isUartOn).toBe(false);
      await syncBoard(board, kioskId, key, arrived);
      for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
      board.advance(DAY_MS);
      await syncBoard(board, kioskId, key, arrived);
      expect(arrived[0]?.counts[counterKeys.indexOf('path.knee')]).toBe(10);
    }, 120_000);
  },
);
