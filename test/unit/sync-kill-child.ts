import { randomBytes } from 'node:crypto';
import type { LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { openStore } from '../../companion/store/open-store';
import { createSyncStore } from '../../companion/store/sync-store';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { systemTimer } from '../../companion/sync/timer';
import { createFakeClock } from './store-sheets';

/** A companion whose kiosk is in the parent process: syncs for ever, says each end, and waits to be killed. */
const [folder = '', keyHex = ''] = process.argv.slice(2);
const clock = createFakeClock();
const store = await openStore(folder, 'simulated', clock);
const waiting = new Map<number, { resolve(hex: string): void; reject(error: Error): void }>();
let asked = 0;

process.on('message', ({ id, hex, error }: { id: number; hex: string; error?: string }) => {
  const one = waiting.get(id);
  waiting.delete(id);
  if (error) one?.reject(new Error(error));
  else one?.resolve(hex);
});
process.on('disconnect', () => process.exit());

/** Has the parent do one thing with the kiosk's radio. */
function ask(what: string, hex = ''): Promise<string> {
  asked++;
  process.send?.({ id: asked, what, hex });
  return new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }));
}

const characteristic = (uuid: string): LinkCharacteristic => ({
  readValue: async () => new DataView(Uint8Array.from(Buffer.from(await ask(`read ${uuid}`), 'hex')).buffer),
  writeValueWithResponse: async (value) =>
    void (await ask(`write ${uuid}`, Buffer.from(value).toString('hex'))),
});

const device: LinkDevice = {
  id: 'kiosk',
  gatt: {
    connected: true,
    async connect() {
      await ask('connect');
      return device.gatt;
    },
    disconnect: () => void ask('disconnect').catch(() => undefined),
    getPrimaryService: async () => ({ getCharacteristic: async (uuid) => characteristic(uuid) }),
  },
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

for (;;) {
  const ended = await syncKiosk(device, {
    store: createSyncStore(store.db, clock),
    clock,
    timer: { ...systemTimer, wait: () => systemTimer.wait(1) },
    makeNonce: () => randomBytes(8),
    findKey: () => Buffer.from(keyHex, 'hex'),
    findSettings: async () => null,
    doubtClock: async () => null,
  }).then(
    ({ sheetNo }) => `synced ${sheetNo}`,
    (error: unknown) => `failed ${String(error)}`,
  );
  await ask(ended);
}
