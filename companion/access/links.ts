import type { Db } from '../store/tables';
import { hashSecret, makeSecret } from './secret';
import type { Role } from './tables';

const LINK_MS = 24 * 3_600_000;

/** Whose password a one-time link sets. */
export interface LinkOwner {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** Makes a one-time link for an account and returns its secret; it lives for a day, and an older one ends. */
export async function makeLink(db: Db, accountId: string, nowMs: number): Promise<string> {
  const secret = makeSecret();
  const link = { hash: hashSecret(secret), expiresAt: new Date(nowMs + LINK_MS).toISOString() };
  await db
    .insertInto('link')
    .values({ accountId, ...link })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(link))
    .execute();
  return secret;
}

/** The account that a link is for; undefined when it was used, is too old or never was one. */
export function findLink(db: Db, secret: string, nowMs: number): Promise<LinkOwner | undefined> {
  return db
    .selectFrom('link')
    .innerJoin('account', 'account.accountId', 'link.accountId')
    .select(['account.accountId', 'account.name', 'account.role'])
    .where('link.hash', '=', hashSecret(secret))
    .where('link.expiresAt', '>', new Date(nowMs).toISOString())
    .executeTakeFirst();
}

/**
 * Sets the password through a link, which ends with it, as does every session of the account.
 *
 * @returns false when somebody else has used the link in the meantime
 */
export async function useLink(db: Db, secret: string, passwordHash: string, nowMs: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const owner = await findLink(transaction, secret, nowMs);
    if (!owner) return false;
    const { numDeletedRows } = await transaction
      .deleteFrom('link')
      .where('hash', '=', hashSecret(secret))
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await setPassword(transaction, owner.accountId, passwordHash);
    return true;
  });
}

/** Gives an account another password and ends all its sessions. */
export async function setPassword(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ passwordHash }).where('accountId', '=', accountId).execute();
  await db.deleteFrom('session').where('accountId', '=', accountId).execute();
}
