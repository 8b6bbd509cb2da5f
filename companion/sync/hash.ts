import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Bytes } from '../../shared/wire/bytes';
import type { Sha1 } from '../../shared/wire/seal';

function flatten(pieces: Bytes): Buffer {
  if (typeof pieces === 'number') return Buffer.of(pieces);
  if (typeof pieces === 'string') return Buffer.from(pieces, 'latin1');
  if (pieces instanceof ArrayBuffer) return Buffer.from(pieces);
  if (ArrayBuffer.isView(pieces)) return Buffer.from(pieces.buffer, pieces.byteOffset, pieces.byteLength);
  return Buffer.concat(Array.from(pieces as readonly Bytes[], flatten));
}

/** SHA-1 of all pieces, from Node. */
export const sha1: Sha1 = (message) =>
  new Uint8Array(createHash('sha1').update(flatten(message)).digest()).buffer;

/** CRC-32 of a byte string. */
export const crc32Of = (text: string): number => crc32(Buffer.from(text, 'latin1'));
