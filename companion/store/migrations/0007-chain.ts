import type { Kysely } from 'kysely';

interface SpanColumns {
  span: { arrivedDay: string; publishedOn: string };
}

/** Totals of a chain by quarter, and what pages of many stores are ordered by; said in tables.ts. */
export async function chain(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('span')
    .addColumn('arrivedDay', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  // nobody noted when these came; they were published before this version was installed
  await (db as Kysely<SpanColumns>)
    .updateTable('span')
    .set((e) => ({ arrivedDay: e.ref('publishedOn') }))
    .execute();
  await db.schema.createIndex('spanByDay').on('span').column('publishedOn').execute();
  await db.schema
    .alterTable('kiosk')
    .addColumn('needsLook', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('storeByName').on('store').columns(['name', 'storeId']).execute();
  await db.schema
    .createTable('quarter')
    .addColumn('quarter', 'text', (column) => column.primaryKey())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('closedOn', 'text', (column) => column.notNull())
    .addColumn('record', 'text')
    .addColumn('spans', 'text')
    .execute();
}
