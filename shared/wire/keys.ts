import type { Bytes } from './bytes';
import { LABEL_ENCRYPT, LABEL_MAC } from './protocol';
import { derivePads, makePads, type Pads, type Sha1 } from './seal';

/** What sealing for one kiosk takes: the hash, and the pads of its two derived keys. */
export interface SealKeys {
  readonly sha1: Sha1;
  readonly encrypt: Pads;
  readonly mac: Pads;
}

/** The derived keys of a kiosk, from its 16-byte key and its 8-byte id. */
export function deriveKeys(sha1: Sha1, key: ArrayLike<number>, kioskId: Bytes): SealKeys {
  const pads = makePads(key);
  return {
    sha1,
    encrypt: derivePads(sha1, pads, LABEL_ENCRYPT, kioskId),
    mac: derivePads(sha1, pads, LABEL_MAC, kioskId),
  };
}
