import { randomBytes } from 'node:crypto';
import { NONCE_BYTES } from '../../shared/wire/protocol';
import type { Clock } from '../clock';
import { createSimulatedLink } from '../link/simulated';
import type { Keyring } from '../store/keyring';
import type { OpenStore } from '../store/open-store';
import { createSyncStore } from '../store/sync-store';
import { findWantedSettings } from '../store/wanted-settings';
import { type SyncDeps, type SyncResult, syncKiosk } from '../sync/sync-kiosk';
import { boardTimer } from '../sync/timer';
import type { SimulatedKiosk } from './simulated-kiosk';

/** How long one read or write takes on the simulated air. */
const EXCHANGE_MS = 20;

/** What every sync of simulated kiosks shares. */
export interface SimulatedSyncDeps {
  readonly store: OpenStore;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** The parts of a sync's needs that do not depend on the kiosk or its time. */
export function commonSyncDeps(
  keyring: Keyring,
): Pick<SyncDeps, 'makeNonce' | 'findKey' | 'findSettings' | 'doubtClock'> {
  return {
    makeNonce: () => randomBytes(NONCE_BYTES),
    findKey: (kioskId) => keyring.find(kioskId),
    findSettings: async () => null,
    doubtClock: async () => null, // simulated kiosks live in a time of their own
  };
}

/** One sync of a simulated kiosk, in the kiosk's own time: nothing waits for real. Throws SyncError. */
export async function syncSimulated(kiosk: SimulatedKiosk, deps: SimulatedSyncDeps): Promise<SyncResult> {
  const { board, kioskId } = kiosk;
  const link = createSimulatedLink([{ id: kioskId, board, pass: () => board.advance(EXCHANGE_MS) }]);
  const device = await link.findDevice(kioskId);
  if (!device) throw new Error(`The simulated kiosk ${kioskId} is not there`);
  return syncKiosk(device, {
    ...commonSyncDeps(deps.keyring),
    findSettings: (id) => findWantedSettings(deps.store.db, id),
    store: createSyncStore(deps.store.db, deps.clock),
    clock: deps.clock,
    timer: boardTimer(board),
  });
}
