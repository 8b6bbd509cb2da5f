import { SERVICE_UUID } from '../../shared/wire/protocol';
import { CompanionError } from '../errors';
import type { Link } from '../link/port';
import type { SyncTimer } from '../sync/timer';
import type { FlashBoard } from './boards';
import { UART_UUID } from './uart-wire';

/** Espruino advertises about three times a second; names come in the second half of a scan. */
const LISTEN_MS = 6_000;

/** A device in reach that could be an Espruino. */
export interface NearDevice {
  readonly deviceId: string;
  readonly name: string | undefined;
  /** signal strength in dBm */
  readonly rssi: number | undefined;
  /** it offers a kiosk's service, so nobody can type commands into it */
  readonly isKiosk: boolean;
}

/** Listens for a while: every device with Espruino's UART or name, and every kiosk, the strongest first. */
export async function listNearDevices(link: Link, timer: SyncTimer): Promise<NearDevice[]> {
  const near = new Map<string, NearDevice>();
  const stop = await link.watchAdverts(({ deviceId, name: heard, rssi, uuids }) => {
    const known = near.get(deviceId);
    const name = heard ?? known?.name;
    const isKiosk = uuids.includes(SERVICE_UUID);
    const isEspruino = uuids.includes(UART_UUID) || /^(Pixl|Bangle)\.js/.test(name ?? '');
    if (isKiosk || isEspruino || known) near.set(deviceId, { deviceId, name, rssi, isKiosk });
  });
  await timer.wait(LISTEN_MS);
  stop();
  return [...near.values()].sort((one, other) => (other.rssi ?? -128) - (one.rssi ?? -128));
}

/**
 * The device that is meant.
 *
 * @param wanted  its name or address; undefined: the only one of this board that is not a kiosk yet
 * @throws CompanionError `flash-none-near`, `flash-several-near`, `flash-is-kiosk`
 */
export function chooseDevice(
  near: readonly NearDevice[],
  board: FlashBoard,
  wanted: string | undefined,
): NearDevice {
  const fits =
    wanted === undefined
      ? near.filter(({ name, isKiosk }) => !isKiosk && name?.startsWith(board.radioName))
      : near.filter(({ deviceId, name }) => name === wanted || deviceId === bare(wanted));
  const [found, ...more] = fits;
  const heard = `Heard: ${near.map(describeDevice).join('; ') || 'nothing that is an Espruino'}.`;
  if (!found) throw new CompanionError('flash-none-near', heard);
  if (more.length > 0) throw new CompanionError('flash-several-near', fits.map(describeDevice).join('; '));
  if (found.isKiosk) throw new CompanionError('flash-is-kiosk', describeDevice(found));
  return found;
}

/** Its name, address and signal in words; a name comes from the air, so it must not steer a terminal. */
export function describeDevice({ deviceId, name, rssi, isKiosk }: NearDevice): string {
  const facts = [addressOf(deviceId), ...(rssi === undefined ? [] : [`${rssi} dBm`])];
  return `${name?.replace(/\p{C}/gu, '?') ?? 'no name'} (${facts.join(', ')}${isKiosk ? ', a kiosk already' : ''})`;
}

const bare = (address: string): string => address.replaceAll(':', '').toLowerCase();

/** Linux and Windows know addresses, macOS gives devices names of its own. */
const addressOf = (deviceId: string): string =>
  /^[0-9a-f]{12}$/.test(deviceId) ? (deviceId.match(/../g) ?? []).join(':') : deviceId;
