import { z } from 'zod';
import type { Db } from '../store/tables';
import type { VoidRange, WaitingSheet } from './follow-ledger';

const countsColumn = z.array(z.int().min(0));

/** The sheets of a store that are in no span yet: the only place where raw counts are read. */
export async function readWaiting(db: Db, storeId: string): Promise<WaitingSheet[]> {
  const rows = await db
    .selectFrom('sheet')
    .select(['kioskId', 'epoch', 'sheetNo', 'closedDay', 'arrivedDay', 'counts'])
    .where('storeId', '=', storeId)
    .where('state', '=', 'waiting')
    .execute();
  return rows.map(({ counts, ...row }) => ({ ...row, counts: countsColumn.parse(JSON.parse(counts ?? '')) }));
}

/** The highest released sheet number of each ledger of a store. */
export function readReleased(db: Db, storeId: string) {
  return db
    .selectFrom('sheet')
    .select((e) => ['kioskId', 'epoch', e.fn.max('sheetNo').as('sheetNo')])
    .where('storeId', '=', storeId)
    .where('state', '=', 'released')
    .groupBy(['kioskId', 'epoch'])
    .execute();
}

/** The sheet numbers of a store that were given up for ever. */
export function readVoided(db: Db, storeId: string): Promise<VoidRange[]> {
  return db
    .selectFrom('gap')
    .select(['kioskId', 'epoch', 'firstSheetNo', 'lastSheetNo'])
    .where('storeId', '=', storeId)
    .where('givenUpDay', 'is not', null)
    .execute();
}

/** Makes sheet numbers void for ever; what comes later of them, or came too late for this day, loses its counts. */
export async function giveUp(db: Db, storeId: string, range: VoidRange, givenUpDay: string): Promise<void> {
  const { kioskId, epoch, firstSheetNo, lastSheetNo } = range;
  await db
    .deleteFrom('gap')
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .where('epoch', '=', epoch)
    .where('firstSheetNo', '>=', firstSheetNo)
    .where('firstSheetNo', '<=', lastSheetNo)
    .execute();
  await db
    .insertInto('gap')
    .values({ storeId, ...range, givenUpDay })
    .execute();
  await db
    .updateTable('sheet')
    .set({ state: 'late', counts: null })
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .where('epoch', '=', epoch)
    .where('sheetNo', '>=', firstSheetNo)
    .where('sheetNo', '<=', lastSheetNo)
    .execute();
}

/** Puts a sheet into a span for ever and deletes its counts; its hash stays. */
export async function settleSheet(
  db: Db,
  storeId: string,
  sheet: WaitingSheet,
  spanNo: number,
): Promise<void> {
  await db
    .updateTable('sheet')
    .set({ state: 'released', spanNo, counts: null })
    .where('storeId', '=', storeId)
    .where('kioskId', '=', sheet.kioskId)
    .where('epoch', '=', sheet.epoch)
    .where('sheetNo', '=', sheet.sheetNo)
    .execute();
}
