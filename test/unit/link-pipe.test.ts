import { describe, expect, test } from 'vitest';
import { Pipe } from '../../companion/link/pipe';
import { openPipeEnd } from '../../companion/link/pipe-end';
import { pipedDevice } from '../../companion/link/piped-device';
import type { LinkDevice } from '../../companion/link/port';

/** A device that keeps what is written under each characteristic. */
function makeDevice() {
  const values = new Map<string, Uint8Array>();
  const listeners = new Set<() => void>();
  let connected = false;
  const gatt: LinkDevice['gatt'] = {
    get connected() {
      return connected;
    },
    async connect() {
      connected = true;
      return gatt;
    },
    disconnect() {
      connected = false;
    },
    async getPrimaryService(service) {
      if (service !== 'known') throw new Error('No such service');
      return {
        getCharacteristic: async (uuid) => ({
          readValue: async () => new DataView((values.get(uuid) ?? new Uint8Array(0)).slice().buffer),
          writeValueWithResponse: async (value) => void values.set(uuid, value.slice()),
        }),
      };
    },
  };
  const device: LinkDevice = {
    id: 'far',
    gatt,
    addEventListener: (_event, listener) => listeners.add(listener),
    removeEventListener: (_event, listener) => listeners.delete(listener),
  };
  const drop = () => {
    connected = false;
    for (const listener of listeners) listener();
  };
  return { device, drop };
}

/** A device, and the same device seen through a pipe. */
function joined() {
  const { device, drop } = makeDevice();
  const pipe: Pipe = new Pipe(
    (ask) => void take(ask),
    () => () => undefined,
  );
  const take = openPipeEnd(device, (message) => pipe.take(message));
  return { far: device, near: pipedDevice(pipe, 'near'), pipe, drop };
}

describe('a device at the end of a pipe', () => {
  test('connects, keeps what is written, gives it back, and disconnects', async () => {
    const { far, near } = joined();
    await near.gatt.connect();
    expect([near.gatt.connected, far.gatt.connected]).toEqual([true, true]);
    const value = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const characteristic = await (await near.gatt.getPrimaryService('known')).getCharacteristic('c');
    await characteristic.writeValueWithResponse(value);
    const read = await characteristic.readValue();
    expect(new Uint8Array(read.buffer, read.byteOffset, read.byteLength)).toEqual(value);
    near.gatt.disconnect();
    expect([near.gatt.connected, far.gatt.connected]).toEqual([false, false]);
  });

  test('says once that its link was dropped, and not to those who no longer listen', async () => {
    const { near, drop } = joined();
    const heard: string[] = [];
    const gone = () => heard.push('gone');
    near.addEventListener('gattserverdisconnected', () => heard.push('dropped'));
    near.addEventListener('gattserverdisconnected', gone);
    near.removeEventListener('gattserverdisconnected', gone);
    await near.gatt.connect();
    drop();
    drop();
    expect(near.gatt.connected).toBe(false);
    expect(heard).toEqual(['dropped']);
  });

  test('connects anew when the companion starts again while the old link still stands', async () => {
    const { far, near } = joined();
    let ends = 0;
    const { disconnect } = far.gatt;
    far.gatt.disconnect = () => {
      ends++;
      disconnect();
    };
    await near.gatt.connect();
    await near.gatt.connect();
    expect([ends, far.gatt.connected]).toEqual([1, true]);
  });

  test('passes on what the device refuses', async () => {
    const { near } = joined();
    await near.gatt.connect();
    const characteristic = await (await near.gatt.getPrimaryService('unknown')).getCharacteristic('c');
    await expect(characteristic.readValue()).rejects.toThrow('No such service');
  });

  test('is not connected any more once the pipe is closed', async () => {
    const { near, pipe } = joined();
    await near.gatt.connect();
    pipe.close();
    expect(near.gatt.connected).toBe(false);
    await expect(near.gatt.connect()).rejects.toThrow('The page is gone');
  });
});
