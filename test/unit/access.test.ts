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
import { hashPassword, isPassword, refusePassword } from '../../companion/access/password';
import { endSession, endSessions, findSession, startSession } from '../../companion/access/sessions';
import { createPasswordDesk } from '../../companion/access/sign-in';
import { isToken, listTokens, makeToken, revokeToken } from '../../companion/access/tokens';
import { openStore } from '../../companion/store/open-store';
import type { Db } from '../../companion/store/tables';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const QUICK = { logN: 4, parallel: 1 };
const NOW_MS = Date.parse('2026-03-02T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PASSWORD = 'nine wet dogs run';
const HOSTILE = [
  "' OR 1=1 --",
  '"; DROP TABLE account; --',
  '\u0000',
  '%00admin',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor.__proto__()',
  'a'.repeat(100_000),
  '\u202eadmin',
  'ad min',
  '💣',
  '',
];

async function openDb(): Promise<Db> {
  return (await openTestStore(createFakeClock())).db;
}

async function addOwner(db: Db, name = 'owner') {
  const account = await addAccount(db, name, 'owner', NOW_MS);
  await setPassword(db, account.accountId, await hashPassword(PASSWORD, QUICK));
  return account;
}

describe('a password', () => {
  const refused = [
    { password: '', why: /at least 12/ },
    { password: 'elevenchars', why: /at least 12/ },
    { password: '👍👍👍👍👍👍', why: /at least 12/ },
    { password: 'x'.repeat(201), why: /at most 200/ },
    { password: 'abababababababab', why: /five different/ },
    { password: 'Marguerite12', why: /from your name/ },
  ];
  test.each(refused)('"$password" is refused', ({ password, why }) => {
    expect(refusePassword(password, 'marguerite')).toMatch(why);
  });

  test('is taken in any script, with blanks, and however the keyboard writes its accents', async () => {
    expect(refusePassword('Straßenköter läuft', 'owner')).toBeNull();
    const hash = await hashPassword('caf\u00e9 at the corner', QUICK);
    expect(await isPassword('cafe\u0301 at the corner', hash)).toBe(true);
  });

  test('is kept as a salted hash that names its cost', async () => {
    const hash = await hashPassword(PASSWORD, QUICK);
    expect(hash).toMatch(/^scrypt\$4\$1\$/);
    expect(hash).not.toContain(PASSWORD);
    expect(await hashPassword(PASSWORD, QUICK)).not.toBe(hash);
    expect(await isPassword(PASSWORD, hash)).toBe(true);
    expect(await isPassword(`${PASSWORD} `, hash)).toBe(false);
  });

  test.each([null, '', 'scrypt$4$1$$', 'plain', PASSWORD])('fits no hash %j', async (hash) => {
    expect(await isPassword(PASSWORD, hash, QUICK)).toBe(false);
  });
});

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
    for (const name of HOSTILE) {
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

  test.each(HOSTILE)('is not opened by hostile text %#', async (cookie) => {
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
    for (const wrong of [...HOSTILE, token.slice(0, -1), `${token}x`])
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

describe('the desk that checks passwords', () => {
  async function openDesk() {
    const db = await openDb();
    const account = await addOwner(db);
    let nowMs = NOW_MS;
    const desk = createPasswordDesk(db, () => nowMs, QUICK);
    return { db, desk, account, pass: (ms: number) => (nowMs += ms) };
  }

  test('lets in who knows the password', async () => {
    const { desk, account } = await openDesk();
    const end = await desk.signIn(' OWNER ', PASSWORD, '10.0.0.1');
    expect(end).toEqual({ end: 'welcome', accountId: account.accountId, role: 'owner' });
  });

  test('answers a wrong password, an unknown name and one without a password alike', async () => {
    const { db, desk } = await openDesk();
    await addAccount(db, 'never-came', 'owner', NOW_MS);
    for (const [name, password] of [
      ['owner', 'wrong password'],
      ['nobody', PASSWORD],
      ['never-came', ''],
    ] as const) {
      expect(await desk.signIn(name, password, name)).toEqual({ end: 'wrong' });
    }
    for (const [at, name] of HOSTILE.entries()) {
      expect(await desk.signIn(name, name, `10.0.1.${at}`)).toEqual({ end: 'wrong' });
    }
  });

  test('stops an address after ten wrong tries, gives it one more a minute, and lets others in', async () => {
    const { desk, pass } = await openDesk();
    const tries = [];
    for (let i = 0; i < 11; i++) tries.push((await desk.signIn(`guess-${i}`, 'wrong', '10.0.0.1')).end);
    expect(tries).toEqual([...new Array(10).fill('wrong'), 'too-often']);
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.1')).toEqual({ end: 'too-often', waitMs: 60_000 });
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.2')).toMatchObject({ end: 'welcome' });
    pass(60_000);
    expect(await desk.signIn('owner', PASSWORD, '10.0.0.1')).toMatchObject({ end: 'welcome' });
  });

  test('stops guesses at one name from many addresses', async () => {
    const { desk } = await openDesk();
    for (let i = 0; i < 20; i++) await desk.signIn('owner', 'wrong', `10.0.${i}.1`);
    expect((await desk.signIn('owner', PASSWORD, '10.9.9.9')).end).toBe('too-often');
  });

  test('does not count tries that were right', async () => {
    const { desk } = await openDesk();
    for (let i = 0; i < 30; i++) {
      expect((await desk.signIn('owner', PASSWORD, '10.0.0.1')).end).toBe('welcome');
    }
  });

  test('lets only a few wait for their turn', async () => {
    const { desk } = await openDesk();
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, i) => desk.signIn(`guess-${i}`, 'wrong', `10.0.${i}.1`)),
    );
    expect(ends.filter(({ end }) => end === 'wrong')).toHaveLength(8);
    expect(ends.filter(({ end }) => end === 'too-often')).toHaveLength(12);
  });
});
