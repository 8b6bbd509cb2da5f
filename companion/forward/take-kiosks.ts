import type { Db } from '../store/tables';
import { VITALS_KEPT_DAYS } from '../store/vitals';
import { addDays, isoDate } from '../store-day';
import type { ForwardMessage } from './message';

const DAY_MS = 86_400_000;

/** Takes what is known of a kiosk; false when it belongs to another store. */
export async function takeKiosk(
  db: Db,
  storeId: string,
  kiosk: ForwardMessage['kiosks'][number],
  nowMs: number,
): Promise<boolean> {
  const { kioskId, name, board, lastError, lastHeardAt, ...sheets } = kiosk;
  const elsewhere = await db
    .selectFrom('kiosk')
    .select('storeId')
    .where('kioskId', '=', kioskId)
    .where('storeId', '<>', storeId)
    .executeTakeFirst();
  if (elsewhere) return false;
  // a sender's clock that is ahead would make a dead kiosk look alive
  const now = new Date(nowMs).toISOString();
  const lastSyncAt = lastHeardAt !== null && lastHeardAt > now ? now : lastHeardAt;
  const said = { name, board, lastError, lastSyncAt, forwarded: JSON.stringify(sheets) };
  await db
    .insertInto('kiosk')
    .values({ storeId, kioskId, ...said, isSimulated: 0 })
    .onConflict((conflict) => conflict.columns(['storeId', 'kioskId']).doUpdateSet(said))
    .execute();
  return true;
}

/** Keeps a kiosk's vitals of a day, unless newer ones are here. */
export async function takeVitals(
  db: Db,
  storeId: string,
  { kioskId, day, readAt, reading }: ForwardMessage['vitals'][number],
): Promise<void> {
  const said = { readAt, reading: JSON.stringify(reading) };
  await db
    .insertInto('vitals')
    .values({ storeId, kioskId, day, ...said })
    .onConflict((conflict) =>
      conflict.columns(['storeId', 'kioskId', 'day']).doUpdateSet(said).where('vitals.readAt', '<', readAt),
    )
    .execute();
}

/** Drops vitals that are too old. */
export async function dropOldVitals(db: Db, storeId: string, nowMs: number): Promise<void> {
  await db
    .deleteFrom('vitals')
    .where('storeId', '=', storeId)
    .where('day', '<', addDays(isoDate(Math.floor(nowMs / DAY_MS)), -VITALS_KEPT_DAYS))
    .execute();
}
