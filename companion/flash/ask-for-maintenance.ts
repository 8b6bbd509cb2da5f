import { tellMaintain } from '../../shared/wire/requests';
import { CompanionError } from '../errors';
import { readKioskAdvert } from '../link/kiosk-advert';
import type { Link, LinkDevice } from '../link/port';
import { startConversation } from '../sync/conversation';
import { SyncError } from '../sync/errors';
import { openSession } from '../sync/session';
import { createSightings, type KnownKiosk } from '../sync/sightings';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';

/** What asking a kiosk over the air needs. */
export interface AskDeps {
  readonly link: Link;
  readonly sync: SyncDeps;
  say(line: string): void;
}

/** Longer than a link listens and rests in turn. */
const LISTEN_LIMIT_MS = 60_000;
const LOOK_MS = 500;

/**
 * Waits until a kiosk is heard, fetches and acknowledges every closed sheet, and has it open its wire, which it does
 * only while it shows its maintenance screen.
 *
 * @param openDeviceId  a device that was this kiosk before an update was cut: when it is heard, it is open already
 * @returns the device whose interpreter listens from then on, after a restart
 * @throws CompanionError `kiosk-not-near`, `kiosk-not-asked`, `maintain-refused`
 */
export async function askForMaintenance(
  { link, sync, say }: AskDeps,
  kiosk: KnownKiosk,
  openDeviceId?: string,
): Promise<string> {
  const { timer } = sync;
  const sightings = createSightings();
  let isOpenHeard = false;
  let failure: unknown;
  const stop = await link.watchAdverts((advert) => {
    if (readKioskAdvert(advert)) sightings.note(advert, timer.nowMs());
    else isOpenHeard ||= advert.deviceId === openDeviceId;
  });
  try {
    for (
      const startMs = timer.nowMs();
      timer.nowMs() - startMs < LISTEN_LIMIT_MS;
      await timer.wait(LOOK_MS)
    ) {
      if (isOpenHeard && openDeviceId !== undefined) return openDeviceId;
      const [heard] = sightings.devicesOf(kiosk);
      const device = heard && (await link.findDevice(heard.deviceId));
      if (!heard || !device) continue;
      try {
        await openWireOf(device, kiosk.kioskId, sync, say);
        return heard.deviceId;
      } catch (error) {
        if (error instanceof CompanionError) throw error;
        failure = error; // another device may have its name, or the link was bad
        sightings.blame(heard.deviceId);
      }
    }
  } finally {
    stop();
  }
  if (failure === undefined) throw new CompanionError('kiosk-not-near');
  throw new CompanionError('kiosk-not-asked', failure instanceof SyncError ? failure.message : '', failure);
}

async function openWireOf(
  device: LinkDevice,
  kioskId: string,
  sync: SyncDeps,
  say: (line: string) => void,
): Promise<void> {
  say('The kiosk is heard. Fetching its sheets.');
  const { kioskId: found } = await syncKiosk(device, sync);
  if (found !== kioskId) throw new SyncError('kiosk-unheard');
  const conversation = await startConversation(device, sync.timer, ((sync.makeNonce()[0] ?? 0) % 255) + 1);
  try {
    const session = await openSession(conversation, sync);
    await session.tell(tellMaintain());
    say('Its sheets are fetched, and it opens its wire.');
  } catch (error) {
    const isRefused = error instanceof SyncError && error.code === 'kiosk-refused';
    throw isRefused ? new CompanionError('maintain-refused', undefined, error) : error;
  } finally {
    conversation.close();
  }
}
