import { CompanionError } from '../errors';
import type { Link } from '../link/port';
import { checkKiosk } from './check-kiosk';
import { chooseDevice, describeDevice, listNearDevices } from './find-device';
import { type FlashContents, type FlashDeps, flashKiosk } from './flash-kiosk';
import type { DeviceWish } from './judge-device';
import type { NewKiosk } from './register-kiosk';
import { uartWire } from './uart-wire';

const UNSEALED =
  'Its key crosses the air once, unencrypted, and until all is written it takes commands from anybody in reach: do this ' +
  'where nobody else is, at home or in a back room. With --image and a cable neither happens.';

/** What flashing over the air needs. */
export interface AirDeps extends FlashDeps {
  readonly link: Link;
  /** 8 unpredictable bytes. */
  makeNonce(): Uint8Array;
}

/**
 * Finds a device in reach, makes a kiosk of it, and reads it as a kiosk over the radio.
 *
 * @param wanted  its name or address; undefined: the only one that is near
 * @throws CompanionError what `chooseDevice`, `flashKiosk` and `checkKiosk` throw
 */
export async function flashOverTheAir(
  wanted: string | undefined,
  contents: FlashContents,
  wish: DeviceWish,
  deps: AirDeps,
): Promise<NewKiosk> {
  const { link, timer, say, keyring } = deps;
  const { board } = contents;
  say('Listening for devices.');
  const chosen = chooseDevice(await listNearDevices(link, timer), board, wanted);
  say(`Found ${describeDevice(chosen)}.`);
  say(UNSEALED);
  const wire = async () => {
    const device = await link.findDevice(chosen.deviceId);
    if (!device) throw new CompanionError('flash-device');
    return uartWire(device, timer);
  };
  const kiosk = await flashKiosk({ board, wire }, contents, wish, deps);
  say('Every file is there and verified. The device starts as a kiosk, which locks it.');
  const session = { timer, makeNonce: deps.makeNonce, findKey: keyring.find };
  await checkKiosk(link, chosen.deviceId, kiosk.entry.kioskId, session);
  say('It answers over the radio as a kiosk, and its vitals are sealed with the new key.');
  return kiosk;
}
