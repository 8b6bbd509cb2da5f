import { readKioskAdvert } from '../link/kiosk-advert';
import type { LinkAdvert } from '../link/port';

/** A kiosk that this companion looks after. */
export interface KnownKiosk {
  /** 16 hexadecimal digits */
  readonly kioskId: string;
  /** 8 hexadecimal digits, as it said last; null: it has never answered */
  readonly epoch: string | null;
}

/** When and how a device that advertises as a kiosk was heard last. */
export interface Sighting {
  readonly deviceId: string;
  readonly epoch: string;
  readonly sheetNo: number;
  /** the four hexadecimal digits of its name, which are the first of its kiosk id; null: no name was heard */
  readonly digits: string | null;
  /** dBm; null: not known */
  readonly rssi: number | null;
  readonly atMs: number;
}

/** Adverts are not sealed: forged ones must not fill the memory. */
const SIGHTINGS_MAX = 500;
const NAME = /^Counterstep ([0-9a-f]{4})$/;

/** Which device is which kiosk, as far as adverts tell; a sync tells for certain. */
export interface Sightings {
  /** Takes note of an advert; null: it is not a kiosk's. */
  note(advert: LinkAdvert, nowMs: number): Sighting | null;
  /** The kiosk that a device is most likely; null: none of these. */
  kioskOf(sighting: Sighting, kiosks: readonly KnownKiosk[]): string | null;
  /** Devices that may be this kiosk, the likeliest first. */
  devicesOf(kiosk: KnownKiosk): Sighting[];
  /** A sync has shown which kiosk the device is. */
  learn(deviceId: string, kioskId: string): void;
  /** A sync has failed: another device that may be the same kiosk gets its turn. */
  blame(deviceId: string): void;
}

/** Nothing heard yet. */
export function createSightings(): Sightings {
  const seen = new Map<string, Sighting>();
  const learned = new Map<string, string>();
  const blamed = new Set<string>();

  const isKiosk = ({ deviceId, epoch, digits }: Sighting, kiosk: KnownKiosk): boolean => {
    const kioskId = learned.get(deviceId);
    if (kioskId !== undefined) return kioskId === kiosk.kioskId;
    return epoch === kiosk.epoch || (digits !== null && digits === nameDigits(kiosk.kioskId));
  };
  const isLearned = ({ deviceId }: Sighting): boolean => learned.has(deviceId);

  return {
    note(advert, nowMs) {
      const kiosk = readKioskAdvert(advert);
      if (!kiosk) return null;
      const sighting: Sighting = {
        ...kiosk,
        digits: NAME.exec(advert.name ?? '')?.[1] ?? seen.get(kiosk.deviceId)?.digits ?? null,
        rssi: advert.rssi ?? null,
        atMs: nowMs,
      };
      seen.delete(kiosk.deviceId);
      seen.set(kiosk.deviceId, sighting);
      if (seen.size > SIGHTINGS_MAX) forgetOldest(seen, learned);
      return sighting;
    },
    kioskOf: (sighting, kiosks) => kiosks.find((kiosk) => isKiosk(sighting, kiosk))?.kioskId ?? null,
    devicesOf: (kiosk) =>
      [...seen.values()]
        .filter((sighting) => isKiosk(sighting, kiosk))
        .sort(
          (a, b) =>
            Number(isLearned(b)) - Number(isLearned(a)) ||
            Number(blamed.has(a.deviceId)) - Number(blamed.has(b.deviceId)) ||
            b.atMs - a.atMs,
        ),
    learn(deviceId, kioskId) {
      learned.set(deviceId, kioskId);
      blamed.delete(deviceId);
    },
    blame(deviceId) {
      blamed.add(deviceId);
      if (blamed.size > SIGHTINGS_MAX) blamed.clear();
    },
  };
}

function forgetOldest(seen: Map<string, Sighting>, learned: ReadonlyMap<string, string>): void {
  const oldest = [...seen.keys()].find((deviceId) => !learned.has(deviceId));
  if (oldest !== undefined) seen.delete(oldest);
}

/** The name shows the id's first number of two bytes, which stands low byte first. */
const nameDigits = (kioskId: string): string => kioskId.slice(2, 4) + kioskId.slice(0, 2);
