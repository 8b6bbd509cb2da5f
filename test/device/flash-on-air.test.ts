import { describe, expect, onTestFinished, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { checkKiosk } from '../../companion/flash/check-kiosk';
import { readDeviceFiles } from '../../companion/flash/device-files';
import { chooseDevice, listNearDevices } from '../../companion/flash/find-device';
import { flashKiosk } from '../../companion/flash/flash-kiosk';
import { ownFiles } from '../../companion/flash/make-image';
import { uartWire } from '../../companion/flash/uart-wire';
import { createNobleLink } from '../../companion/link/noble';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { openStore } from '../../companion/store/open-store';
import { createBoard } from '../../firmware/simulator/board';
import { listFiles, readFile } from '../../firmware/simulator/storage-image';
import { putOnAir } from '../radio/kiosk-on-air';
import { plugIn } from '../radio/noble-on-air';
import { putUartOnAir } from '../radio/uart-on-air';
import { VirtualAir } from '../radio/virtual-air';
import { VirtualTime } from '../radio/virtual-time';
import { makeRealData } from '../unit/flash-fixture';
import { createFakeClock } from '../unit/store-sheets';
import { startConsoleDevice } from './console-device';
import { interpreterMissing, interpreterPath } from './interpreter';

const ADDRESS = 'c0:00:00:00:00:01';
/** A jump that is no interval of a link: the air is quiet, and somebody may be owed an answer. */
const QUIET_MS = 20;
const ANSWER_LIMIT_MS = 20_000;

describe.skipIf(!interpreterPath)(
  `the real interpreter behind a real host stack${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('is flashed by Espruino’s own tools through noble and the air, and is a kiosk afterwards', async () => {
      const time = new VirtualTime();
      const air = new VirtualAir(time, () => 0.5);
      const data = await makeRealData('mill-lane');
      const store = await openStore(data, 'real', createFakeClock());
      const device = await startConsoleDevice();
      time.beforeJump = async (jumpMs) => {
        if (jumpMs > QUIET_MS) await device.settle(ANSWER_LIMIT_MS);
      };
      const place = { address: ADDRESS, name: 'Pixl.js 0001', attMtu: 53 };
      const uart = await time.run(putUartOnAir(air, place, (bytes) => device.type(bytes)));
      device.onPrinted = (bytes) => uart.print(bytes);
      device.ended.then(() => uart.leave());
      const adapter = plugIn(air, '00:11:22:33:44:01');
      const { timer } = time;
      const link = createNobleLink({ open: () => adapter.open(), timer });
      onTestFinished(() => {
        link.close();
        return store.close();
      });

      const board = boardNamed('pixljs');
      const files = readDeviceFiles('dist/firmware/pixljs', board, ['de', 'fr']);
      const near = await time.run(listNearDevices(link, timer));
      const { deviceId } = chooseDevice(near, board, 'Pixl.js 0001');
      const wire = async () => {
        const found = await link.findDevice(deviceId);
        if (!found) throw new Error('It is gone');
        return uartWire(found, timer);
      };
      const keyring = openKeyring(keyFileOf(data));
      const contents = { board, files, qrImages: [] };
      const wish = { board: 'pixljs', isNewEpoch: false, isErasing: false };
      const shares: number[] = [];
      const { entry, identity } = await time.run(
        flashKiosk({ board: null, wire }, contents, wish, {
          store,
          keyring,
          timer,
          say: () => undefined,
          onProgress: (done, total) => shares.push(done / total),
        }),
      );
      expect(shares.at(-1)).toBe(1);
      const flash = device.flash();
      const own = ownFiles(files, board, identity, []);
      expect(listFiles(flash).map(({ name }) => name)).toEqual(own.map(({ name }) => name));
      for (const { name, bytes } of own) expect(readFile(flash, name)).toEqual(bytes);

      const started = createBoard({ board: 'pixljs', flash, random: () => 0x12345678 });
      started.powerOn();
      started.advance(1000);
      const kiosk = await time.run(putOnAir(air, started, ADDRESS));
      onTestFinished(() => kiosk.leave());
      const session = { timer, makeNonce: () => new Uint8Array(8).fill(7), findKey: keyring.find };
      const vitals = await time.run(checkKiosk(link, deviceId, entry.kioskId, session));
      expect(vitals.finished).toBe(0);
    });
  },
);
