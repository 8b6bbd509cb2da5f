import { KIOSK_ALARM_AFTER_MS, KIOSK_CLOCK_TOLERANCE_MS, KIOSK_LATE_AFTER_MS } from '../../store/kiosk-age';
import type { KioskHealth } from '../../store/kiosk-health';
import { isBatteryLow } from '../../store/needs-look';
import { ageWords } from '../bands/dates';
import { syncErrorWords } from './kiosk-errors';

/** How a kiosk is: in one word for the eye, and in sentences of what to do. */
export interface KioskVerdict {
  readonly state: 'well' | 'look' | 'alarm';
  readonly word: string;
  readonly dataAge: string;
  readonly advice: readonly string[];
}

function judgeAge(ageMs: number | null): Pick<KioskVerdict, 'state' | 'word'> {
  if (ageMs === null) return { state: 'alarm', word: 'Never heard' };
  if (ageMs < -KIOSK_CLOCK_TOLERANCE_MS) return { state: 'alarm', word: 'Clock wrong' };
  if (ageMs > KIOSK_ALARM_AFTER_MS) return { state: 'alarm', word: 'Silent' };
  return ageMs > KIOSK_LATE_AFTER_MS ? { state: 'look', word: 'Late' } : { state: 'well', word: 'Well' };
}

const sheets = (count: number): string => (count === 1 ? '1 sheet' : `${count} sheets`);

/** Why its data is old, most likely, and what to do. */
function causeOf(kiosk: KioskHealth, ageMs: number | null): string {
  if (ageMs !== null && ageMs < -KIOSK_CLOCK_TOLERANCE_MS)
    return 'Its newest answer seems to come from the future: set this computer’s clock, from which kiosks get their time.';
  return (
    syncErrorWords(kiosk) ??
    'Check that it is switched on and that the companion is within a few metres of it.'
  );
}

function advise(kiosk: KioskHealth, state: KioskVerdict['state'], ageMs: number | null): string[] {
  const advice: string[] = [];
  if (state === 'alarm' || (state === 'look' && kiosk.lastSyncError !== null))
    advice.push(causeOf(kiosk, ageMs));
  if (isBatteryLow(kiosk)) {
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
