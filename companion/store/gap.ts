import type { SheetGap } from '../sync/store-port';
import { storeOfKiosk } from './kiosk';
import type { Db } from './tables';

/** Remembers numbers that a kiosk no longer holds, so that they are not asked for again; saying it twice is harmless. */
export async function recordGap(db: Db, gap: SheetGap): Promise<void> {
  const { kioskId, epoch, fromSheetNo, toSheetNo } = gap;
  const storeId = await storeOfKiosk(db, kioskId);
  await db
    .insertInto('gap')
    .values({ storeId, kioskId, epoch, firstSheetNo: fromSheetNo, lastSheetNo: toSheetNo })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The lowest sheet number of an epoch that is neither here nor known to be gone; 1 for a new epoch. */
export async function nextSheetNeeded(db: Db, kioskId: string, epoch: string): Promise<number> {
  const storeId = await storeOfKiosk(db, kioskId);
  const released = await db
    .selectFrom('sheet')
    .select((e) => e.fn.max('sheetNo').as('sheetNo'))
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .where('epoch', '=', epoch)
    .where('state', '=', 'released')
    .executeTakeFirst();
  const floor = released?.sheetNo ?? 0; // a release skips no number, so everything up to it is settled
  const sheets = await db
    .selectFrom('sheet')
    .select(['sheetNo as firstSheetNo', 'sheetNo as lastSheetNo'])
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .where('epoch', '=', epoch)
    .where('sheetNo', '>', floor)
    .unionAll(
      db
        .selectFrom('gap')
        .select(['firstSheetNo', 'lastSheetNo'])
        .where('storeId', '=', storeId)
        .where('kioskId', '=', kioskId)
        .where('epoch', '=', epoch)
        .where('lastSheetNo', '>', floor),
    )
    .orderBy('firstSheetNo')
    .execute();
  let next = floor + 1;
  for (const { firstSheetNo, lastSheetNo } of sheets) {
    if (firstSheetNo > next) break;
    next = Math.max(next, lastSheetNo + 1);
  }
  return next;
}
