import type { LinkCharacteristic, LinkDevice, LinkServer } from './port';

/** What can go wrong with one read or write. */
export type Fault = 'lose' | 'repeat' | 'late' | 'garble' | 'disconnect';

/**
 * A device whose reads and writes go wrong on demand: `lose` drops a write or fails a read, `repeat` delivers a write
 * twice, `late` delivers it after the next one, `garble` flips a bit, `disconnect` ends the link instead.
 */
export function makeFaulty(device: LinkDevice, nextFault: () => Fault | undefined): LinkDevice {
  const { gatt } = device;
  const faulty: LinkServer = {
    get connected() {
      return gatt.connected;
    },
    async connect() {
      await gatt.connect();
      return faulty;
    },
    disconnect: () => gatt.disconnect(),
    async getPrimaryService(service) {
      const inner = await gatt.getPrimaryService(service);
      return {
        getCharacteristic: async (uuid) =>
          faultyCharacteristic(await inner.getCharacteristic(uuid), gatt, nextFault),
      };
    },
  };
  return {
    id: device.id,
    gatt: faulty,
    addEventListener: (event, listener) => device.addEventListener(event, listener),
    removeEventListener: (event, listener) => device.removeEventListener(event, listener),
  };
}

function faultyCharacteristic(
  inner: LinkCharacteristic,
  gatt: LinkServer,
  nextFault: () => Fault | undefined,
): LinkCharacteristic {
  let late: Uint8Array | undefined;
  return {
    async readValue() {
      const fault = nextFault();
      if (fault === 'lose') throw new Error('The read was lost');
      if (fault === 'disconnect') gatt.disconnect();
      const value = await inner.readValue();
      if (fault === 'garble') value.setUint8(value.byteLength - 1, value.getUint8(value.byteLength - 1) ^ 1);
      return value;
    },
    async writeValueWithResponse(value) {
      const fault = nextFault();
      if (fault === 'disconnect') gatt.disconnect();
      if (fault === 'late') {
        late = value;
        return;
      }
      const sent =
        fault === 'garble' ? value.map((byte, at) => (at === value.length - 1 ? byte ^ 1 : byte)) : value;
      if (fault !== 'lose') await inner.writeValueWithResponse(sent);
      if (fault === 'repeat') await inner.writeValueWithResponse(sent);
      if (late) await inner.writeValueWithResponse(late);
      late = undefined;
    },
  };
}
