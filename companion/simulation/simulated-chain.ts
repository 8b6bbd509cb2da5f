import { draftSpan, writeSpan } from '../release/draft-release';
import { saveKiosk } from '../store/kiosk';
import { type ForwardedHealth, refreshRow } from '../store/kiosk-health';
import type { OpenStore } from '../store/open-store';
import { saveStore } from '../store/store';
import { addDays, isoDate, nextMonday } from '../store-day';
import { drawVisits } from './drawn-visits';
import { seededRandom } from './random';

const SEED = 20_260_406;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WEEKS = 40;
const SPAN_WEEKS = 3;
const WEEK_DAYS = 7;
const VISITS_LEAST = 125;
const VISITS_SPREAD = 120;
/** Invented; any likeness is chance. */
const STORES: readonly (readonly [name: string, region: string])[] = [
  ['Abbey Gate Running', 'North'],
  ['Beacon Hill Sports', 'North'],
  ['Canal Side Runners', 'North'],
  ['Dockside Running', 'Coast'],
  ['Eastgate Run Shop', 'South'],
  ['Fernhill Running', 'South'],
  ['Gull Point Sports', 'Coast'],
  ['Harbour Mile', 'Coast'],
  ['Ivy Lane Running', 'South'],
  ['Jetty Road Runners', 'Coast'],
  ['Kingfisher Sports', 'North'],
  ['Lower Bridge Running', 'South'],
  ['Marsh End Run Shop', 'Coast'],
  ['Northfield Running', 'North'],
];
/** Hours since a kiosk was last heard, by store; the others were heard lately. */
const SILENT_HOURS: Readonly<Record<number, number>> = { 3: 75, 8: 9, 12: 31 };
const NOT_RECEIVED: Readonly<Record<number, number>> = { 5: 2 };

/**
 * Adds the stores of a made-up chain, as they would have come from companions of their own: nine months of releases
 * with counts that no kiosk counted, drawn shopper by shopper, and a kiosk each.
 */
export async function fillChain(store: OpenStore, nowMs: number): Promise<void> {
  const random = seededRandom(SEED);
  const today = isoDate(Math.floor(nowMs / DAY_MS));
  const firstMonday = nextMonday(addDays(today, -WEEKS * WEEK_DAYS));
  for (const [index, [name, region]] of STORES.entries()) {
    const storeId = name.toLowerCase().replaceAll(' ', '-');
    const entry = { storeId, name, isSimulated: true, region };
    await saveStore(store, entry);
    let spanNo = 0;
    for (let week = index % SPAN_WEEKS; ; week += SPAN_WEEKS) {
      const monday = addDays(firstMonday, (week + SPAN_WEEKS) * WEEK_DAYS);
      if (monday > today) break;
      const span = {
        firstDay: addDays(firstMonday, week * WEEK_DAYS),
        lastDay: addDays(monday, -1),
        kiosks: 1,
        totals: drawVisits(random, VISITS_LEAST + random.draw(VISITS_SPREAD)),
        sheets: [],
      };
      await writeSpan(store.db, draftSpan(entry, ++spanNo, monday, span), monday);
    }
    await addKiosk(store, storeId, index, nowMs);
  }
}

async function addKiosk(store: OpenStore, storeId: string, index: number, nowMs: number): Promise<void> {
  const kioskId = (index + 1).toString(16).padStart(16, 'c');
  await saveKiosk(store, { storeId, kioskId, name: 'At the till', board: 'pixljs', isSimulated: true });
  const told: ForwardedHealth = {
    sheetsWaiting: 0,
    sheetsNotReceived: NOT_RECEIVED[index] ?? 0,
    sheetsQuarantined: 0,
  };
  const heardMs = nowMs - (SILENT_HOURS[index] ?? 0) * HOUR_MS;
  await store.db
    .updateTable('kiosk')
    .set({ lastSyncAt: new Date(heardMs).toISOString(), forwarded: JSON.stringify(told) })
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .execute();
  await refreshRow(store.db, storeId, kioskId);
}
