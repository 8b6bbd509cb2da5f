import type { Db } from './tables';

/** A Monday on which the audit refused a store's span: nothing was published, and its sheets go on waiting. */
export interface Refusal {
  readonly storeId: string;
  /** ISO date */
  readonly monday: string;
  readonly reason: RefusalReason;
}

/**
 * `narrowed`: the rounded figures together would have told too much about a held back count.
 * `impossible`: no checks lead to these figures, so the audit has nothing to say about them.
 * `unsolved`: the solver came to no end.
 */
export type RefusalReason = 'narrowed' | 'impossible' | 'unsolved';

/** A store's refusals, the newest first. */
export async function listRefusals(db: Db, storeId: string): Promise<Refusal[]> {
  const rows = await db
    .selectFrom('refusal')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('monday', 'desc')
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason as RefusalReason }));
}

/** Remembers a refusal for ever, so that the same Monday is not looked at again. */
export async function saveRefusal(db: Db, refusal: Refusal): Promise<void> {
  await db
    .insertInto('refusal')
    .values(refusal)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
