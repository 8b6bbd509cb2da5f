import type { Kysely } from 'kysely';
import { CompanionError } from '../errors';
import type { Migration } from './migrations/list';

interface VersionTables {
  migration: { migrationNo: number; appliedAt: string };
}

/**
 * Brings a database to the newest version, one transaction a step, so that a cut leaves a whole version behind.
 *
 * @param beforeChange runs once before the first step on a database that already holds something
 * @throws CompanionError `database-too-new` when the database has had steps that this version does not know
 */
export async function migrate(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
  appliedAt: string,
  beforeChange: (version: number) => void | Promise<void>,
): Promise<void> {
  const versions = db as Kysely<VersionTables>;
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('migrationNo', 'integer', (column) => column.primaryKey())
    .addColumn('appliedAt', 'text', (column) => column.notNull())
    .execute();
  const { version } = await versions
    .selectFrom('migration')
    .select((e) => e.fn.coalesce(e.fn.max('migrationNo'), e.lit(0)).as('version'))
    .executeTakeFirstOrThrow();
  if (version > migrations.length) {
    throw new CompanionError(
      'database-too-new',
      `Its version is ${version}, this one knows ${migrations.length}.`,
    );
  }
  if (version > 0 && version < migrations.length) await beforeChange(version);
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    await versions.transaction().execute(async (transaction) => {
      await step(transaction as unknown as Kysely<unknown>);
      await transaction
        .insertInto('migration')
        .values({ migrationNo: index + 1, appliedAt })
        .execute();
    });
  }
}
