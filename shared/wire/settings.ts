/**
 * A store's settings as they travel and as the ledger keeps them: 44 bytes whose fields stand at fixed places. Texts
 * are Latin-1, filled up with spaces; all spaces means not set. Inside a number to call a blank is 0xA0, at which no line
 * breaks.
 */

export const SETTINGS_BYTES = 44;
export const SETTINGS_FORMAT = 1;

/** Where each field starts; the format version is byte 0. */
export const SETTING_LANGUAGE = 1; // 0 to 3: en, es, fr, de
export const SETTING_FLAGS = 2;
export const SETTING_MINIMUM = 3; // finished checks a sheet must hold, 5 to 255
export const SETTING_URGENT_LINE = 4;
export const SETTING_EMERGENCY = 16;
export const SETTING_STORE_NAME = 24;

/** Bytes of the texts. */
export const URGENT_LINE_BYTES = 12;
export const EMERGENCY_BYTES = 8;
export const STORE_NAME_BYTES = 20;

/** Bits of the flags. */
export const FLAG_MILES = 1;
export const FLAG_SIGNPOSTING = 2;
export const FLAG_INSTABILITY_URGENT = 4;

/** English, kilometres, patterns shown, sheets of at least 10 checks, no numbers and no name. */
export const DEFAULT_SETTINGS = '\x01\x00\x00\x0a                                        ';

/** Whether a kiosk may take these bytes as its settings. */
export function areSettings(bytes: ArrayLike<number>): boolean {
  return (
    bytes.length === SETTINGS_BYTES &&
    bytes[0] === SETTINGS_FORMAT &&
    (bytes[SETTING_LANGUAGE] as number) < 4 &&
    (bytes[SETTING_MINIMUM] as number) > 4
  );
}
