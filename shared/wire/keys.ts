import { LABEL_ENCRYPT, LABEL_MAC } from './protocol';
import { deriveInner, makeOuter, type Sha1 } from './seal';

/** What sealing for one kiosk takes: the hash, and both HMAC blocks of both derived keys. */
export interface SealKeys {
  readonly sha1: Sha1;
  readonly encryptInner: Uint8Array;
  readonly encryptOuter: Uint8Array;
  readonly macInner: Uint8Array;
  readonly macOuter: Uint8Array;
}

/** The derived keys of a kiosk, from its 16-byte key and its 8-byte id. */
export function deriveKeys(sha1: Sha1, key: ArrayLike<number>, kioskId: Uint8Array): SealKeys {
  const encryptInner = deriveInner(sha1, key, LABEL_ENCRYPT, kioskId);
  const macInner = deriveInner(sha1, key, LABEL_MAC, kioskId);
  return {
    sha1,
    encryptInner,
    encryptOuter: makeOuter(encryptInner),
    macInner,
    macOuter: makeOuter(macInner),
  };
}
