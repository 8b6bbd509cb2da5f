import type { Clock } from '../../companion/clock';
import type { SheetArrival } from '../../companion/sync/store-port';
import { TALLY_COUNT } from '../../shared/tallies';

export const STORE_ID = 'store-1';
export const KIOSK_A = 'a000000000000001';
export const KIOSK_B = 'b000000000000002';
export const EPOCH = '0badcafe';

/** A clock that stands still until it is set; store time is UTC. */
export function createFakeClock(day = '2026-03-02', time = '12:00:00'): Clock & { set(day: string): void } {
  let atMs = Date.parse(`${day}T${time}Z`);
  return {
    nowMs: () => atMs,
    minutesFromUtc: () => 0,
    set(nextDay) {
      atMs = Date.parse(`${nextDay}T${time}Z`);
    },
  };
}

/** A sheet with so many finished knee checks, and whatever else is said. */
export function makeSheet(
  sheet: Partial<SheetArrival> & { readonly sheetNo: number; readonly kneeChecks?: number },
): SheetArrival {
  const { kneeChecks = 10, ...rest } = sheet;
  const counts = new Array<number>(TALLY_COUNT).fill(0);
  counts[0] = kneeChecks;
  const hash = `${sheet.sheetNo} ${kneeChecks}`;
  return { kioskId: KIOSK_A, epoch: EPOCH, hash, counts, closedDay: null, ...rest };
}
