/** Bytes in pieces: a number is one byte, everything else its bytes one after the other. */
export type Bytes = number | string | ArrayBuffer | ArrayLike<number> | readonly Bytes[];

/** The number that stands in `length` bytes from `offset`, low byte first; never negative. */
export function getNumber(bytes: ArrayLike<number>, offset: number, length: number): number {
  let value = 0;
  while (length--) value = value * 256 + (bytes[offset + length] as number);
  return value;
}
