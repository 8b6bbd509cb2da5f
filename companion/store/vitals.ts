import { addDays } from '../store-day';
import type { VitalsArrival } from '../sync/store-port';
import { storeOfKiosk } from './kiosk';
import { refreshRow } from './kiosk-health';
import type { Db } from './tables';

/** How long a day's vitals are kept. */
export const VITALS_KEPT_DAYS = 400;

/** Keeps the newest vitals of a kiosk's day, drops those older than 400 days, and notes that the kiosk answered. */
export async function recordVitals(db: Db, arrival: VitalsArrival, day: string): Promise<void> {
  const { kioskId, epoch } = arrival;
  const storeId = await storeOfKiosk(db, kioskId);
  const readAt = new Date(arrival.receivedAtMs).toISOString();
  const reading = JSON.stringify(arrival.vitals);
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('vitals')
      .values({ storeId, kioskId, day, readAt, reading })
      .onConflict((conflict) =>
        conflict.columns(['storeId', 'kioskId', 'day']).doUpdateSet({ readAt, reading }),
      )
      .execute();
    await transaction
      .deleteFrom('vitals')
      .where('storeId', '=', storeId)
      .where('kioskId', '=', kioskId)
      .where('day', '<', addDays(day, -VITALS_KEPT_DAYS))
      .execute();
    await transaction
      .updateTable('kiosk')
      .set({ lastSyncAt: readAt, epoch })
      .where('storeId', '=', storeId)
      .where('kioskId', '=', kioskId)
      .execute();
    await refreshRow(transaction, storeId, kioskId);
  });
}
