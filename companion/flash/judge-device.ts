import { CompanionError } from '../errors';
import type { Keyring } from '../store/keyring';
import type { KioskEntry } from '../store/kiosk';
import type { DeviceFacts } from './inspect-device';
import type { Identity, KioskWish } from './register-kiosk';

/** What somebody allowed. */
export interface DeviceWish extends KioskWish {
  /** whatever is on a device that is no kiosk may go */
  readonly isErasing: boolean;
}

/** What may be done with a device. */
export interface DeviceVerdict {
  readonly mustErase: boolean;
  /** the kiosk that this companion began to make of it; null: it begins anew */
  readonly begun: Identity | null;
}

const NAMES_SHOWN = 8;

/**
 * Whether a device may become a kiosk, seen from what it holds. A kiosk that has started is left alone unless its
 * ledger may go; one that was cut short while it was flashed has counted nothing, and begins anew as itself.
 *
 * @param kiosks  all that are registered here
 * @throws CompanionError `kiosk-live`, `flash-other-kiosk`, `flash-not-fresh`
 */
export function judgeDevice(
  { files, kioskId, hasStarted }: DeviceFacts,
  wish: DeviceWish,
  kiosks: readonly KioskEntry[],
  keyring: Pick<Keyring, 'find'>,
): DeviceVerdict {
  if (files.length === 0) return { mustErase: false, begun: null };
  if (kioskId === null) {
    const names = files.slice(0, NAMES_SHOWN).join(', ') + (files.length > NAMES_SHOWN ? ', and more' : '');
    if (!wish.isErasing) throw new CompanionError('flash-not-fresh', names);
    return { mustErase: true, begun: null };
  }
  const registered = kiosks.find((kiosk) => kiosk.kioskId === kioskId);
  if (hasStarted) {
    const who = registered ? `${registered.name} (${kioskId})` : `${kioskId}, of another companion`;
    if (!wish.isNewEpoch) throw new CompanionError('kiosk-live', `It is ${who}.`);
    const isMeant = registered ? [kioskId, registered.name].includes(wish.kiosk ?? '') : !wish.kiosk;
    if (!isMeant) throw new CompanionError('flash-other-kiosk', `It is ${who}.`);
    return { mustErase: true, begun: null };
  }
  const key = wish.kiosk === undefined ? keyring.find(kioskId) : null;
  return { mustErase: true, begun: key && { id: new Uint8Array(Buffer.from(kioskId, 'hex')), key } };
}
