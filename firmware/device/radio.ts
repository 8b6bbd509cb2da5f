import type { Bytes } from '../../shared/wire/bytes';
import type { Sha1 } from '../../shared/wire/seal';

const INTERVAL_MS = 375;

/** SHA-1 of all pieces. */
export const sha1: Sha1 = require('crypto').SHA1;

/** All pieces as one byte string; always a copy. */
export function join(pieces: readonly Bytes[]): string {
  return E.toString(pieces);
}

/** CRC-32 of all pieces. */
export function crc32(pieces: Bytes): number {
  return E.CRC32(pieces);
}

/** The UUID of the service (1), of its request (2) or of its reply characteristic (3). */
function uuid(number: number): string {
  return 'c9db000' + number + '-4c7e-426a-87bc-5e32ce7ef89e';
}

function services(request: Characteristic | undefined, reply: Characteristic): Services {
  const characteristics: Record<string, Characteristic> = {};
  const all: Services = {};
  if (request) characteristics[uuid(2)] = request;
  characteristics[uuid(3)] = reply;
  all[uuid(1)] = characteristics;
  return all;
}

/** Offers our service instead of the UART and reports every write, and the start and end of every connection. */
export function openRadio(
  onWrite: (write: string) => void,
  onConnect: () => void,
  onDisconnect: () => void,
): void {
  NRF.setServices(
    services(
      { writable: true, maxLen: 20, onWrite: (event) => onWrite(E.toString([event.data])) },
      { readable: true, maxLen: 48, value: [0] },
    ),
    { uart: false },
  );
  NRF.on('connect', onConnect);
  NRF.on('disconnect', onDisconnect);
}

/** Makes `frame` and its CRC-32 the value of the reply characteristic. */
export function setReply(frame: string): void {
  try {
    NRF.updateServices(services(undefined, { value: [frame, new Int32Array([E.CRC32(frame)]).buffer] }));
  } catch (_error) {
    // while services wait for a restart of the radio; the companion asks again after the next connection
  }
}

/** Advertises our service with the epoch and the newest closed sheet; the name goes into the scan response. */
export function setAdvert(epoch: number, newestSheet: number, name: string): void {
  NRF.setAdvertising(
    [
      [
        [
          2, 1, 6, 17, 7, 158, 248, 126, 206, 50, 94, 188, 135, 106, 66, 126, 76, 1, 0, 219, 201, 9, 255, 144,
          5,
        ],
        new Int32Array([epoch]).buffer,
        new Uint16Array([newestSheet]).buffer,
      ],
    ],
    { interval: INTERVAL_MS },
  );
  // Espruino 2v29 spoils it whenever it starts to advertise again: call this after every connection
  NRF.setScanResponse([name.length + 1, 9, name]);
}

/** Ends the connection. */
export function disconnect(): void {
  NRF.disconnect();
}
