import type { NoblePeripheral } from './noble-shape';
import type { LinkAdvert } from './port';

/** A UUID that the Bluetooth base completes (Bluetooth Core, Volume 3, Part B, section 2.5.1). */
const SHORT_UUID = /^[0-9a-f]{1,8}$/;
const BASE_TAIL = '00001000800000805f9b34fb';

/** The newest advert of a peripheral, as Web Bluetooth would give it. */
export function readNobleAdvert({ id, rssi, advertisement }: NoblePeripheral): LinkAdvert {
  const { localName, manufacturerData: data, serviceUuids } = advertisement;
  const manufacturerData = new Map<number, DataView>();
  if (data && data.length >= 2)
    manufacturerData.set(
      data.readUInt16LE(0),
      new DataView(data.buffer, data.byteOffset + 2, data.byteLength - 2),
    );
  return {
    deviceId: id,
    name: localName,
    rssi,
    uuids: (serviceUuids ?? []).map(hyphenate),
    manufacturerData,
  };
}

/** noble writes UUIDs without hyphens, and short ones without leading zeros. */
function hyphenate(uuid: string): string {
  const small = uuid.toLowerCase().replaceAll('-', '');
  const whole = SHORT_UUID.test(small) ? small.padStart(8, '0') + BASE_TAIL : small;
  return whole.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
