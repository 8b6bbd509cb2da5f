import { DEFAULT_SETTINGS } from '../../../shared/wire/settings';
import { packSettings, type Settings } from '../../../shared/wire/settings-contents';
import { hex32 } from '../../../shared/wire/vitals';
import type { KioskHealth } from '../../store/kiosk-health';
import { crc32Of } from '../../sync/hash';

const MINIMUM_USUAL = 10;

/** The settings of a new kiosk. */
export const newKiosk: Settings = {
  storeName: '',
  language: 'en',
  units: 'km',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: MINIMUM_USUAL,
  urgentLine: '',
  emergencyNumber: '',
};

/** What a form starts with when a kiosk was never given settings: a new kiosk's, with the store's name if it fits. */
export function usualSettings(storeName: string): Settings {
  const named = { ...newKiosk, storeName };
  return typeof packSettings(named) === 'string' ? newKiosk : named;
}

/** Whether a kiosk has taken its settings, in a sentence. */
export function settingsState({ vitals }: KioskHealth, wanted: Settings | undefined): string {
  if (!vitals) return 'The kiosk has not been heard yet; it gets them with its first sync.';
  if (!wanted)
    return vitals.settings === hex32(crc32Of(DEFAULT_SETTINGS))
      ? 'It runs with the settings of a new kiosk.'
      : 'It runs with settings that were not made here.';
  const packed = packSettings(wanted);
  const isInForce = typeof packed !== 'string' && hex32(crc32Of(packed.bytes)) === vitals.settings;
  return isInForce ? 'In force on the kiosk.' : 'Waiting for the next sync.';
}
