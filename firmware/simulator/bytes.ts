import { BoardFault } from './signals';

/** What Espruino takes as a run of bytes: a number is one byte, everything else its bytes one after the other. */
export type ByteSource = number | string | ArrayBuffer | ArrayLike<number> | readonly ByteSource[];

/** The bytes of `source` as the device reads them: the low 8 bits of each number or character. */
export function toBytes(source: ByteSource): Uint8Array {
  if (typeof source === 'number') return Uint8Array.of(source & 255);
  if (typeof source === 'string') {
    const bytes = new Uint8Array(source.length);
    for (let i = 0; i < source.length; i++) bytes[i] = source.charCodeAt(i);
    return bytes;
  }
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source) && !(source instanceof Uint8Array) && !(source instanceof Int8Array)) {
    // 2v29: a short one gives the low byte of each element, a long one the first half of its memory
    throw new BoardFault('An array of 16 or 32 bit elements gives different bytes depending on its length');
  }
  if (Array.isArray(source)) return Uint8Array.from(source.flatMap(bytesOfPiece));
  return Uint8Array.from(source as ArrayLike<number>, (value) => value & 255);
}

function bytesOfPiece(piece: ByteSource): number | number[] {
  return typeof piece === 'number' ? piece & 255 : [...toBytes(piece)];
}

/** The bytes from `start` to `end` as a string of characters 0 to 255. */
export function byteString(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let at = start; at < end; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192)));
  }
  return text;
}
