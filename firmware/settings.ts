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
import { setContrast } from './device/pixljs';
import { hasCodes } from './device/qr';
import { join } from './device/radio';
import { languageFile, useLanguage } from './device/texts';
import { RULE_CODES, RULE_LARGE } from './flow/run';
import { readSettings } from './ledger/ledger';
import { state } from './ledger/live';
import { FIELD_STAFF } from './ledger/records';

const CODES = 'enesfrde';
const CODE_LENGTH = 2;
const LANGUAGES = 4;

/** What staff choose at the kiosk, by its place behind FIELD_STAFF of the ledger (2 is maintenance, nothing to keep); 0: nothing chosen. */
export const CHOICE_SIZE = 0; // 1: large
export const CHOICE_LANGUAGE = 1; // 1 + language
export const CHOICE_CONTRAST = 3; // 1 to 7, darker and then from the lightest level on
/** Levels of contrast less one. */
const LEVELS = 7;
const CONTRAST_LEAST = 19;
const CONTRAST_STEP = 4;
const CONTRAST_MIDDLE = 4;

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
  while (next !== language && !languageFile(codeOf(next)));
  return next;
}

/** Puts a language on the screen; false when it was not flashed. */
export function speak(index: number): boolean {
  const isThere = useLanguage(codeOf(index));
  if (isThere) language = index;
  return isThere;
}

/** Takes what store and staff chose from the ledger; between two runs only. False when no language is there to speak. */
export function applySettings(): boolean {
  const kept = readSettings();
  settings = kept.length ? join([kept]) : DEFAULT_SETTINGS;
  setContrast(CONTRAST_LEAST + CONTRAST_STEP * ((chosen(CHOICE_CONTRAST) + CONTRAST_MIDDLE) & LEVELS));
  return (
    speak(chosen(CHOICE_LANGUAGE) ? chosen(CHOICE_LANGUAGE) - 1 : settings.charCodeAt(SETTING_LANGUAGE)) ||
    speak(language) ||
    speak(nextLanguage())
  );
}

/** What staff chose last, CHOICE_*. */
export function chosen(choice: number): number {
  return state[FIELD_STAFF + choice] as number;
}

/** Finished checks that a sheet must hold before it closes. */
export function minimumChecks(): number {
  return settings.charCodeAt(SETTING_MINIMUM);
}

/** Whether distances are in kilometres. */
export function isMetric(): boolean {
  return !(settings.charCodeAt(SETTING_FLAGS) & FLAG_MILES);
}

/** RULE_* bits of firmware/flow/run: the flags above the one for miles, in the same order, what staff chose, and whether there are QR codes. */
export function ruleBits(): number {
  return (
    (settings.charCodeAt(SETTING_FLAGS) >> 1) |
    (chosen(CHOICE_SIZE) && RULE_LARGE) |
    (hasCodes() ? RULE_CODES : 0)
  );
}

/** The store's urgent line and emergency number, with a slash between; empty when no emergency number is set. */
export function urgentNumbers(): string {
  const line = settings.substr(SETTING_URGENT_LINE, URGENT_LINE_BYTES).trim();
  const emergency = settings.substr(SETTING_EMERGENCY, EMERGENCY_BYTES).trim();
  return emergency && (line && line + ' / ') + emergency;
}
