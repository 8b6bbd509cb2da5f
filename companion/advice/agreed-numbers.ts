import type { Settings } from '../../shared/wire/settings-contents';
import type { AdviceSite } from './advice-site';

/** The numbers that all kiosks show that were given any; null where they differ, or where nobody set one. */
export function agreedNumbers(
  settings: readonly Pick<Settings, 'emergencyNumber' | 'urgentLine'>[],
): Pick<AdviceSite, 'emergencyNumber' | 'urgentLine'> {
  return {
    emergencyNumber: onlyOne(settings.map(({ emergencyNumber }) => emergencyNumber)),
    urgentLine: onlyOne(settings.map(({ urgentLine }) => urgentLine)),
  };
}

function onlyOne(numbers: readonly string[]): string | null {
  const [number = null, ...others] = new Set(numbers.filter((set) => set !== ''));
  return others.length === 0 ? number : null;
}
