import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';

const HASH_BYTES = 32;

interface HashTables {
  sheet: { hash: string | null };
  quarantine: { hash: string };
}

/**
 * Removes hashes that were made without a key: a sheet's contents could be found by trying. A sheet is known by its
 * number alone until it comes once more; what is in quarantine stays there under a random code.
 */
export async function keyedHashes(db: Kysely<unknown>): Promise<void> {
  const tables = db as Kysely<HashTables>;
  await db.schema.alterTable('sheet').addColumn('keyedHash', 'text').execute();
  await db.schema.alterTable('sheet').dropColumn('hash').execute();
  await db.schema.alterTable('sheet').renameColumn('keyedHash', 'hash').execute();
  for (const { hash } of await tables.selectFrom('quarantine').select('hash').execute()) {
    await tables
      .updateTable('quarantine')
      .set({ hash: randomBytes(HASH_BYTES).toString('hex') })
      .where('hash', '=', hash)
      .execute();
  }
}
