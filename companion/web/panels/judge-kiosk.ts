import type { KioskHealth, ShownVitals } from '../../store/kiosk-health';
import { ageWords } from '../bands/dates';
import { batteryDaysLeft } from './battery-days';

const HOUR_MS = 3_600_000;
/** Kiosks are asked every few minutes: this long without an answer needs a look, a day and more an alarm. */
const LATE_AFTER_MS = 6 * HOUR_MS;
const ALARM_AFTER_MS = 26 * HOUR_MS;
/** A newest answer from so far ahead was not noted by the clock that is read now. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const BATTERY_LOW_PERCENT = 20;
const BATTERY_LOW_DAYS = 7;

/** How a kiosk is: in one word for the eye, and in sentences of what to do. */
export interface KioskVerdict {
  readonly state: 'well' | 'look' | 'alarm';
  readonly word: string;
  readonly dataAge: string;
  readonly advice: readonly string[];
}

function judgeAge(ageMs: number | null): Pick<KioskVerdict, 'state' | 'word'> {
  if (ageMs === null) return { state: 'alarm', word: 'Never heard' };
  if (ageMs < -CLOCK_TOLERANCE_MS) return { state: 'alarm', word: 'Clock wrong' };
  if (ageMs > ALARM_AFTER_MS) return { state: 'alarm', word: 'Silent' };
  return ageMs > LATE_AFTER_MS ? { state: 'look', word: 'Late' } : { state: 'well', word: 'Well' };
}

/** A kiosk's vitals once it has taken its first sample of the day; until then its battery reads 0, which means nothing. */
export function sampledVitals({ vitals }: KioskHealth): ShownVitals | null {
  return vitals && vitals.freeVariables > 0 ? vitals : null;
}

const sheets = (count: number): string => (count === 1 ? '1 sheet' : `${count} sheets`);

/** Why its data is old, most likely, and what to do. */
function causeOf(kiosk: KioskHealth, ageMs: number | null): string {
  if (ageMs !== null && ageMs < -CLOCK_TOLERANCE_MS)
    return 'Its newest answer seems to come from the future: set this computer’s clock, from which kiosks get their time.';
  return (
    kiosk.lastSyncError ?? 'Check that it is switched on and that the companion is within a few metres of it.'
  );
}

function advise(kiosk: KioskHealth, state: KioskVerdict['state'], ageMs: number | null): string[] {
  const advice: string[] = [];
  if (state === 'alarm' || (state === 'look' && kiosk.lastSyncError !== null))
    advice.push(causeOf(kiosk, ageMs));
  const sampled = sampledVitals(kiosk);
  const daysLeft = batteryDaysLeft(kiosk.batterySamples);
  const isFallingFast = daysLeft !== null && daysLeft.low < BATTERY_LOW_DAYS;
  if (sampled && (isFallingFast || sampled.batteryPercent < BATTERY_LOW_PERCENT)) {
    advice.push('Its battery is low: change it soon.');
  }
  if (kiosk.sheetsNotReceived > 0) {
    advice.push(`${sheets(kiosk.sheetsNotReceived)} not received here: unknown, not zero.`);
  }
  if (kiosk.sheetsQuarantined > 0) {
    advice.push(
      `${sheets(kiosk.sheetsQuarantined)} set aside: not what this kiosk sent before, or not what it can have counted.`,
    );
  }
  return advice;
}

/** Simulated kiosks may live days ahead of the clock. */
function ageOf({ lastHeardAtMs, isSimulated }: KioskHealth, nowMs: number): number | null {
  if (lastHeardAtMs === null) return null;
  return isSimulated ? Math.max(0, nowMs - lastHeardAtMs) : nowMs - lastHeardAtMs;
}

/** Judges a kiosk by the age of its data, with the likely cause; battery and lost sheets only add advice. */
export function judgeKiosk(kiosk: KioskHealth, nowMs: number): KioskVerdict {
  const ageMs = ageOf(kiosk, nowMs);
  const { state, word } = judgeAge(ageMs);
  const advice = advise(kiosk, state, ageMs);
  const dataAge = ageMs === null ? 'no data yet' : ageWords(Math.max(0, ageMs));
  if (state === 'well' && advice.length > 0) return { state: 'look', word: 'Needs a look', dataAge, advice };
  return { state, word, dataAge, advice };
}
