import type { Bytes } from './bytes';
import { TAG_BYTES } from './protocol';

/**
 * Sealing, for both sides: HMAC-SHA-1 (RFC 2104) is the only primitive, because Pixl.js has SHA-1 and nothing
 * more. Keys and key stream come from it in counter mode (NIST SP 800-108 Rev. 1, section 4.1), the tag is its first 80
 * bits (as in RFC 3711, section 5.2). On Espruino one turn of a loop costs as much as a whole SHA-1 of a short
 * message, hence pieces that are hashed without being joined, and no loop over a block.
 */

/** The 20 bytes of the SHA-1 of all pieces. */
export type Sha1 = (message: Bytes) => ArrayBuffer;

/** A key made ready for HMAC: its inner and its outer block of 64 bytes. */
export type Pads = readonly Uint8Array[];

/** Words of 4 bytes that one HMAC gives. */
export const BLOCK_WORDS = 5;
const HASH_BYTES = 20;
const HMAC_BLOCK_BYTES = 64;

/** Readies a key of at most 64 bytes, once: no later HMAC repeats this work. */
export function makePads(key: ArrayLike<number>): Pads {
  const inner = new Uint8Array(HMAC_BLOCK_BYTES).fill(0x36);
  const outer = new Uint8Array(HMAC_BLOCK_BYTES).fill(0x5c);
  for (let i = 0; i < key.length; i++) {
    const byte = key[i] as number;
    inner[i] = 0x36 ^ byte;
    outer[i] = 0x5c ^ byte;
  }
  return [inner, outer];
}

/** HMAC-SHA-1 of a message. */
export function hmac(sha1: Sha1, pads: Pads, message: Bytes): ArrayBuffer {
  return sha1([pads[1] as Uint8Array, sha1([pads[0] as Uint8Array, message])]);
}

/**
 * Block `counter` (from 1) of what SP 800-108 derives in counter mode: counter, label, a zero byte, context, and
 * the number of all wanted bits in two bytes.
 */
export function deriveBlock(
  sha1: Sha1,
  pads: Pads,
  counter: number,
  label: number,
  context: Bytes,
  wantedBytes: number,
): ArrayBuffer {
  return hmac(sha1, pads, [counter, label, 0, context, (wantedBytes * 8) & 255, wantedBytes >> 5]);
}

/** The pads of the key for one purpose (LABEL_ENCRYPT, LABEL_MAC), derived from the pads of a kiosk's own key. */
export function derivePads(sha1: Sha1, pads: Pads, label: number, kioskId: Bytes): Pads {
  return makePads(new Uint8Array(deriveBlock(sha1, pads, 1, label, kioskId, HASH_BYTES)));
}

/** Seals or opens, in place, the block of 5 words that starts at word `at`. */
export function mixBlock(words: Int32Array, at: number, stream: ArrayBuffer): void {
  const mask = new Int32Array(stream);
  (words[at] as number) ^= mask[0] as number;
  (words[at + 1] as number) ^= mask[1] as number;
  (words[at + 2] as number) ^= mask[2] as number;
  (words[at + 3] as number) ^= mask[3] as number;
  (words[at + 4] as number) ^= mask[4] as number;
}

/** Whether the first 10 bytes of a hash are `tag`; takes equally long wherever they differ. */
export function isTagOf(hash: ArrayBuffer, tag: string): boolean {
  const bytes = new Uint8Array(hash);
  let difference = tag.length ^ TAG_BYTES;
  for (let i = 0; i < TAG_BYTES; i++) difference |= (bytes[i] as number) ^ tag.charCodeAt(i);
  return !difference;
}
