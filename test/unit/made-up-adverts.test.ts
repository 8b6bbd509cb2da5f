import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { chooseDevice } from '../../companion/flash/find-device';
import { createNobleLink } from '../../companion/link/noble';
import type { Noble } from '../../companion/link/noble-shape';
import { VirtualTime } from '../radio/virtual-time';

/** An adapter that hears what the test says. */
function makeNoble() {
  return Object.assign(new EventEmitter(), {
    state: 'poweredOn',
    startScanning: (_uuids: string[], _all: boolean, done: () => void) => done(),
    stopScanning: (done: () => void) => done(),
    stop: () => undefined,
  });
}

test.each([
  { addresses: 5000, opened: 1 },
  { addresses: 5001, opened: 2 },
])(
  'after $addresses addresses the adapter was opened $opened times: made-up ones fill no memory',
  async ({ addresses, opened }) => {
    const time = new VirtualTime();
    const nobles: ReturnType<typeof makeNoble>[] = [];
    const open = (): Noble => {
      const noble = makeNoble();
      nobles.push(noble);
      return noble;
    };
    const link = createNobleLink({ open, timer: time.timer });
    await link.watchAdverts(() => undefined);
    for (let address = 0; address < addresses; address++)
      nobles[0]?.emit('discover', { id: `${address}`, rssi: -60, advertisement: {} });
    await time.pass(9000);
    expect(nobles).toHaveLength(opened);
    expect(await link.findDevice('7')).toEqual(opened === 1 ? expect.anything() : undefined);
    link.close();
  },
);

test('a name from the air steers no terminal', () => {
  const names = ['Pixl.js \u001b[2J', 'Pixl.js \u0007'];
  const near = names.map((name, at) => ({ deviceId: `c0000000000${at}`, name, rssi: -50, isKiosk: false }));
  expect(() => chooseDevice(near, boardNamed('pixljs'), undefined)).toThrow('Pixl.js ?[2J (c0:');
});
