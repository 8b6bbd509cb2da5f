/** Byte strings (bytes.ts) for programs that have more room than a kiosk. */

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

/** The lowest `bytes` bytes of a whole number from 0 to 2^32 - 1, low byte first. */
export function putNumber(value: number, bytes: number): string {
  let text = '';
  for (let i = 0; i < bytes; i++) {
    text += String.fromCharCode(value & 255);
    value = Math.floor(value / 256);
  }
  return text;
}
