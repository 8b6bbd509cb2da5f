const HOUR_MS = 3_600_000;

/** Kiosks are asked every few minutes: this long without an answer needs a look, a day and more an alarm. */
export const KIOSK_LATE_AFTER_MS = 6 * HOUR_MS;
export const KIOSK_ALARM_AFTER_MS = 26 * HOUR_MS;
/** A newest answer from so far ahead was not noted by the clock that is read now. */
export const KIOSK_CLOCK_TOLERANCE_MS = 5 * 60_000;
