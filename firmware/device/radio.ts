import type { Bytes } from '../../shared/wire/bytes';
import { REPLY_VALUE_BYTES, REQUEST_WRITE_BYTES } from '../../shared/wire/protocol';
import type { Sha1 } from '../../shared/wire/seal';

/** Of our advert: flags, the UUID of the service, and the head of a manufacturer's data (Espruino's number). */
const ADVERT_START =
  '\x02\x01\x06\x11\x07\x9e\xf8\x7e\xce\x32\x5e\xbc\x87\x6a\x42\x7e\x4c\x01\x00\xdb\xc9\x09\xff\x90\x05';

/** SHA-1 of all pieces. */
// biome-ignore lint/style/useNodejsImportProtocol: this is the device's module of that name
export const sha1: Sha1 = require('crypto').SHA1;

/** All pieces as one string of characters 0 to 255; always a copy. */
export function join(pieces: readonly Bytes[]): string {
  return E.toString(pieces);
}

/** CRC-32 of bytes that stand in one piece. */
export function crc32(bytes: ArrayLike<number> | string): number {
  return E.CRC32(bytes);
}

/** The UUID of the service (1), of its request (2) or of its reply characteristic (3). */
function uuid(number: number): string {
  return 'c9db000' + number + '-4c7e-426a-87bc-5e32ce7ef89e';
}

function services(reply: Characteristic, request?: Characteristic): Services {
  const characteristics: Record<string, Characteristic> = {};
  const all: Services = {};
  if (request) characteristics[uuid(2)] = request;
  characteristics[uuid(3)] = reply;
  all[uuid(1)] = characteristics;
  return all;
}

/** Offers our service instead of the UART and reports every write, and the start and end of every connection. */
export function openRadio(
  onWrite: (write: ArrayBuffer) => void,
  onConnect: () => void,
  onDisconnect: () => void,
): void {
  NRF.setServices(
    services(
      { readable: true, maxLen: REPLY_VALUE_BYTES, value: [0] },
      { writable: true, maxLen: REQUEST_WRITE_BYTES, onWrite: (event) => onWrite(event.data) },
    ),
    { uart: false },
  );
  NRF.on('connect', onConnect);
  NRF.on('disconnect', onDisconnect);
}

/** Makes these bytes and their CRC-32 the value of the reply characteristic. */
export function setReply(pieces: readonly Bytes[]): void {
  const frame = E.toString(pieces); // E.CRC32 does not look into pieces
  try {
    NRF.updateServices(services({ value: [frame, new Int32Array([E.CRC32(frame)]).buffer] }));
  } catch (_error) {
    // while services wait for a restart of the radio; the companion asks again after the next connection
  }
}

/** Advertises our service with the epoch and the newest closed sheet; the name goes into the scan response. */
export function setAdvert(epoch: number, newestSheet: number, name: string): void {
  NRF.setAdvertising(
    [[ADVERT_START, new Int32Array([epoch]).buffer, new Uint16Array([newestSheet]).buffer]],
    {},
  );
  // Espruino 2v29 spoils it whenever it starts to advertise again: call this after every connection
  NRF.setScanResponse([name.length + 1, 9, name]);
}

/** Ends the connection. */
export function disconnect(): void {
  NRF.disconnect();
}
