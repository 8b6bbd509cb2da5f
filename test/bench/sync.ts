import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { simulatedDevice } from '../../companion/link/simulated';
import { seededRandom } from '../../companion/simulation/random';
import {
  letShopperCome,
  makeSimulatedKiosk,
  type SimulatedKiosk,
} from '../../companion/simulation/simulated-kiosk';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import { createMemoryKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import type { SheetArrival } from '../../companion/sync/store-port';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { boardTimer } from '../../companion/sync/timer';
import type { Figure, Part } from './part';

const SEED = 11;
const DAY_MS = 86_400_000;
const OPENS_MS = 9 * 3_600_000;
const EVERY_MS = 900_000;
const SHOPPERS_A_DAY = 40;
const START_MS = Date.parse('2026-03-02T00:00:00Z');
/** What Pixl.js carries in one notification: an ATT MTU of 53 less three bytes. */
const UART_BYTES = 50;
const STORE_ID = 'bench';

// two folders below the project's, as a source and as a bundle
const imageFile = fileURLToPath(new URL('../../dist/firmware/pixljs/image.bin', import.meta.url));

interface Traffic {
  bytes: number;
  operations: number;
}

/** A device that counts the values and the operations that cross the air. */
function countTraffic(device: LinkDevice, traffic: Traffic): LinkDevice {
  const count = (bytes: number): void => {
    traffic.bytes += bytes;
    traffic.operations++;
  };
  const wrap = (inner: LinkCharacteristic): LinkCharacteristic => ({
    async readValue() {
      const value = await inner.readValue();
      count(value.byteLength);
      return value;
    },
    async writeValueWithResponse(value) {
      count(value.byteLength);
      await inner.writeValueWithResponse(value);
    },
  });
  const { gatt } = device;
  return {
    id: device.id,
    addEventListener: (...of) => device.addEventListener(...of),
    removeEventListener: (...of) => device.removeEventListener(...of),
    gatt: {
      get connected() {
        return gatt.connected;
      },
      connect: () => gatt.connect(),
      disconnect: () => gatt.disconnect(),
      getPrimaryService: async (service) => {
        const inner = await gatt.getPrimaryService(service);
        return { getCharacteristic: async (uuid) => wrap(await inner.getCharacteristic(uuid)) };
      },
    },
  };
}

/** The same sheets as lines of JSON over the Nordic UART, counts by name as a straightforward program would. */
function uartTraffic(sheets: readonly SheetArrival[]): Traffic {
  const traffic = { bytes: 0, operations: 0 };
  for (const { kioskId, epoch, sheetNo, closedDay, counts } of sheets) {
    const named = Object.fromEntries(counts.map((count, counter) => [`c${counter}`, count]));
    const line = `${JSON.stringify({ kioskId, epoch, sheetNo, closedDay, counts: named })}\n`;
    const request = `sheet(${sheetNo})\n`;
    for (const text of [request, line]) {
      traffic.bytes += text.length;
      traffic.operations += Math.ceil(text.length / UART_BYTES);
    }
  }
  return traffic;
}

async function measureDays(days: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-bench-'));
  const random = seededRandom(SEED);
  const kiosk = makeSimulatedKiosk(new Uint8Array(readFileSync(imageFile)), random, START_MS);
  const clock = { nowMs: kiosk.nowMs, minutesFromUtc: () => 0 };
  const store = await openStore(folder, 'simulated', clock);
  const keyring = createMemoryKeyring();
  keyring.add(kiosk.kioskId, kiosk.key);
  await saveStore(store, { storeId: STORE_ID, name: 'Bench', isSimulated: true, region: null });
  const { kioskId } = kiosk;
  await saveKiosk(store, { storeId: STORE_ID, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
  const taken: SheetArrival[] = [];
  const sync = async (traffic: Traffic) => {
    const inner = createSyncStore(store.db, clock);
    await syncKiosk(countTraffic(deviceOf(kiosk), traffic), {
      ...commonSyncDeps(keyring),
      clock,
      store: {
        ...inner,
        takeSheet: (sheet) => {
          taken.push(sheet);
          return inner.takeSheet(sheet);
        },
      },
      timer: boardTimer(kiosk.board),
    });
  };
  const ours = { bytes: 0, operations: 0 };
  kiosk.board.powerOn();
  kiosk.advanceTo(START_MS + OPENS_MS);
  await sync({ bytes: 0, operations: 0 }); // sets the clock, so that days are known
  for (let day = 0; day < days; day++) {
    for (let shopper = 0; shopper < SHOPPERS_A_DAY; shopper++) {
      kiosk.advanceTo(START_MS + day * DAY_MS + OPENS_MS + shopper * EVERY_MS);
      letShopperCome(kiosk, random);
    }
  }
  kiosk.advanceTo(START_MS + days * DAY_MS + OPENS_MS);
  taken.length = 0;
  await sync(ours);
  const uart = uartTraffic(taken);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const what = `${days === 1 ? 'a day' : `${days} days behind`}, ${SHOPPERS_A_DAY} shoppers a day`;
  const note = (mine: number, theirs: number): string =>
    `${taken.length} ${taken.length === 1 ? 'sheet' : 'sheets'}, clock, vitals, acknowledgement; the sheets alone as JSON over the Nordic UART: ${theirs}, ${(theirs / mine).toFixed(1)} times`;
  return [
    {
      what: `${what}: values on the air`,
      value: ours.bytes,
      unit: 'bytes',
      note: note(ours.bytes, uart.bytes),
    },
    {
      what: `${what}: ATT operations`,
      value: ours.operations,
      unit: 'operations',
      note: note(ours.operations, uart.operations),
    },
  ];
}

const deviceOf = ({ board, kioskId }: SimulatedKiosk): LinkDevice =>
  simulatedDevice({ id: kioskId, board, pass: () => board.advance(20) });

/** What a sync costs on the air. */
export const syncPart: Part = {
  name: 'Sync over the air',
  missing: () => (existsSync(imageFile) ? undefined : 'skipped: the firmware is not built'),
  measure: async () => [...(await measureDays(1)), ...(await measureDays(30))],
};
