import type { Kysely } from 'kysely';

/** Companions that tell each other what was released; what the columns hold is said in forward/tables.ts. */
export async function forwarding(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('forward')
    .addColumn('storeId', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text')
    .addColumn('heardAt', 'text')
    .execute();
  await db.schema.createIndex('forwardByToken').on('forward').column('tokenHash').execute();
  await db.schema
    .createTable('forwarding')
    .addColumn('storeId', 'text', (column) => column.primaryKey())
    .addColumn('doneAt', 'text')
    .addColumn('error', 'text')
    .execute();
  await db.schema.alterTable('kiosk').addColumn('forwarded', 'text').execute();
}
