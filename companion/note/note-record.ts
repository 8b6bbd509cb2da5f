import type { Db } from '../store/tables';

/** A note that may or may not have left when the companion ended in the middle of sending it. */
export interface UnsureNote {
  readonly storeId: string;
  readonly spanNo: number;
  /** ISO time */
  readonly at: string;
}

/**
 * Takes the right to send the note about a release; on disk before this resolves.
 *
 * @returns false when it was sent, is being sent, or may have been: only one that was refused is tried again
 */
export async function claimNote(db: Db, storeId: string, spanNo: number, nowMs: number): Promise<boolean> {
  const at = new Date(nowMs).toISOString();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('note')
    .values({ storeId, spanNo, state: 'sending', at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return true;
  const { numUpdatedRows } = await db
    .updateTable('note')
    .set({ state: 'sending', at })
    .where('storeId', '=', storeId)
    .where('spanNo', '=', spanNo)
    .where('state', '=', 'refused')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Remembers how sending ended: `refused` only when it is certain that nothing left. */
export async function settleNote(
  db: Db,
  storeId: string,
  spanNo: number,
  state: 'sent' | 'refused',
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('note')
    .set({ state, at: new Date(nowMs).toISOString() })
    .where('storeId', '=', storeId)
    .where('spanNo', '=', spanNo)
    .execute();
}

/** Notes whose sending never came to an end, older than the time that sending may take. */
export async function listUnsureNotes(db: Db, nowMs: number): Promise<UnsureNote[]> {
  return db
    .selectFrom('note')
    .select(['storeId', 'spanNo', 'at'])
    .where('state', '=', 'sending')
    .where('at', '<', new Date(nowMs - 10 * 60_000).toISOString())
    .orderBy('storeId')
    .orderBy('spanNo')
    .execute();
}
