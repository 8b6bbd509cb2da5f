import type { KioskEntry } from './kiosk';
import type { Db } from './tables';

/** Gives a kiosk another name. */
export async function renameKiosk(db: Db, { kioskId }: KioskEntry, name: string): Promise<void> {
  await db.updateTable('kiosk').set({ name }).where('kioskId', '=', kioskId).execute();
}

/**
 * Moves a kiosk to another store. Sheets that arrived stay with the store they were counted for; those that come from
 * now on count for the new one.
 *
 * @param today  the store day as an ISO date
 */
export async function moveKiosk(db: Db, kiosk: KioskEntry, storeId: string, today: string): Promise<void> {
  const { kioskId } = kiosk;
  await db.transaction().execute(async (transaction) => {
    for (const table of ['kiosk', 'vitals', 'wantedSettings'] as const)
      await transaction.updateTable(table).set({ storeId }).where('kioskId', '=', kioskId).execute();
    const arrived = await transaction
      .selectFrom('sheet')
      .select(['storeId', 'epoch', 'sheetNo'])
      .where('kioskId', '=', kioskId)
      .orderBy('sheetNo')
      .execute();
    for (const epoch of new Set(arrived.map((sheet) => sheet.epoch))) {
      const ofEpoch = arrived.filter((sheet) => sheet.epoch === epoch);
      const here = ofEpoch.filter((sheet) => sheet.storeId === storeId).map(({ sheetNo }) => sheetNo);
      const elsewhere = ofEpoch.map(({ sheetNo }) => sheetNo).filter((sheetNo) => !here.includes(sheetNo));
      // the kiosk may still hold what another store has: void here, or it would be counted in both
      for (const range of rangesOf(elsewhere))
        await transaction
          .insertInto('gap')
          .values({ storeId, kioskId, epoch, ...range, givenUpDay: today })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    }
  });
}

/** Rising numbers as ranges without holes. */
function rangesOf(sheetNos: readonly number[]): { firstSheetNo: number; lastSheetNo: number }[] {
  const ranges: { firstSheetNo: number; lastSheetNo: number }[] = [];
  for (const sheetNo of sheetNos) {
    const range = ranges.at(-1);
    if (range && sheetNo <= range.lastSheetNo + 1) range.lastSheetNo = sheetNo;
    else ranges.push({ firstSheetNo: sheetNo, lastSheetNo: sheetNo });
  }
  return ranges;
}

/** Removes what is kept about a kiosk itself; its sheets stay where they were counted. The key is the keyring's. */
export async function removeKiosk(db: Db, { kioskId }: KioskEntry): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of ['wantedSettings', 'vitals', 'kiosk'] as const)
      await transaction.deleteFrom(table).where('kioskId', '=', kioskId).execute();
  });
}
