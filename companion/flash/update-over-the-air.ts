import { CompanionError } from '../errors';
import type { LinkDevice } from '../link/port';
import type { KnownKiosk } from '../sync/sightings';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';
import { type AskDeps, askForMaintenance } from './ask-for-maintenance';
import { checkKiosk } from './check-kiosk';
import { uartWire } from './uart-wire';
import { type UpdateRequest, updateKiosk } from './update-kiosk';

/** What is known of a kiosk before it is updated. */
export interface UpdatedKiosk extends KnownKiosk {
  /** the device that an update left open, or that somebody names */
  readonly openDeviceId?: string | undefined;
}

/**
 * Updates a kiosk in reach: fetches its sheets, has it open its wire, updates it, reads it as a kiosk again,
 * and sets its clock, which an update puts five minutes ahead.
 *
 * @param onDevice  told which device it is before the first change
 * @throws CompanionError what `askForMaintenance`, `updateKiosk` and `checkKiosk` throw
 */
export async function updateOverTheAir(
  kiosk: UpdatedKiosk,
  request: UpdateRequest,
  onDevice: (deviceId: string) => void,
  deps: AskDeps,
): Promise<void> {
  const { link, sync, say } = deps;
  say('Listening for the kiosk.');
  const deviceId = await askForMaintenance(deps, kiosk, kiosk.openDeviceId);
  onDevice(deviceId);
  const wire = async () => {
    const device = await link.findDevice(deviceId);
    if (!device) throw new CompanionError('flash-device');
    return uartWire(device, sync.timer);
  };
  await updateKiosk({ isOnThisMachine: false, wire }, request, sync.timer);
  say('Every file is there and verified. The kiosk starts, which locks it.');
  await checkKiosk(link, deviceId, kiosk.kioskId, sync);
  const device = await link.findDevice(deviceId);
  const isClockSet = device !== undefined && (await isSynced(device, sync));
  const clock = isClockSet ? 'is set' : 'is set at its next sync; until then it is five minutes ahead';
  say(`It answers over the radio, with the key that it had. Its clock ${clock}.`);
}

async function isSynced(device: LinkDevice, sync: SyncDeps): Promise<boolean> {
  return syncKiosk(device, sync).then(
    () => true,
    () => false,
  );
}
