import type { Db } from '../store/tables';

/** A note that may or may not have left when the companion ended in the middle of sending it. */
export interface UnsureNote {
  readonly storeId: string;
  readonly spanNo: number;
  /** ISO time */
  readonly at: string;
}

/** Whether a store has a release whose note was not sent yet; of thousands of stores hardly any has. */
export async function isNoteDue(db: Db, storeId: string): Promise<boolean> {
  const newest = await db
    .selectFrom('release')
    .leftJoin('note', (join) =>
      join.onRef('note.storeId', '=', 'release.storeId').onRef('note.spanNo', '=', 'release.spanNo'),
    )
    .select('note.state')
    .where('release.storeId', '=', storeId)
    .orderBy('release.spanNo', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest !== undefined && (newest.state === null || newest.state === 'refused');
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

/** Gives up every note that was not sent about a release that is here: after a restore nobody knows whether it was. */
export async function giveUpNotes(db: Db, nowMs: number): Promise<void> {
  const state = { state: 'restored', at: new Date(nowMs).toISOString() } as const;
  const releases = await db.selectFrom('release').select(['storeId', 'spanNo']).execute();
  for (const release of releases) {
    await db
      .insertInto('note')
      .values({ ...release, ...state })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await db.updateTable('note').set(state).where('state', '=', 'refused').execute();
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
