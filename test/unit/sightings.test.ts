import { expect, test } from 'vitest';
import type { LinkAdvert } from '../../companion/link/port';
import { createSightings } from '../../companion/sync/sightings';
import { SERVICE_UUID } from '../../shared/wire/protocol';

const A = { kioskId: 'aabb000000000001', epoch: '01020304' };
const B = { kioskId: 'ccdd000000000002', epoch: null };
const KIOSKS = [A, B];

function advert(deviceId: string, epoch: string, name?: string, rssi = -60): LinkAdvert {
  const data = Uint8Array.from(Buffer.from(`${epoch}0500`, 'hex'));
  return {
    deviceId,
    name,
    rssi,
    uuids: [SERVICE_UUID],
    manufacturerData: new Map([[0x0590, new DataView(data.buffer)]]),
  };
}

test('a device is known by its epoch, and one that never answered by the digits in its name', () => {
  const sightings = createSightings();
  const one = sightings.note(advert('one', '01020304'), 10);
  const two = sightings.note(advert('two', '0a0b0c0d', 'Counterstep ddcc'), 20);
  const three = sightings.note(advert('three', '0f0f0f0f', 'Counterstep 1234'), 30);
  expect(one && sightings.kioskOf(one, KIOSKS)).toBe(A.kioskId);
  expect(two && sightings.kioskOf(two, KIOSKS)).toBe(B.kioskId);
  expect(three && sightings.kioskOf(three, KIOSKS)).toBeNull();
  expect(two).toMatchObject({ epoch: '0a0b0c0d', sheetNo: 5, digits: 'ddcc', rssi: -60, atMs: 20 });
});

test('a name that was heard once stays when the next advert comes without it', () => {
  const sightings = createSightings();
  sightings.note(advert('two', '0a0b0c0d', 'Counterstep ddcc'), 10);
  expect(sightings.note(advert('two', '0a0b0c0d'), 20)?.digits).toBe('ddcc');
});

test('what is no kiosk is not noted', () => {
  const other: LinkAdvert = { deviceId: 'x', uuids: [], manufacturerData: new Map() };
  expect(createSightings().note(other, 0)).toBeNull();
});

test('what a sync has shown counts more than what adverts say', () => {
  const sightings = createSightings();
  sightings.learn('one', B.kioskId);
  const one = sightings.note(advert('one', '01020304'), 10);
  expect(one && sightings.kioskOf(one, KIOSKS)).toBe(B.kioskId);
  expect(sightings.devicesOf(A)).toEqual([]);
});

test('of two devices that say they are the same, the known one comes first, then the one not blamed, then the newest', () => {
  const sightings = createSightings();
  for (const [index, id] of ['one', 'two', 'three'].entries()) sightings.note(advert(id, '01020304'), index);
  const order = () => sightings.devicesOf(A).map(({ deviceId }) => deviceId);
  expect(order()).toEqual(['three', 'two', 'one']);
  sightings.blame('three');
  expect(order()).toEqual(['two', 'one', 'three']);
  sightings.learn('one', A.kioskId);
  expect(order()).toEqual(['one', 'two', 'three']);
});

test('forged adverts do not fill the memory, and push out no known device', () => {
  const sightings = createSightings();
  sightings.note(advert('own', '01020304'), 0);
  sightings.learn('own', A.kioskId);
  for (let number = 0; number < 2000; number++) sightings.note(advert(`x${number}`, '01020304'), number);
  const devices = sightings.devicesOf(A);
  expect(devices.length).toBeLessThanOrEqual(500);
  expect(devices[0]?.deviceId).toBe('own');
});
