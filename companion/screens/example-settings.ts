import type { Language } from '../../shared/check/codes';
import type { Settings } from '../../shared/wire/settings-contents';

/** Numbers that are called in places where the language is spoken. */
const NUMBERS: Readonly<Record<Language, Pick<Settings, 'urgentLine' | 'emergencyNumber'>>> = {
  en: { urgentLine: '111', emergencyNumber: '999' },
  es: { urgentLine: '061', emergencyNumber: '112' },
  fr: { urgentLine: '116 117', emergencyNumber: '15' },
  de: { urgentLine: '116 117', emergencyNumber: '112' },
};

/** How a store might set its kiosk: for pictures of its screens, never for a kiosk in use. */
export const exampleSettings = (language: Language): Settings => ({
  storeName: 'Mill Lane',
  language,
  units: 'km',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: 10,
  ...NUMBERS[language],
});
