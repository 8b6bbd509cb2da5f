/** Settings for programs that have more room than a kiosk; the layout is in settings.ts. */
import {
  areSettings,
  EMERGENCY_BYTES,
  FLAG_INSTABILITY_URGENT,
  FLAG_MILES,
  FLAG_SIGNPOSTING,
  SETTING_EMERGENCY,
  SETTING_FLAGS,
  SETTING_LANGUAGE,
  SETTING_MINIMUM,
  SETTING_STORE_NAME,
  SETTING_URGENT_LINE,
  SETTINGS_FORMAT,
  STORE_NAME_BYTES,
  URGENT_LINE_BYTES,
} from './settings';
import { bytesOf } from './text';

/** The blank of ISO 8859-1 that no line breaks at: a number to call stays whole on the screen. */
const BLANK_THAT_STAYS = '\xa0';
/** Letters that both numbers to call may have together. */
const NUMBERS_LETTERS = 15;
const LANGUAGES = ['en', 'es', 'fr', 'de'] as const;

/** What a store sets for its kiosks. */
export interface Settings {
  /** At most 20 characters of Latin-1; the kiosk keeps it and shows it nowhere. */
  readonly storeName: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly units: 'km' | 'mi';
  /** `signposting` shows no pattern labels. */
  readonly mode: 'patterns' | 'signposting';
  readonly instabilityUrgent: boolean;
  /** Finished checks on the knee path, and as many shoe verdicts, before a sheet closes: 5 to 255. */
  readonly minimum: number;
  /** At most 12 characters, and never without an emergency number; empty: not set. */
  readonly urgentLine: string;
  /** At most 8 characters, and 15 together with the urgent line; empty: not set. */
  readonly emergencyNumber: string;
}

/** Why settings cannot be sent to a kiosk. */
export type SettingsProblem = 'settings-text' | 'settings-minimum' | 'settings-emergency';

const isTextFor = (text: string, bytes: number): boolean =>
  text.length <= bytes && text === text.trim() && /^[\x20-\x7e\xa0-\xff]*$/.test(text);

/** The 44 bytes for these settings, or why there are none. */
export function packSettings(settings: Settings): { bytes: string } | SettingsProblem {
  const texts: [string, number][] = [
    [settings.urgentLine.split(' ').join(BLANK_THAT_STAYS), URGENT_LINE_BYTES],
    [settings.emergencyNumber.split(' ').join(BLANK_THAT_STAYS), EMERGENCY_BYTES],
    [settings.storeName, STORE_NAME_BYTES],
  ];
  let filled = '';
  for (let i = 0; i < texts.length; i++) {
    const [text, bytes] = texts[i] as [string, number];
    if (!isTextFor(text, bytes)) return 'settings-text';
    filled += `${text}                    `.slice(0, bytes);
  }
  // more do not fit into the line of the urgent screen
  if (settings.urgentLine.length + settings.emergencyNumber.length > NUMBERS_LETTERS) return 'settings-text';
  // who calls a line that does not answer must see the number that does
  if (settings.urgentLine && !settings.emergencyNumber) return 'settings-emergency';
  const { minimum } = settings;
  if (Math.floor(minimum) !== minimum || minimum < 5 || minimum > 255) return 'settings-minimum';
  const flags =
    (settings.units === 'mi' ? FLAG_MILES : 0) |
    (settings.mode === 'signposting' ? FLAG_SIGNPOSTING : 0) |
    (settings.instabilityUrgent ? FLAG_INSTABILITY_URGENT : 0);
  const head = [SETTINGS_FORMAT, LANGUAGES.indexOf(settings.language), flags, minimum];
  return { bytes: head.map((byte) => String.fromCharCode(byte)).join('') + filled };
}

const numberIn = (field: string): string => field.split(BLANK_THAT_STAYS).join(' ').trim();

/** What the 44 bytes say; undefined when a kiosk would refuse them. */
export function readSettingsBytes(bytes: string): Settings | undefined {
  if (!areSettings(bytesOf(bytes))) return undefined;
  const flags = bytes.charCodeAt(SETTING_FLAGS);
  return {
    storeName: bytes.substr(SETTING_STORE_NAME, STORE_NAME_BYTES).trim(),
    language: LANGUAGES[bytes.charCodeAt(SETTING_LANGUAGE)] ?? 'en',
    units: flags & FLAG_MILES ? 'mi' : 'km',
    mode: flags & FLAG_SIGNPOSTING ? 'signposting' : 'patterns',
    instabilityUrgent: (flags & FLAG_INSTABILITY_URGENT) > 0,
    minimum: bytes.charCodeAt(SETTING_MINIMUM),
    urgentLine: numberIn(bytes.substr(SETTING_URGENT_LINE, URGENT_LINE_BYTES)),
    emergencyNumber: numberIn(bytes.substr(SETTING_EMERGENCY, EMERGENCY_BYTES)),
  };
}
