import { z } from 'zod';
import { CompanionError } from '../errors';
import type { Db } from '../store/tables';
import { makeId } from './secret';
import type { Role } from './tables';

/** Somebody who may sign in. */
export interface Account {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** Nobody can sign in before a password is set through a one-time link. */
  readonly hasPassword: boolean;
}

/** A name to sign in with, in small letters. */
export const accountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.@_-]{0,63}$/);

/** All accounts by name. */
export async function listAccounts(db: Db): Promise<Account[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').execute();
  return rows.map(({ accountId, name, role, passwordHash }) => ({
    accountId,
    name,
    role,
    hasPassword: passwordHash !== null,
  }));
}

/** Whether anybody can sign in as an owner. */
export async function hasOwner(db: Db): Promise<boolean> {
  return (await listAccounts(db)).some(({ role, hasPassword }) => role === 'owner' && hasPassword);
}

/**
 * Adds an account without a password.
 *
 * @throws CompanionError `account-name`, `account-exists`
 */
export async function addAccount(db: Db, givenName: string, role: Role, nowMs: number): Promise<Account> {
  const parsed = accountName.safeParse(givenName);
  if (!parsed.success) throw new CompanionError('account-name');
  const name = parsed.data;
  const account: Account = { accountId: makeId(), name, role, hasPassword: false };
  const { hasPassword, ...row } = account;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({ ...row, passwordHash: null, createdAt: new Date(nowMs).toISOString() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new CompanionError('account-exists', name);
  return account;
}

/** The account of that name with the hash of its password; undefined when there is none. */
export async function findForSignIn(db: Db, givenName: string) {
  const name = accountName.safeParse(givenName);
  if (!name.success) return undefined;
  return db.selectFrom('account').selectAll().where('name', '=', name.data).executeTakeFirst();
}

/** The account of that name. Throws CompanionError `account-unknown`. */
export async function accountNamed(db: Db, givenName: string): Promise<Account> {
  const name = accountName.safeParse(givenName);
  const account = (await listAccounts(db)).find((known) => name.success && known.name === name.data);
  if (!account) throw new CompanionError('account-unknown');
  return account;
}

/**
 * Removes an account with its sessions and its link.
 *
 * @throws CompanionError `account-last-owner` for the only owner who can sign in
 */
export async function removeAccount(db: Db, accountId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const accounts = await listAccounts(transaction);
    const removed = accounts.find((account) => account.accountId === accountId);
    const isOwner = (account: Account): boolean => account.role === 'owner' && account.hasPassword;
    if (removed && isOwner(removed) && accounts.filter(isOwner).length === 1) {
      throw new CompanionError('account-last-owner');
    }
    for (const table of ['session', 'link', 'account'] as const) {
      await transaction.deleteFrom(table).where('accountId', '=', accountId).execute();
    }
  });
}
