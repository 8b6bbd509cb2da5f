import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../companion/link/hex';
import { Pipe, type PipeAsk, PipeError, pipeAnswerSchema } from '../../companion/link/pipe';
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

describe('a pipe', () => {
  const makePipe = () => {
    const asked: PipeAsk[] = [];
    const timers: (() => void)[] = [];
    const pipe = new Pipe(
      (ask) => asked.push(ask),
      (callback) => {
        timers.push(callback);
        return () => timers.splice(timers.indexOf(callback), 1);
      },
    );
    return { pipe, asked, timers };
  };

  test('answers each step by its own number, in any order', async () => {
    const { pipe, asked, timers } = makePipe();
    const first = pipe.ask({ step: 'read' });
    const second = pipe.ask({ step: 'read' });
    pipe.take({ id: asked[1]?.id ?? 0, value: '02' });
    pipe.take({ id: asked[0]?.id ?? 0, value: '01' });
    expect([await first, await second]).toEqual(['01', '02']);
    expect(timers).toHaveLength(0);
  });

  test('gives up a step after its time limit, and a late answer changes nothing', async () => {
    const { pipe, asked, timers } = makePipe();
    const step = pipe.ask({ step: 'connect' });
    timers[0]?.();
    await expect(step).rejects.toThrow(PipeError);
    expect(() => pipe.take({ id: asked[0]?.id ?? 0, value: '' })).not.toThrow();
  });

  test('passes on why the other side refused', async () => {
    const { pipe, asked } = makePipe();
    const step = pipe.ask({ step: 'write', value: '00' });
    pipe.take({ id: asked[0]?.id ?? 0, error: 'Not connected' });
    await expect(step).rejects.toThrow('Not connected');
  });

  test('that closes ends what waits, says that the link is gone, and takes no more', async () => {
    const { pipe } = makePipe();
    let dropped = 0;
    pipe.onDropped = () => dropped++;
    const step = pipe.ask({ step: 'read' });
    pipe.take({ isDropped: true });
    pipe.close();
    await expect(step).rejects.toThrow(PipeError);
    await expect(pipe.ask({ step: 'read' })).rejects.toThrow(PipeError);
    expect(dropped).toBe(2);
  });

  test('takes only answers of the known shapes', () => {
    expect(pipeAnswerSchema.safeParse({ id: 1, value: '00ff' }).success).toBe(true);
    for (const wrong of [
      null,
      [],
      {},
      { id: 0, value: '' },
      { id: 1 },
      { isDropped: false },
      { id: 1, error: 7 },
    ])
      expect(pipeAnswerSchema.safeParse(wrong).success).toBe(false);
  });

  test('keeps bytes through hexadecimal digits', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(fromHex(toHex(all))).toEqual(all);
    expect(fromHex('')).toEqual(new Uint8Array(0));
  });
});
