import { byteString, toBytes } from './bytes';
import type { Natives } from './hardware';
import { BoardFault } from './signals';

/** The functions of `E` that work on bytes alone. */
export const byteNatives: Natives = {
  toArrayBuffer: (text: string) => toBytes(text).buffer,
  sum: (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0),
  mapInPlace: (from: Uint8Array | Uint16Array, to: Uint16Array, map: Uint16Array, bits: unknown) => {
    if (bits !== -8) throw new BoardFault('E.mapInPlace is simulated for bytes, low byte first: bits -8');
    const bytes = new Uint8Array(from.buffer, from.byteOffset, from.byteLength);
    for (let at = 0; at < bytes.length && at < to.length; at++) to[at] = map[bytes[at] ?? 0] ?? 0;
  },
  decodeUTF8: (text: string) => byteString(Uint8Array.from(lettersOf(toBytes(text)))),
};

/** Codes up to 255 of letters in UTF-8 as 2v29 reads it: following bytes are not checked, 0x80 to 0xBF stand alone. */
function* lettersOf(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    const [following, kept] =
      first < 0xc0
        ? [0, 255]
        : first < 0xe0
          ? [1, 31]
          : first < 0xf0
            ? [2, 15]
            : first < 0xf8
              ? [3, 7]
              : [0, 255];
    let code = first & kept;
    for (let left = following; left > 0; left--) code = (code << 6) | ((bytes[++at] ?? 0) & 63);
    if (code < 256) yield code;
  }
}
