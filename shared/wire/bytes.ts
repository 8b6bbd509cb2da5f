/**
 * Byte strings: every character is one byte, 0 to 255. Espruino joins, cuts and hashes them without a loop; Node
 * reads and writes them as `latin1`. Numbers stand low byte first.
 */

/** Bytes in pieces: a number is one byte, everything else its bytes one after the other. */
export type Bytes = number | string | ArrayBuffer | ArrayLike<number> | readonly Bytes[];

/** The number that stands in `bytes` bytes from `offset`, low byte first; never negative. */
export function getNumber(text: string, offset: number, bytes: number): number {
  let value = 0;
  while (bytes--) value = value * 256 + text.charCodeAt(offset + bytes);
  return value;
}
