import { SERVICE_UUID } from '../../shared/wire/protocol';
import { tellAck } from '../../shared/wire/requests';
import type { Vitals } from '../../shared/wire/vitals';
import { CompanionError } from '../errors';
import type { Link, LinkAdvert, LinkDevice } from '../link/port';
import { startConversation } from '../sync/conversation';
import { openSession, type SessionDeps } from '../sync/session';

/** A device starts within seconds; this leaves room for a scan that rests in between. */
const APPEAR_MS = 60_000;
/** A radio remembers what a device offered earlier: a kiosk that is still restarting may seem to be there already. */
const TRIES = 10;
const AGAIN_MS = 2_000;

/**
 * Waits until a device that was flashed offers the kiosk's service, and reads its vitals, which only the key's holder
 * can seal. Nothing on the kiosk changes.
 *
 * @throws CompanionError `flash-unheard`
 */
export async function checkKiosk(
  link: Link,
  deviceId: string,
  kioskId: string,
  deps: SessionDeps,
): Promise<Vitals> {
  const device = await waitForService(link, deviceId, deps);
  let reason: unknown;
  for (let attempt = 0; device && attempt < TRIES; attempt++) {
    try {
      return await readVitals(device, kioskId, deps);
    } catch (error) {
      reason = error;
      await deps.timer.wait(AGAIN_MS);
    }
  }
  throw new CompanionError('flash-unheard', reason instanceof Error ? reason.message : '', reason);
}

/** The device once its advert has the service; undefined when that takes too long. */
async function waitForService(
  link: Link,
  deviceId: string,
  { timer }: SessionDeps,
): Promise<LinkDevice | undefined> {
  const stops: (() => void)[] = [];
  const isHeard = await new Promise<boolean>((resolve, reject) => {
    stops.push(timer.start(APPEAR_MS, () => resolve(false)));
    const onAdvert = (advert: LinkAdvert): void => {
      if (advert.deviceId === deviceId && advert.uuids.includes(SERVICE_UUID)) resolve(true);
    };
    link.watchAdverts(onAdvert).then((stop) => stops.push(stop), reject);
  });
  for (const stop of stops) stop();
  return isHeard ? link.findDevice(deviceId) : undefined;
}

async function readVitals(device: LinkDevice, kioskId: string, deps: SessionDeps): Promise<Vitals> {
  const firstId = ((deps.makeNonce()[0] ?? 0) % 255) + 1;
  const conversation = await startConversation(device, deps.timer, firstId);
  try {
    const session = await openSession(conversation, deps);
    if (session.kioskId !== kioskId) throw new Error(`It says that it is the kiosk ${session.kioskId}.`);
    await session.tell(tellAck(session.hello.epoch, 0)); // a kiosk tells its vitals after a valid command only
    return await session.vitals();
  } finally {
    conversation.close();
  }
}
