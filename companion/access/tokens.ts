import type { Db } from '../store/tables';
import { hashSecret, makeId, makeSecret } from './secret';

/** Says at a glance what was found when a token turns up where it should not be. */
const PREFIX = 'counterstep_';

/** A bearer token as it is listed; the token itself is not kept. */
export interface TokenEntry {
  readonly tokenId: string;
  readonly name: string;
  /** ISO time */
  readonly createdAt: string;
}

/** Makes a token that may read releases and kiosks of all stores; it is returned this once. */
export async function makeToken(db: Db, name: string, nowMs: number): Promise<string> {
  const token = `${PREFIX}${makeSecret()}`;
  await db
    .insertInto('token')
    .values({ tokenId: makeId(), name, hash: hashSecret(token), createdAt: new Date(nowMs).toISOString() })
    .execute();
  return token;
}

/** The tokens, the newest first. */
export function listTokens(db: Db): Promise<TokenEntry[]> {
  return db
    .selectFrom('token')
    .select(['tokenId', 'name', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('tokenId')
    .execute();
}

/** Whether a token is one of ours and was not revoked. */
export async function isToken(db: Db, token: string): Promise<boolean> {
  if (!token.startsWith(PREFIX)) return false;
  const found = await db
    .selectFrom('token')
    .select('tokenId')
    .where('hash', '=', hashSecret(token))
    .executeTakeFirst();
  return found !== undefined;
}

/** Ends a token. */
export async function revokeToken(db: Db, tokenId: string): Promise<void> {
  await db.deleteFrom('token').where('tokenId', '=', tokenId).execute();
}
