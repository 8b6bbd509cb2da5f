import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { SyncError } from '../../companion/sync/errors';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { attMessages } from './read-capture';
import { Shelf } from './shelf';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedCompanion, type PlacedKiosk, World } from './world';

let visited: VisitedKiosk;
let world: World;
let kiosk: PlacedKiosk;
let shelf: Shelf;
let companion: PlacedCompanion;

beforeAll(async () => {
  visited = await makeVisitedKiosk(11, 3);
  expect(visited.sheets).toBe(3);
});
beforeEach(async () => {
  world = new World(5);
  kiosk = await world.place(visited);
  shelf = new Shelf();
  companion = world.companion([kiosk], { store: shelf });
});
afterEach(() => world.close());

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await world.time.run(work);
    return 'none';
  } catch (error) {
    return error instanceof SyncError ? error.code : String(error);
  }
}

const connect = (): Promise<LinkDevice> =>
  world.time.run(
    companion.find(kiosk).then(async (device) => {
      await device.gatt.connect();
      return device;
    }),
  );
const characteristic = (device: LinkDevice, uuid: string): Promise<LinkCharacteristic> =>
  world.time.run(
    device.gatt.getPrimaryService(SERVICE_UUID).then((service) => service.getCharacteristic(uuid)),
  );
/** Whether a step ends within a while: noble lets refused writes wait for ever. */
const ends = async (work: Promise<unknown>): Promise<boolean> => {
  const limit = world.time.timer.wait(2000).then(() => false);
  return world.time.run(Promise.race([work.then(() => true), limit]));
};

describe('the built firmware behind a real host stack', () => {
  test('is synced by the companion through noble: every sheet, no more, and nothing twice', async () => {
    const result = await world.time.run(companion.sync(kiosk));
    expect(result).toMatchObject({ kioskId: visited.kioskId, taken: 3, conflicts: 0, missing: 0 });
    expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
    expect((await world.time.run(companion.sync(kiosk))).taken).toBe(0);
    expect(shelf.vitals.at(-1)?.vitals.ackedSheet).toBe(3);
  });

  test('offers exactly what it passed to NRF.setServices, beside what every device has', async () => {
    const device = await connect();
    expect(kiosk.board.characteristics.map(({ uuid }) => uuid)).toEqual([REQUEST_UUID, REPLY_UUID]);
    await characteristic(device, REQUEST_UUID);
    await characteristic(device, REPLY_UUID);
    const uart = device.gatt.getPrimaryService('6e400001-b5a3-f393-e0a9-e50e24dcca9e');
    await expect(world.time.run(uart)).rejects.toThrow('no service');
    const request = await characteristic(device, REQUEST_UUID);
    expect((await world.time.run(request.readValue())).byteLength).toBe(0);
  });

  test('refuses writes over 20 bytes and long writes, and does not hear of them', async () => {
    const device = await connect();
    const request = await characteristic(device, REQUEST_UUID);
    const reply = await characteristic(device, REPLY_UUID);
    const before = await world.time.run(reply.readValue());
    expect(await ends(request.writeValueWithResponse(new Uint8Array(21).fill(1)))).toBe(false);
    expect(new Uint8Array(before.buffer, before.byteOffset, 5)).toEqual(Uint8Array.of(0, 0, 1, 255, 5));
    expect(await ends(request.writeValueWithResponse(new Uint8Array(60).fill(1)))).toBe(false);
    expect(kiosk.onAir.att.longWrites).toBeGreaterThan(0);
    expect(await ends(request.writeValueWithResponse(new Uint8Array(20).fill(1)))).toBe(true);
  });

  test.each([
    { boardName: 'pixljs', mtu: 53 },
    { boardName: 'banglejs2', mtu: 131 },
  ] as const)(
    'of a $boardName agrees on an MTU of $mtu; every message fits, and every sheet comes',
    async ({ boardName, mtu }) => {
      const known = boardName === 'pixljs' ? visited : await makeVisitedKiosk(12, 3, boardName);
      const other = await world.place(known);
      const otherShelf = new Shelf();
      const result = await world.time.run(world.companion([other], { store: otherShelf }).sync(other));
      expect(result).toMatchObject({ taken: 3, conflicts: 0, missing: 0 });
      expect(otherShelf.totals(known.kioskId)).toEqual(known.totals);
      const messages = attMessages(world.air.capture, other.onAir.address);
      expect(messages.find(({ bytes }) => bytes[0] === 3)?.bytes.readUInt16LE(1)).toBe(mtu);
      expect(Math.max(...messages.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(52);
    },
  );
});

describe('a connection over real stacks', () => {
  test('without a valid tag is ended by the kiosk after 20 s, and the next companion gets in', async () => {
    const device = await connect();
    const startedAtMs = world.time.nowMs;
    const goneAtMs = world.time.run(
      new Promise<number>((resolve) =>
        device.addEventListener('gattserverdisconnected', () => resolve(world.time.nowMs)),
      ),
    );
    expect(((await goneAtMs) - startedAtMs) / 1000).toBeCloseTo(20, 0);
    expect(device.gatt.connected).toBe(false);
    const next = new Shelf();
    await world.time.run(world.companion([kiosk], { store: next }).sync(kiosk));
    expect(next.totals(visited.kioskId)).toEqual(visited.totals);
  });

  test('holds the kiosk for one companion: another one waits its turn and then gets the same', async () => {
    const holder = await connect();
    const next = new Shelf();
    const other = world.companion([kiosk], { store: next });
    const first = other.sync(kiosk).catch((error: unknown) => error);
    await world.time.pass(3000);
    expect(next.sheets.size).toBe(0);
    holder.gatt.disconnect();
    await world.time.run(first);
    if (next.sheets.size === 0) await world.time.run(other.sync(kiosk));
    expect(next.totals(visited.kioskId)).toEqual(visited.totals);
  });
});

describe('a companion that should not', () => {
  test('with the wrong key gets nothing and changes nothing', async () => {
    const flash = kiosk.board.flash.slice();
    const thief = new Shelf();
    const other = world.companion([kiosk], { store: thief, findKey: () => new Uint8Array(16).fill(7) });
    expect(await codeOf(other.sync(kiosk))).toBe('key-wrong');
    expect([thief.sheets.size, thief.vitals.length]).toEqual([0, 0]);
    expect(kiosk.board.flash).toEqual(flash);
    await world.time.run(companion.sync(kiosk));
    expect(shelf.totals(visited.kioskId)).toEqual(visited.totals);
  });

  test('replays every write of a recorded sync, in one connection and in its order, to no effect', async () => {
    await world.time.run(companion.sync(kiosk));
    const writes = attMessages(world.air.capture, kiosk.onAir.address)
      .filter(({ bytes }) => bytes[0] === 0x12)
      .map(({ bytes }) => Uint8Array.from(bytes.subarray(3)));
    expect(writes.length).toBeGreaterThan(10);
    await world.time.pass(1000);
    const flash = kiosk.board.flash.slice();
    const device = await connect();
    const request = await characteristic(device, REQUEST_UUID);
    const reply = await characteristic(device, REPLY_UUID);
    const answers = new Set<number>();
    for (const write of writes) {
      await world.time.run(request.writeValueWithResponse(write));
      await world.time.pass(120);
      const value = await world.time.run(reply.readValue());
      answers.add(value.getUint8(3));
    }
    // greetings (129) are for everybody; all else is refused (255)
    expect([...answers].filter((answer) => answer !== 129 && answer !== 255)).toEqual([]);
    expect(kiosk.board.flash).toEqual(flash);
  });
});
