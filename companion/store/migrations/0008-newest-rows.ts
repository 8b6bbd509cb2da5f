import type { Kysely } from 'kysely';

/** The newest rows of the largest tables, for the page that shows what is held: found without reading all. */
export async function newestRows(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('releaseByDay').on('release').column('publishedOn').execute();
  await db.schema.createIndex('vitalsByTime').on('vitals').column('readAt').execute();
}
