import { fromHex, toHex } from './hex';
import type { Pipe } from './pipe';
import type { LinkCharacteristic, LinkDevice, LinkServer } from './port';

/** The device at the other end of a pipe, as the companion's side sees it. */
export function pipedDevice(pipe: Pipe, id: string): LinkDevice {
  const listeners = new Set<() => void>();
  let isConnected = false;
  pipe.onDropped = () => {
    if (!isConnected) return;
    isConnected = false;
    for (const listener of [...listeners]) listener();
  };

  const characteristic = (service: string, uuid: string): LinkCharacteristic => ({
    async readValue() {
      const value = fromHex(await pipe.ask({ step: 'read', service, characteristic: uuid }));
      return new DataView(value.buffer, value.byteOffset, value.byteLength);
    },
    async writeValueWithResponse(value) {
      await pipe.ask({ step: 'write', service, characteristic: uuid, value: toHex(value) });
    },
  });

  const gatt: LinkServer = {
    get connected() {
      return isConnected;
    },
    async connect() {
      await pipe.ask({ step: 'connect' });
      isConnected = true;
      return gatt;
    },
    disconnect() {
      isConnected = false;
      // The link ends either way: when the page does not hear of it, it is gone.
      pipe.ask({ step: 'disconnect' }).catch(() => undefined);
    },
    // The other side looks for them with each read and write, and says so when they are not there.
    getPrimaryService: async (service) => ({
      getCharacteristic: async (uuid) => characteristic(service, uuid),
    }),
  };
  return {
    id,
    gatt,
    addEventListener: (_event, listener) => listeners.add(listener),
    removeEventListener: (_event, listener) => listeners.delete(listener),
  };
}
