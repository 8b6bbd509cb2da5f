import { describe, expect, test } from 'vitest';
import {
  accountNamed,
  addAccount,
  findForSignIn,
  hasOwner,
  listAccounts,
  removeAccount,
} from '../../companion/access/accounts';
import { findLink, makeLink, setPassword, useLink } from '../../companion/access/links';
import { hashPassword } from '../../companion/access/password';
import { endSession, endSessions, findSession, startSession } from '../../companion/access/sessions';
import { isToken, listTokens, makeToken, revokeToken } from '../../companion/access/tokens';
import { openStore } from '../../companion/store/open-store';
import type { Db } from '../../companion/store/tables';
import { HOSTILE_WORDS, NOW_MS, PASSWORD, QUICK } from './access-fixture';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

async function openDb(): Promise<Db> {
  return (await openTestStore(createFakeClock())).db;
}

async function addOwner(db: Db, name = 'owner') {
  const account = await addAccount(db, name, 'owner', NOW_MS);
  await setPassword(db, account.accountId, await hashPassword(PASSWORD, QUICK));
  return account;
}

describe('an account', () => {
  test('is known by its name in small letters, and has no password at first', async () => {
    const db = await openDb();
    const account = await addAccount(db, ' Jo@Example.org ', 'viewer', NOW_MS);
    expect(account).toMatchObject({ name: 'jo@example.org', role: 'viewer', hasPassword: false });
    expect(await findForSignIn(db, 'JO@example.org')).toMatchObject({ passwordHash: null });
    expect(await accountNamed(db, 'jo@example.org')).toEqual(account);
  });

  test('with a name that somebody has, or with an unusable one, is refused', async () => {
    const db = await openDb();
    await addAccount(db, 'jo', 'viewer', NOW_MS);
    await expect(addAccount(db, 'JO', 'owner', NOW_MS)).rejects.toMatchObject({ code: 'account-exists' });
    for (const name of HOSTILE_WORDS) {
      await expect(addAccount(db, name, 'owner', NOW_MS)).rejects.toMatchObject({ code: 'account-name' });
      await expect(accountNamed(db, name)).rejects.toMatchObject({ code: 'account-unknown' });
    }
    expect(await listAccounts(db)).toHaveLength(1);
  });

  test('of the only owner who can sign in stays', async () => {
    const db = await openDb();
    const first = await addOwner(db, 'first');
    await addAccount(db, 'never-came', 'owner', NOW_MS);
    const refusal = { code: 'account-last-owner' };
    await expect(removeAccount(db, first.accountId)).rejects.toMatchObject(refusal);
    await addOwner(db, 'second');
    await removeAccount(db, first.accountId);
    expect((await listAccounts(db)).map(({ name }) => name)).toEqual(['never-came', 'second']);
    expect(await hasOwner(db)).toBe(true);
  });

  test('that is removed takes its sessions and its link with it', async () => {
    const db = await openDb();
    const { accountId } = await addAccount(db, 'jo', 'viewer', NOW_MS);
    const cookie = await startSession(db, accountId, NOW_MS);
    const link = await makeLink(db, accountId, NOW_MS);
    await removeAccount(db, accountId);
    expect(await findSession(db, cookie, NOW_MS)).toBeUndefined();
    expect(await findLink(db, link, NOW_MS)).toBeUndefined();
    for (const table of ['session', 'link'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});

describe('a one-time link', () => {
  test('sets a password once', async () => {
    const db = await openDb();
    const { accountId } = await addAccount(db, 'jo', 'owner', NOW_MS);
    const secret = await makeLink(db, accountId, NOW_MS);
    expect(await findLink(db, secret, NOW_MS)).toMatchObject({ accountId, name: 'jo' });
    const uses = await Promise.all([useLink(db, secret, 'one', NOW_MS), useLink(db, secret, 'two', NOW_MS)]);
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await useLink(db, secret, 'three', NOW_MS)).toBe(false);
    expect(await findForSignIn(db, 'jo')).toMatchObject({ passwordHash: uses[0] ? 'one' : 'two' });
  });

  test('ends after a day, or with the next link', async () => {
    const db = await openDb();
    const { accountId } = await addAccount(db, 'jo', 'owner', NOW_MS);
    const first = await makeLink(db, accountId, NOW_MS);
    expect(await findLink(db, first, NOW_MS + DAY_MS - 1)).toBeDefined();
    expect(await findLink(db, first, NOW_MS + DAY_MS)).toBeUndefined();
    const second = await makeLink(db, accountId, NOW_MS);
    expect(await findLink(db, first, NOW_MS)).toBeUndefined();
    expect(await findLink(db, second, NOW_MS)).toBeDefined();
  });

  test('that sets a new password ends every session', async () => {
    const db = await openDb();
    const { accountId } = await addOwner(db);
    const cookie = await startSession(db, accountId, NOW_MS);
    await useLink(db, await makeLink(db, accountId, NOW_MS), 'new', NOW_MS);
    expect(await findSession(db, cookie, NOW_MS)).toBeUndefined();
  });
});

describe('a session', () => {
  test('ends after 7 days without use and 30 days in all', async () => {
    const db = await openDb();
    const { accountId } = await addOwner(db);
    const idle = await startSession(db, accountId, NOW_MS);
    expect(await findSession(db, idle, NOW_MS + 7 * DAY_MS)).toBeUndefined();
    const used = await startSession(db, accountId, NOW_MS);
    for (let day = 5; day < 30; day += 5) {
      expect(await findSession(db, used, NOW_MS + day * DAY_MS)).toMatchObject({ name: 'owner' });
    }
    expect(await findSession(db, used, NOW_MS + 30 * DAY_MS)).toBeUndefined();
  });

  test('ends alone, or with all others of its account and of nobody else', async () => {
    const db = await openDb();
    const jo = await addOwner(db, 'jo');
    const kim = await addOwner(db, 'kim');
    const [one, two, three, other] = await Promise.all(
      [jo, jo, jo, kim].map(({ accountId }) => startSession(db, accountId, NOW_MS)),
    );
    await endSession(db, one ?? '');
    expect(await findSession(db, one ?? '', NOW_MS)).toBeUndefined();
    expect(await findSession(db, two ?? '', NOW_MS)).toBeDefined();
    await endSessions(db, jo.accountId);
    for (const cookie of [two, three]) expect(await findSession(db, cookie ?? '', NOW_MS)).toBeUndefined();
    expect(await findSession(db, other ?? '', NOW_MS)).toMatchObject({ name: 'kim' });
  });

  test('is one of at most twenty', async () => {
    const db = await openDb();
    const { accountId } = await addOwner(db);
    const cookies: string[] = [];
    for (let i = 0; i < 21; i++) cookies.push(await startSession(db, accountId, NOW_MS + i));
    expect(await findSession(db, cookies[0] ?? '', NOW_MS + 30)).toBeUndefined();
    expect(await findSession(db, cookies[20] ?? '', NOW_MS + 30)).toBeDefined();
  });

  test.each(HOSTILE_WORDS)('is not opened by hostile text %#', async (cookie) => {
    const db = await openDb();
    await startSession(db, (await addOwner(db)).accountId, NOW_MS);
    expect(await findSession(db, cookie, NOW_MS)).toBeUndefined();
  });
});

describe('a token', () => {
  test('works until it is revoked, and is not in the list', async () => {
    const db = await openDb();
    const token = await makeToken(db, '<b>Grafana</b>', NOW_MS);
    expect(await isToken(db, token)).toBe(true);
    for (const wrong of [...HOSTILE_WORDS, token.slice(0, -1), `${token}x`])
      expect(await isToken(db, wrong)).toBe(false);
    const [entry] = await listTokens(db);
    expect(entry).toMatchObject({ name: '<b>Grafana</b>' });
    expect(JSON.stringify(entry)).not.toContain(token.slice(12));
    await revokeToken(db, entry?.tokenId ?? '');
    expect(await isToken(db, token)).toBe(false);
  });
});

test('no secret is in the database: not of a link, a session, a token, nor a password', async () => {
  const store = await openStore(makeTemporaryFolder(), 'real', createFakeClock());
  const { db } = store;
  const { accountId } = await addOwner(db);
  const secrets = [
    await makeLink(db, accountId, NOW_MS),
    await startSession(db, accountId, NOW_MS),
    await makeToken(db, 'tool', NOW_MS),
    PASSWORD,
  ];
  const rows = [];
  for (const table of ['account', 'link', 'session', 'token'] as const) {
    rows.push(...(await db.selectFrom(table).selectAll().execute()));
  }
  await store.close();
  expect(rows).toHaveLength(4);
  for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
});
