import type { Context } from 'hono';
import { z } from 'zod';
import { accountName, addAccount, listAccounts, removeAccount } from '../../access/accounts';
import { makeLink } from '../../access/links';
import { endSessions } from '../../access/sessions';
import { listTokens, makeToken, revokeToken } from '../../access/tokens';
import { CompanionError } from '../../errors';
import type { Access, Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { UsersPage, type UsersTold } from '../pages/users-page';
import { readForm } from '../read-form';
import type { Site } from '../site';
import { originOf } from '../visitor';

const rowId = z.string().regex(/^[0-9a-f]{16}$/);
const newUser = z.object({ name: accountName, role: z.enum(['owner', 'viewer']) });
const oneUser = z.object({ accountId: rowId });
const newToken = z.object({ name: z.string().trim().min(1).max(60) });
const oneToken = z.object({ tokenId: rowId });

/** The page on which owners say who may look in. Secrets show once, on the answer to the form that made them. */
export function usersRoutes(access: Access, { nowMs, log }: Deps, site: Site) {
  const { db } = access;
  const page = async (c: Context, told: UsersTold = {}) =>
    c.html(
      <UsersPage
        site={site}
        accounts={await listAccounts(db)}
        tokens={await listTokens(db)}
        ownId={c.get('signedIn')?.accountId ?? ''}
        told={told}
      />,
      told.refusal === undefined ? 200 : 400,
    );
  const linkFor = async (c: Context, accountId: string) =>
    `${originOf(c, access)}/welcome/${await makeLink(db, accountId, nowMs())}`;

  /** GET /users. */
  const show = (c: Context) => page(c);

  /** POST /users/add. A new account with its one-time link. */
  const add = async (c: Context) => {
    const form = await readForm(c, newUser);
    if (!form) return page(c, { refusal: new CompanionError('account-name').message });
    try {
      const { accountId, name } = await addAccount(db, form.name, form.role, nowMs());
      log('account-changed', { accountId, change: `added as ${form.role}` });
      return page(c, { link: { name, url: await linkFor(c, accountId) } });
    } catch (error) {
      if (error instanceof CompanionError) return page(c, { refusal: error.message });
      throw error;
    }
  };

  /** POST /users/link. Another one-time link for an account. */
  const link = async (c: Context) => {
    const form = await readForm(c, oneUser);
    const account = (await listAccounts(db)).find(({ accountId }) => accountId === form?.accountId);
    if (!account) return refuse(c, site, 'page-unknown');
    log('account-changed', { accountId: account.accountId, change: 'link made' });
    return page(c, { link: { name: account.name, url: await linkFor(c, account.accountId) } });
  };

  /** POST /users/sign-out. Ends every session of an account. */
  const signOut = async (c: Context) => {
    const form = await readForm(c, oneUser);
    if (!form) return refuse(c, site, 'page-unknown');
    await endSessions(db, form.accountId);
    log('account-changed', { accountId: form.accountId, change: 'signed out' });
    return c.redirect('/users', 303);
  };

  /** POST /users/remove. */
  const remove = async (c: Context) => {
    const form = await readForm(c, oneUser);
    if (!form) return refuse(c, site, 'page-unknown');
    try {
      await removeAccount(db, form.accountId);
    } catch (error) {
      if (error instanceof CompanionError) return page(c, { refusal: error.message });
      throw error;
    }
    log('account-changed', { accountId: form.accountId, change: 'removed' });
    return c.redirect('/users', 303);
  };

  /** POST /users/token. A new token, shown this once. */
  const addToken = async (c: Context) => {
    const form = await readForm(c, newToken);
    if (!form) return page(c, { refusal: 'Give the token a name of 1 to 60 characters.' });
    log('token-changed', { change: 'made' });
    return page(c, { token: await makeToken(db, form.name, nowMs()) });
  };

  /** POST /users/revoke. */
  const revoke = async (c: Context) => {
    const form = await readForm(c, oneToken);
    if (!form) return refuse(c, site, 'page-unknown');
    await revokeToken(db, form.tokenId);
    log('token-changed', { change: 'revoked' });
    return c.redirect('/users', 303);
  };

  return { show, add, link, signOut, remove, addToken, revoke };
}
