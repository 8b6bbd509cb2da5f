import { expect, test } from 'vitest';
import { UART_UUID, uartWire } from '../../companion/flash/uart-wire';
import type { LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { VirtualTime } from '../radio/virtual-time';

/** A device whose UART only notes what is written to it. */
function makeUart() {
  const time = new VirtualTime();
  const writes: { bytes: number[]; isAnswered: boolean }[] = [];
  let notified: DataView | undefined;
  let onValue = (): void => undefined;
  let onDisconnected = (): void => undefined;
  let isConnected = false;
  const take = async (value: Uint8Array, isAnswered: boolean): Promise<void> => {
    writes.push({ bytes: [...value], isAnswered });
  };
  const characteristic: LinkCharacteristic = {
    get value() {
      return notified;
    },
    readValue: async () => new DataView(new ArrayBuffer(0)),
    writeValueWithResponse: (value) => take(value, true),
    writeValueWithoutResponse: (value) => take(value, false),
    startNotifications: async () => undefined,
    addEventListener: (_event, listener) => {
      onValue = listener;
    },
  };
  const gatt: LinkDevice['gatt'] = {
    get connected() {
      return isConnected;
    },
    async connect() {
      isConnected = true;
      return gatt;
    },
    disconnect() {
      isConnected = false;
      onDisconnected();
    },
    getPrimaryService: async (uuid) => {
      expect(uuid).toBe(UART_UUID);
      return { getCharacteristic: async () => characteristic };
    },
  };
  const device: LinkDevice = {
    id: 'a',
    gatt,
    addEventListener: (_event, listener) => {
      onDisconnected = listener;
    },
    removeEventListener: () => {
      onDisconnected = () => undefined;
    },
  };
  const notify = (...bytes: number[]): void => {
    notified = new DataView(Uint8Array.from(bytes).buffer);
    onValue();
  };
  return { time, writes, device, gatt, notify, wire: uartWire(device, time.timer) };
}

const XON = 17;
const XOFF = 19;

test('a wire writes 20 bytes at a time, and as many as came at once when that is more', async () => {
  const { wire, writes, notify } = makeUart();
  await wire.open(
    () => undefined,
    () => undefined,
  );
  await wire.write(new Uint8Array(50));
  notify(...new Array<number>(50).fill(65));
  await wire.write(new Uint8Array(120));
  expect(writes.map(({ bytes }) => bytes.length)).toEqual([20, 20, 10, 50, 50, 20]);
  expect(writes.map(({ isAnswered }) => isAnswered)).toEqual([false, false, false, true, false, false]);
});

test('a wire waits while the device asks for it, and hands on everything else', async () => {
  const { time, wire, writes, notify } = makeUart();
  const received: number[] = [];
  await wire.open(
    (bytes) => received.push(...bytes),
    () => undefined,
  );
  notify(65, XOFF, 66);
  const writing = wire.write(Uint8Array.of(1, 2, 3));
  await time.pass(5000);
  expect(writes).toEqual([]);
  notify(67, XON);
  await time.run(writing);
  expect([received, writes.length]).toEqual([[65, 66, 67], 1]);
});

test('a wire goes on after 10 s when the word to go on was lost', async () => {
  const { time, wire, writes, notify } = makeUart();
  await wire.open(
    () => undefined,
    () => undefined,
  );
  notify(XOFF);
  const writing = wire.write(Uint8Array.of(1));
  await time.pass(9_900);
  expect(writes).toEqual([]);
  await time.run(writing);
  expect(time.nowMs).toBe(10_000);
});

test('a wire whose link ends says so once, and refuses what is written then, a waiting write too', async () => {
  const { time, wire, gatt, notify } = makeUart();
  let closed = 0;
  await wire.open(
    () => undefined,
    () => closed++,
  );
  notify(XOFF);
  const writing = wire.write(Uint8Array.of(1));
  gatt.disconnect();
  gatt.disconnect();
  await expect(time.run(writing)).rejects.toMatchObject({ code: 'flash-lost' });
  await expect(wire.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'flash-lost' });
  expect(closed).toBe(1);
});

test('a wire to a device that never answers gives up', async () => {
  const { time, wire, gatt } = makeUart();
  gatt.connect = () => new Promise(() => undefined);
  await expect(
    time.run(
      wire.open(
        () => undefined,
        () => undefined,
      ),
    ),
  ).rejects.toMatchObject({
    code: 'flash-device',
  });
});
