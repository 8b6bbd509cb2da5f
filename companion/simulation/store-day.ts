import type { SeededRandom } from './random';
import { letShopperCome, type SimulatedKiosk } from './simulated-kiosk';

const MINUTE_MS = 60_000;
const PLUGGED_IN_MINUTE = 8 * 60 + 45;
const OPENS_MINUTE = 9 * 60;
const CLOSES_MINUTE = 19 * 60;
const UNPLUGGED_MINUTE = 19 * 60 + 30;
/** Made-up: how busy each weekday is, Sunday first, in shoppers at one kiosk. */
const SHOPPERS_BY_WEEKDAY = [0, 11, 10, 11, 12, 15, 24];

/**
 * One day of a simulated store at one kiosk: plugged in, synced, used, unplugged for the night.
 *
 * @param midnightMs  Unix ms of the day's local midnight
 * @param weekday  0 Sunday to 6 Saturday
 * @param untilMs  the day is lived only up to this moment, and the kiosk then stays on
 * @param sync  fetches what the kiosk has; called after plugging in, when the kiosk has no clock yet
 */
export async function liveStoreDay(
  kiosk: SimulatedKiosk,
  random: SeededRandom,
  midnightMs: number,
  weekday: number,
  untilMs: number,
  sync: () => Promise<void>,
): Promise<void> {
  const at = (minute: number): number => midnightMs + minute * MINUTE_MS;
  if (at(PLUGGED_IN_MINUTE) > untilMs) return;
  kiosk.advanceTo(at(PLUGGED_IN_MINUTE));
  if (kiosk.board.state === 'off') kiosk.board.powerOn();
  kiosk.advanceTo(at(PLUGGED_IN_MINUTE + 1));
  await sync();
  for (const minute of visitMinutes(random, weekday)) {
    if (at(minute + 5) > untilMs) break;
    kiosk.advanceTo(at(minute));
    letShopperCome(kiosk, random);
  }
  if (at(UNPLUGGED_MINUTE) > untilMs) return;
  kiosk.advanceTo(at(UNPLUGGED_MINUTE));
  kiosk.board.powerOff();
}

function visitMinutes(random: SeededRandom, weekday: number): number[] {
  const usual = SHOPPERS_BY_WEEKDAY[weekday] ?? 0;
  const count = usual === 0 ? 0 : usual - 2 + random.draw(5);
  return Array.from({ length: count }, () => OPENS_MINUTE + random.draw(CLOSES_MINUTE - OPENS_MINUTE)).sort(
    (a, b) => a - b,
  );
}
