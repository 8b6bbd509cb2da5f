import { describe, expect, test } from 'vitest';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import type { SheetArrival } from '../../companion/sync/store-port';
import { createBoard } from '../../firmware/simulator/board';
import { listFiles } from '../../firmware/simulator/storage-image';
import { counterKeys } from '../../shared/check/codes';
import { makeRealData, pressCheck, syncBoard } from '../unit/flash-fixture';
import { runCommand } from '../unit/run-command';
import { interpreterMissing, interpreterPath } from './interpreter';
import { DEVICE, startTelnetDevice } from './telnet-device';

const DAY_MS = 86_400_000;

describe.skipIf(!interpreterPath)(
  `counterstep flash --device on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('writes a fresh device through Espruino’s own tools; it starts, counts and syncs with its key', async () => {
      const data = await makeRealData('mill-lane');
      const device = await startTelnetDevice();
      const words = ['flash', '--device', DEVICE, '--languages', 'de,fr', '--data', data];
      const { status, out, err } = await runCommand(words);
      expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('Writing: 100 %') });
      expect(out).toContain('de and fr');
      await device.stop();
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
    }, 300_000);
  },
);
