import type { Db } from '../store/tables';
import { addAccount, hasOwner, listAccounts } from './accounts';
import { makeLink } from './links';

const FIRST_OWNER = 'owner';

/** As long as no owner has a password: a new one-time link for the first of them, who is made if need be. Else null. */
export async function makeFirstLink(
  db: Db,
  nowMs: number,
): Promise<{ readonly name: string; readonly secret: string } | null> {
  if (await hasOwner(db)) return null;
  const owners = (await listAccounts(db)).filter(({ role }) => role === 'owner');
  const owner = owners[0] ?? (await addAccount(db, FIRST_OWNER, 'owner', nowMs));
  return { name: owner.name, secret: await makeLink(db, owner.accountId, nowMs) };
}
