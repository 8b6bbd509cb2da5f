import { toHex } from './hex';
import type { LinkAdvert } from './port';

const NAME = 9;
const UUIDS_128 = 7;
const MANUFACTURER = 255;

/** Reads an advertising packet and its scan response: fields of length, type, content (Bluetooth Core, Vol 3, Part C, 11). */
export function readAdvertBytes(deviceId: string, packets: readonly Uint8Array[]): LinkAdvert {
  const manufacturerData = new Map<number, DataView>();
  const uuids: string[] = [];
  let name: string | undefined;
  for (const packet of packets) {
    for (let at = 0; at + 1 < packet.length; at += 1 + (packet[at] ?? 0)) {
      const content = packet.slice(at + 2, at + 1 + (packet[at] ?? 0));
      const type = packet[at + 1];
      if (type === NAME) name = String.fromCharCode(...content);
      else if (type === UUIDS_128) {
        for (let from = 0; from + 16 <= content.length; from += 16)
          uuids.push(uuidOf(content.slice(from, from + 16)));
      } else if (type === MANUFACTURER && content.length > 1)
        manufacturerData.set(
          (content[0] ?? 0) + 256 * (content[1] ?? 0),
          new DataView(content.slice(2).buffer),
        );
    }
  }
  return { deviceId, name, uuids, manufacturerData };
}

function uuidOf(lowByteFirst: Uint8Array): string {
  return toHex(lowByteFirst.reverse()).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
