import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../companion/clock';
import { saveKiosk } from '../../companion/store/kiosk';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import type { SheetArrival } from '../../companion/sync/store-port';
import { TALLY_COUNT } from '../../shared/tallies';

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

/** A folder that is gone when the test ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const STORE_ID = 'store-1';
export const KIOSK_A = 'a000000000000001';
export const KIOSK_B = 'b000000000000002';
export const EPOCH = '0badcafe';

/** An open database with one store and two kiosks, simulated. */
export async function openTestStore(clock: Clock, folder = makeTemporaryFolder()): Promise<OpenStore> {
  const store = await openStore(folder, 'simulated', clock);
  onTestFinished(() => store.close());
  await saveStore(store, { storeId: STORE_ID, name: 'Stride & Co', isSimulated: true, region: null });
  for (const kioskId of [KIOSK_A, KIOSK_B]) {
    await saveKiosk(store, { storeId: STORE_ID, kioskId, name: kioskId, board: 'pixljs', isSimulated: true });
  }
  return store;
}

/** A sheet with so many finished knee checks, and whatever else is said. */
export function makeSheet(
  sheet: Partial<SheetArrival> & { readonly sheetNo: number; readonly kneeChecks?: number },
): SheetArrival {
  const { kneeChecks = 10, ...rest } = sheet;
  const counts = new Array<number>(TALLY_COUNT).fill(0);
  counts[0] = kneeChecks;
  const packed = Uint8Array.of(sheet.sheetNo & 255, sheet.sheetNo >> 8, kneeChecks);
  return { kioskId: KIOSK_A, epoch: EPOCH, packed, counts, closedDay: null, ...rest };
}
