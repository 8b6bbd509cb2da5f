import { hashSecret, makeSecret } from '../access/secret';
import type { Db } from '../store/tables';

/** Says at a glance what was found when a token turns up where it should not be. */
const PREFIX = 'counterstep_store_';

/** Makes the token with which a store's companion sends here, in the place of an older one; returned this once. */
export async function makeStoreToken(db: Db, storeId: string): Promise<string> {
  const token = `${PREFIX}${makeSecret()}`;
  const tokenHash = hashSecret(token);
  await db
    .insertInto('forward')
    .values({ storeId, tokenHash })
    .onConflict((conflict) => conflict.column('storeId').doUpdateSet({ tokenHash }))
    .execute();
  return token;
}

/** Ends a store's token; false when it had none. */
export async function revokeStoreToken(db: Db, storeId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('forward')
    .set({ tokenHash: null })
    .where('storeId', '=', storeId)
    .where('tokenHash', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** The store that a token speaks for; undefined when it was revoked or never made. */
export async function storeOfToken(db: Db, token: string): Promise<string | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const found = await db
    .selectFrom('forward')
    .select('storeId')
    .where('tokenHash', '=', hashSecret(token))
    .executeTakeFirst();
  return found?.storeId;
}
