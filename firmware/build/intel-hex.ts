const RECORD_BYTES = 16;
const DATA = 0;
const END = 1;
const UPPER_ADDRESS = 4;

/**
 * Writes bytes as Intel HEX, as flash programmers and Espruino's own tools read it.
 *
 * @param bytes    what to write; its length is a multiple of 16
 * @param address  where the first byte lies; a multiple of 16
 * @returns records of 16 bytes, one a line, ended by CR LF
 * @source Intel, Hexadecimal Object File Format Specification, 1988
 */
export function toIntelHex(bytes: Uint8Array, address: number): string {
  if (bytes.length % RECORD_BYTES !== 0 || address % RECORD_BYTES !== 0)
    throw new Error(`${bytes.length} bytes at ${address} are not whole records of ${RECORD_BYTES}`);
  const records: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += RECORD_BYTES) {
    const at = address + offset;
    if (offset === 0 || at % 0x10000 === 0) records.push(record(0, UPPER_ADDRESS, [at >> 24, at >> 16]));
    records.push(record(at, DATA, [...bytes.subarray(offset, offset + RECORD_BYTES)]));
  }
  return [...records, record(0, END, []), ''].join('\r\n');
}

function record(address: number, type: number, data: readonly number[]): string {
  const bytes = [data.length, address >> 8, address, type, ...data].map((byte) => byte & 255);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return `:${Buffer.from([...bytes, -sum & 255])
    .toString('hex')
    .toUpperCase()}`;
}
