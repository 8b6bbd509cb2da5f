import type { Kysely } from 'kysely';

/** The Mondays on which the audit refused a span, for each store. */
export async function refusals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refusal')
    .addColumn('storeId', 'text', (column) => column.notNull())
    .addColumn('monday', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('refusalKey', ['storeId', 'monday'])
    .execute();
}
