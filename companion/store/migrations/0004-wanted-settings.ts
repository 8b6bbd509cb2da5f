import type { Kysely } from 'kysely';

/** What each kiosk shall be set to. */
export async function wantedSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('wantedSettings')
    .addColumn('storeId', 'text', (column) => column.notNull())
    .addColumn('kioskId', 'text', (column) => column.notNull())
    .addColumn('changedAt', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('wantedSettingsKey', ['storeId', 'kioskId'])
    .execute();
}
