import {
  DEFAULT_SETTINGS,
  EMERGENCY_BYTES,
  FLAG_MILES,
  SETTING_EMERGENCY,
  SETTING_FLAGS,
  SETTING_LANGUAGE,
  SETTING_MINIMUM,
  SETTING_URGENT_LINE,
  URGENT_LINE_BYTES,
} from '../shared/wire/settings';
import { join } from './device/radio';
import { hasLanguage, useLanguage } from './device/texts';
import { readSettings } from './ledger/ledger';

const CODES = 'enesfrde';
const CODE_LENGTH = 2;
const LANGUAGES = 4;

/** The store's settings as they are kept (shared/wire/settings.ts). */
let settings = DEFAULT_SETTINGS;
/** The language on the screen: 0 to 3, en, es, fr, de. */
export let language = 0;

function codeOf(index: number): string {
  return CODES.substr(index * CODE_LENGTH, CODE_LENGTH);
}

/** The next language that was flashed after the one on the screen; the same when there is only one. */
export function nextLanguage(): number {
  let next = language;
  do next = (next + 1) % LANGUAGES;
  while (next !== language && !hasLanguage(codeOf(next)));
  return next;
}

/** Puts a language on the screen; false when it was not flashed. */
export function speak(index: number): boolean {
  const isThere = useLanguage(codeOf(index));
  if (isThere) language = index;
  return isThere;
}

/** Takes the store's settings from the ledger; between two runs only. False when no language is there to speak. */
export function applySettings(): boolean {
  const kept = readSettings();
  settings = kept.length ? join([kept]) : DEFAULT_SETTINGS;
  return speak(settings.charCodeAt(SETTING_LANGUAGE)) || speak(language) || speak(nextLanguage());
}

/** Finished checks that a sheet must hold before it closes. */
export function minimumChecks(): number {
  return settings.charCodeAt(SETTING_MINIMUM);
}

/** Whether distances are in kilometres. */
export function isMetric(): boolean {
  return !(settings.charCodeAt(SETTING_FLAGS) & FLAG_MILES);
}

/** RULE_* bits of firmware/flow/run: the flags above the one for miles, in the same order. */
export function ruleBits(): number {
  return settings.charCodeAt(SETTING_FLAGS) >> 1;
}

/** The store's urgent line and emergency number, as digits with a slash between; empty when none is set. */
export function urgentNumbers(): string {
  const line = settings.substr(SETTING_URGENT_LINE, URGENT_LINE_BYTES).trim();
  const emergency = settings.substr(SETTING_EMERGENCY, EMERGENCY_BYTES).trim();
  return line + (line && emergency ? ' / ' : '') + emergency;
}
