import { type ByteSource, toBytes } from './bytes';

/** Longest advertising packet and longest scan response. */
export const ADVERT_BYTES = 31;

/** The scan response of a board on which no firmware ran yet: the Nordic UART service. Source: Espruino 2v29. */
const FACTORY_SCAN_RESPONSE = [
  17,
  7,
  ...toBytes('\x9e\xca\xdc\x24\x0e\xe5\xa9\xe0\x93\xf3\xa3\xb5\x01\x00\x40\x6e'),
];

/** The options of NRF.setAdvertising that are simulated. */
export interface AdvertOptions {
  name?: string;
  showName?: boolean;
  interval?: number;
  connectable?: boolean;
  scannable?: boolean;
  manufacturer?: number;
}

/** What everybody around can receive. */
export interface Advert {
  /** one packet, or several that take turns */
  packets: Uint8Array[];
  scanResponse: Uint8Array;
  name: string;
  intervalMs: number;
  isConnectable: boolean;
  isScannable: boolean;
}

/** The advert of a board on which no firmware ran yet. */
export function factoryAdvert(factoryName: string): Advert {
  const name = toBytes(factoryName);
  const packet = Uint8Array.of(2, 1, 6, 3, 0xff, 0x90, 0x05, name.length + 1, 9, ...name);
  return {
    packets: [packet],
    scanResponse: Uint8Array.from(FACTORY_SCAN_RESPONSE),
    name: factoryName,
    intervalMs: 375,
    isConnectable: true,
    isScannable: true,
  };
}

/** The advert after NRF.setAdvertising(data, options) with ready-made packets. Throws when one is too long. */
export function changeAdvert(old: Advert, data: readonly ByteSource[], options: AdvertOptions): Advert {
  const isNested = data.some((entry) => typeof entry === 'object');
  const packets = (isNested ? data : [data]).map((packet) =>
    checkedPacket(toBytes(packet as readonly number[])),
  );
  return {
    packets,
    scanResponse: old.scanResponse,
    name: options.name ?? old.name,
    intervalMs: Math.min(Math.max(options.interval ?? old.intervalMs, 20), 10_240),
    isConnectable: options.connectable ?? old.isConnectable,
    isScannable: options.scannable ?? old.isScannable,
  };
}

/** The packet itself. Throws when it is longer than the radio sends. */
export function checkedPacket(packet: Uint8Array): Uint8Array {
  if (packet.length > ADVERT_BYTES) throw new Error('ERR 0xc (DATA_SIZE)');
  return packet;
}
