import { earliestDay, isoDate } from '../store-day';
import type { SheetArrival, SheetOutcome } from '../sync/store-port';
import { storeOfKiosk } from './kiosk';
import type { Db } from './tables';

/**
 * Takes a sheet once: its second arrival is known by its hash, one with other contents goes into quarantine.
 *
 * A sheet without a day, or with one that has not come yet, is dated to today. A sheet whose number was given up
 * before it came is acknowledged like any other, and counted nowhere.
 *
 * @param today ISO date; a clock that was set back makes no sheet arrive before the one with the number below
 */
export async function takeSheet(db: Db, sheet: SheetArrival, today: string): Promise<SheetOutcome> {
  const { kioskId, epoch, sheetNo, hash } = sheet;
  const storeId = await storeOfKiosk(db, kioskId);
  return db.transaction().execute(async (transaction) => {
    const key = { storeId, kioskId, epoch, sheetNo };
    const isLate = await isGivenUp(transaction, key);
    // written first and then compared: two companions may bring the same sheet at once
    const { numInsertedOrUpdatedRows: written } = await transaction
      .insertInto('sheet')
      .values({
        ...key,
        state: isLate ? 'late' : 'waiting',
        hash,
        counts: isLate ? null : JSON.stringify(sheet.counts),
        closedDay: closedDayOf(sheet, today),
        arrivedDay: await arrivedDayOf(transaction, key, today),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written) return 'taken';
    const known = await transaction
      .selectFrom('sheet')
      .select('hash')
      .where('storeId', '=', storeId)
      .where('kioskId', '=', kioskId)
      .where('epoch', '=', epoch)
      .where('sheetNo', '=', sheetNo)
      .executeTakeFirst();
    if (known?.hash === hash) return 'known';
    if (known?.hash === null) {
      await rememberHash(transaction, key, hash);
      return 'known';
    }
    await transaction
      .insertInto('quarantine')
      .values({ ...key, hash, arrivedDay: today })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return 'conflict';
  });
}

/**
 * Sets a sheet aside that no kiosk can have counted. Its number is settled, so that it holds no later sheet back; it
 * counts nowhere, and neither does what comes under this number later.
 */
export async function quarantineSheet(db: Db, sheet: SheetArrival, arrivedDay: string): Promise<void> {
  const { kioskId, epoch, sheetNo, hash } = sheet;
  const storeId = await storeOfKiosk(db, kioskId);
  const key = { storeId, kioskId, epoch, sheetNo };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('quarantine')
      .values({ ...key, hash, arrivedDay })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('sheet')
      .values({ ...key, state: 'late', hash, closedDay: closedDayOf(sheet, arrivedDay), arrivedDay })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return;
    await transaction
      .insertInto('gap')
      .values({
        storeId,
        kioskId,
        epoch,
        firstSheetNo: sheetNo,
        lastSheetNo: sheetNo,
        givenUpDay: arrivedDay,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Of a sheet whose hash an update removed, the next arrival is believed. */
async function rememberHash(db: Db, key: SheetKey, hash: string): Promise<void> {
  await db
    .updateTable('sheet')
    .set({ hash })
    .where('storeId', '=', key.storeId)
    .where('kioskId', '=', key.kioskId)
    .where('epoch', '=', key.epoch)
    .where('sheetNo', '=', key.sheetNo)
    .execute();
}

interface SheetKey {
  readonly storeId: string;
  readonly kioskId: string;
  readonly epoch: string;
  readonly sheetNo: number;
}

async function isGivenUp(db: Db, key: SheetKey): Promise<boolean> {
  const gap = await db
    .selectFrom('gap')
    .select('firstSheetNo')
    .where('storeId', '=', key.storeId)
    .where('kioskId', '=', key.kioskId)
    .where('epoch', '=', key.epoch)
    .where('firstSheetNo', '<=', key.sheetNo)
    .where('lastSheetNo', '>=', key.sheetNo)
    .where('givenUpDay', 'is not', null)
    .executeTakeFirst();
  return gap !== undefined;
}

function closedDayOf(sheet: SheetArrival, today: string): string {
  if (sheet.closedDay === null) return today;
  return earliestDay([isoDate(sheet.closedDay), today]);
}

/** A ledger is read in the order of its numbers; else the one below would seem to be missing, and be given up. */
async function arrivedDayOf(db: Db, { storeId, kioskId, epoch, sheetNo }: SheetKey, today: string) {
  const below = await db
    .selectFrom('sheet')
    .select('arrivedDay')
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .where('epoch', '=', epoch)
    .where('sheetNo', '<', sheetNo)
    .orderBy('sheetNo', 'desc')
    .limit(1)
    .executeTakeFirst();
  return below && below.arrivedDay > today ? below.arrivedDay : today;
}
