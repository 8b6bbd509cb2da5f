import { drawVisits } from '../../companion/simulation/drawn-visits';
import type { SeededRandom } from '../../companion/simulation/random';
import type { SheetArrival } from '../../companion/sync/store-port';
import { EPOCH, KIOSK_A } from '../unit/store-sheets';

const DAY_MS = 86_400_000;

/** One sheet for each store day, each with so many made-up visitors; it arrives on the day after it closed. */
export function drawDays(
  random: SeededRandom,
  firstDay: string,
  days: number,
  visitsPerDay: number,
  kioskId = KIOSK_A,
): (SheetArrival & { readonly arrivedDay: string })[] {
  const first = Date.parse(firstDay) / DAY_MS;
  return Array.from({ length: days }, (_, day) => ({
    kioskId,
    epoch: EPOCH,
    sheetNo: day + 1,
    hash: String(day),
    counts: drawVisits(random, visitsPerDay),
    closedDay: first + day,
    arrivedDay: new Date((first + day + 1) * DAY_MS).toISOString().slice(0, 10),
  }));
}
