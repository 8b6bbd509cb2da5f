import { batteryDaysLeft } from './battery-days';
import type { KioskHealth, ShownVitals } from './kiosk-health';

const BATTERY_LOW_PERCENT = 20;
const BATTERY_LOW_DAYS = 7;

/** A kiosk's vitals once it has taken its first sample of the day; until then its battery reads 0, which means nothing. */
export function sampledVitals({ vitals }: Pick<KioskHealth, 'vitals'>): ShownVitals | null {
  return vitals && vitals.freeVariables > 0 ? vitals : null;
}

/** Whether a battery is low, or falls so fast that it soon will be. */
export function isBatteryLow(kiosk: Pick<KioskHealth, 'vitals' | 'batterySamples'>): boolean {
  const sampled = sampledVitals(kiosk);
  if (!sampled) return false;
  const daysLeft = batteryDaysLeft(kiosk.batterySamples);
  const isFallingFast = daysLeft !== null && daysLeft.low < BATTERY_LOW_DAYS;
  return isFallingFast || sampled.batteryPercent < BATTERY_LOW_PERCENT;
}

/** Whether something about a kiosk needs attention, however fresh its data is. */
export function needsLook(
  kiosk: Pick<KioskHealth, 'vitals' | 'batterySamples' | 'sheetsNotReceived' | 'sheetsQuarantined'>,
): boolean {
  return isBatteryLow(kiosk) || kiosk.sheetsNotReceived > 0 || kiosk.sheetsQuarantined > 0;
}
