/**
 * Byte strings, every character one byte, 0 to 255: what the companion makes requests and reads replies in. Node
 * reads and writes them as `latin1`.
 */
import { getNumber } from './bytes';

/** A byte string of these bytes. */
export function textOf(bytes: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/** The bytes of a byte string, followed by zeros up to `length`. */
export function bytesOf(text: string, length = text.length): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The number that stands in `length` bytes from `offset`, low byte first; never negative. */
export function numberAt(text: string, offset: number, length: number): number {
  return getNumber(bytesOf(text.substr(offset, length)), 0, length);
}

/** The lowest `bytes` bytes of a whole number from 0 to 2^32 - 1, low byte first. */
export function putNumber(value: number, bytes: number): string {
  let text = '';
  for (let i = 0; i < bytes; i++) {
    text += String.fromCharCode(value & 255);
    value = Math.floor(value / 256);
  }
  return text;
}
