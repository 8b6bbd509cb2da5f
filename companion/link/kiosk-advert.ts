import { SERVICE_UUID } from '../../shared/wire/protocol';
import { toHex } from './hex';
import type { LinkAdvert } from './port';

/** What the advert of a kiosk says. */
export interface KioskAdvert {
  readonly deviceId: string;
  /** 8 hexadecimal digits. */
  readonly epoch: string;
  /** Number of the newest closed sheet; 0: none yet. */
  readonly sheetNo: number;
}

const ESPRUINO_COMPANY = 0x0590;

/** Reads the advert of a kiosk; undefined when it is something else. */
export function readKioskAdvert(advert: LinkAdvert): KioskAdvert | undefined {
  const data = advert.manufacturerData.get(ESPRUINO_COMPANY);
  if (!advert.uuids.includes(SERVICE_UUID) || data?.byteLength !== 6) return undefined;
  const epoch = toHex(new Uint8Array(data.buffer, data.byteOffset, 4));
  return { deviceId: advert.deviceId, epoch, sheetNo: data.getUint16(4, true) };
}
