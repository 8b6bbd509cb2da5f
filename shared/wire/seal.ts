import type { Bytes } from './bytes';
import { HEAD_BYTES, TAG_BYTES } from './protocol';

/**
 * Sealing, for both sides: HMAC-SHA-1 (RFC 2104) is the only primitive, because Pixl.js has SHA-1 and nothing
 * more. Keys and key stream come from it in counter mode (NIST SP 800-108 Rev. 1, section 4.1), the tag is its
 * first 80 bits (as in RFC 3711, section 5.2). On Espruino a turn of a loop and a call cost as much as a SHA-1 of a
 * short message, hence no loop over a block, and arrays that are filled and hashed as they are.
 */

/** The 20 bytes of the SHA-1 of all pieces. */
export type Sha1 = (message: Bytes) => ArrayBuffer;

/** Words of 4 bytes that one HMAC gives. */
export const BLOCK_WORDS = 5;

const HMAC_BLOCK_BYTES = 64;
/** What is derived from: counter, head (label, zero, context of 10 bytes), wanted bits (2 bytes). */
const HEAD_AT = 65;
const BITS_AT = 77;
const DERIVATION_BYTES = 79;

/** The inner block of a key of at most 64 bytes, with room for what is derived; made once, used for every HMAC. */
export function makeInner(key: ArrayLike<number>): Uint8Array {
  const inner = new Uint8Array(DERIVATION_BYTES).fill(0x36, 0, HMAC_BLOCK_BYTES);
  for (let i = 0; i < key.length; i++) inner[i] = 0x36 ^ (key[i] as number);
  return inner;
}

/** The outer block for an inner one. */
export function makeOuter(inner: Uint8Array): Uint8Array {
  const outer = new Uint8Array(HMAC_BLOCK_BYTES);
  for (let i = 0; i < HMAC_BLOCK_BYTES; i++) outer[i] = 0x36 ^ 0x5c ^ (inner[i] as number);
  return outer;
}

/** Sets what the next blocks of this key are derived for: head (12 bytes) and all wanted bytes. */
export function aim(inner: Uint8Array, head: ArrayLike<number>, wantedBytes: number): void {
  inner.set(head, HEAD_AT);
  inner[BITS_AT] = wantedBytes * 8;
  inner[BITS_AT + 1] = wantedBytes >> 5;
}

/**
 * Seals or opens, in place, the five words from `at` (5, 10 and so on) with block (at / 5) of what SP 800-108
 * derives in counter mode for the head that was aimed at.
 */
export function mixBlock(
  sha1: Sha1,
  inner: Uint8Array,
  outer: Uint8Array,
  words: Int32Array,
  at: number,
): void {
  inner[HMAC_BLOCK_BYTES] = at / BLOCK_WORDS;
  const stream = new Int32Array(sha1([outer, sha1(inner)]));
  (words[at] as number) ^= stream[0] as number;
  (words[at + 1] as number) ^= stream[1] as number;
  (words[at + 2] as number) ^= stream[2] as number;
  (words[at + 3] as number) ^= stream[3] as number;
  (words[at + 4] as number) ^= stream[4] as number;
}

/** The inner block of the key for one purpose (LABEL_ENCRYPT, LABEL_MAC), derived from a kiosk's own key. */
export function deriveInner(
  sha1: Sha1,
  key: ArrayLike<number>,
  label: number,
  kioskId: Uint8Array,
): Uint8Array {
  const inner = makeInner(key);
  const words = new Int32Array(2 * BLOCK_WORDS);
  const bytes = new Uint8Array(words.buffer);
  bytes[0] = label;
  bytes.set(kioskId, 2);
  aim(inner, bytes.subarray(0, HEAD_BYTES), BLOCK_WORDS * 4);
  mixBlock(sha1, inner, makeOuter(inner), words, BLOCK_WORDS);
  return makeInner(bytes.subarray(BLOCK_WORDS * 4));
}

/** HMAC-SHA-1 of a message. */
export function hmac(sha1: Sha1, inner: Uint8Array, outer: Uint8Array, message: Bytes): ArrayBuffer {
  return sha1([outer, sha1([inner.subarray(0, HMAC_BLOCK_BYTES), message])]);
}

/** Whether `tag` is the first 10 bytes of a hash; takes equally long wherever they differ. */
export function isTagOf(hash: ArrayBuffer, tag: ArrayLike<number>): boolean {
  const bytes = new Uint8Array(hash);
  let difference = tag.length ^ TAG_BYTES;
  for (let i = 0; i < TAG_BYTES; i++) difference |= (bytes[i] as number) ^ (tag[i] as number);
  return !difference;
}
