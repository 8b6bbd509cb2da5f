/**
 * Byte strings: every character is one byte, 0 to 255. Espruino keeps them compact, joins and hashes them without
 * a loop, and Node reads and writes them as `latin1`. Numbers stand low byte first.
 */

/** The lowest `bytes` bytes of a whole number from 0 to 2^32 - 1, low byte first. */
export function putNumber(value: number, bytes: number): string {
  let text = '';
  while (bytes--) {
    text += String.fromCharCode(value & 255);
    value = Math.floor(value / 256);
  }
  return text;
}

/** The number that stands in `bytes` bytes from `offset`, low byte first; never negative. */
export function getNumber(text: string, offset: number, bytes: number): number {
  let value = 0;
  while (bytes--) value = value * 256 + text.charCodeAt(offset + bytes);
  return value;
}
