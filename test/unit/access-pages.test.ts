import { describe, expect, test } from 'vitest';
import { addAccount } from '../../companion/access/accounts';
import { makeLink } from '../../companion/access/links';
import { NOW_MS, openGuardedApp, PASSWORD } from './access-fixture';

const HOSTILE = [
  '<script>alert(1)</script>',
  '" onfocus=alert(1) "',
  "'; DROP TABLE account; --",
  '\u0000',
  '../..',
];

describe('signing in', () => {
  test('leads to the page that was asked for, with a cookie that scripts and other sites cannot use', async () => {
    const { ask } = await openGuardedApp();
    const away = await ask('/releases?store=mill-lane');
    expect(away.headers.get('Location')).toBe('/sign-in?to=%2Freleases%3Fstore%3Dmill-lane');
    const page = await ask(away.headers.get('Location') ?? '');
    expect(page.text).toContain('value="/releases?store=mill-lane"');
    const to = '/releases?store=mill-lane';
    const answer = await ask('/sign-in', { form: { name: 'Owner', password: PASSWORD, to } });
    expect({ status: answer.status, to: answer.headers.get('Location') }).toEqual({ status: 303, to });
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^counterstep=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
    const shown = await ask(to, { cookie: cookie.split(';')[0] });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Mill Lane');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '\\\\evil.example',
    'evil',
    '/..//evil.example',
  ])('never leads to another site: %j', async (to) => {
    const { ask } = await openGuardedApp();
    const answer = await ask('/sign-in', { form: { name: 'owner', password: PASSWORD, to } });
    const location = answer.headers.get('Location') ?? '';
    expect(new URL(location, 'http://own.example').origin).toBe('http://own.example');
    expect(location).not.toMatch(/^\/[/\\]/);
  });

  test('with hostile words is refused, and shows none of them', async () => {
    const { ask } = await openGuardedApp();
    for (const word of HOSTILE) {
      const answer = await ask('/sign-in', { form: { name: word, password: word, to: word } });
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain(word.length > 1 ? word : '\u0000');
    }
    const noForm = await ask('/sign-in', { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    expect(noForm.status).toBe(401);
  });

  test('is refused too often, whoever knocks says when to come again, and nothing typed is logged', async () => {
    const { ask, events } = await openGuardedApp();
    const statuses = [];
    for (let i = 0; i < 11; i++) {
      statuses.push((await ask('/sign-in', { form: { name: 'own3r', password: 'hunter2hunter2' } })).status);
    }
    expect(statuses).toEqual([...new Array(10).fill(401), 429]);
    const late = await ask('/sign-in', { form: { name: 'owner', password: PASSWORD } });
    expect(late.headers.get('Retry-After')).toBe('60');
    const logged = JSON.stringify(events);
    expect(logged).toContain('sign-in-refused');
    expect(logged).not.toMatch(/hunter2|own3r/);
  });

  test('again ends the session before', async () => {
    const { ask, signIn } = await openGuardedApp();
    const first = await signIn('owner');
    const second = await signIn('owner', { cookie: first });
    expect((await ask('/', { cookie: first })).status).toBe(303);
    expect((await ask('/', { cookie: second })).status).toBe(200);
  });

  test('from a page of another site is refused', async () => {
    const { ask } = await openGuardedApp();
    const form = { name: 'owner', password: PASSWORD };
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'http://127.0.0.1:4280' },
    ]) {
      const answer = await ask('/sign-in', { form, headers });
      expect({ status: answer.status, cookie: answer.headers.get('Set-Cookie') }).toEqual({
        status: 403,
        cookie: null,
      });
    }
  });
});

describe('signing out', () => {
  test('ends this session, or everywhere all', async () => {
    const { ask, signIn } = await openGuardedApp();
    const [here, phone, laptop] = [await signIn('owner'), await signIn('owner'), await signIn('owner')];
    const out = await ask('/sign-out', { cookie: here, form: {} });
    expect(out.headers.get('Set-Cookie')).toMatch(/^counterstep=; Max-Age=0/);
    expect((await ask('/', { cookie: here })).status).toBe(303);
    expect((await ask('/', { cookie: phone })).status).toBe(200);
    await ask('/sign-out', { cookie: phone, form: { everywhere: 'yes' } });
    for (const cookie of [phone, laptop]) expect((await ask('/', { cookie })).status).toBe(303);
  });
});

describe('a one-time link', () => {
  async function openLink() {
    const opened = await openGuardedApp();
    const { accountId } = await addAccount(opened.db, 'new@example.org', 'viewer', NOW_MS);
    return { ...opened, path: `/welcome/${await makeLink(opened.db, accountId, NOW_MS)}` };
  }
  const chosen = { password: 'seven dry cats sit', again: 'seven dry cats sit' };

  test('may be looked at, sets the password once and signs in', async () => {
    const { ask, path } = await openLink();
    for (let look = 0; look < 2; look++) expect((await ask(path)).text).toContain('new@example.org');
    const set = await ask(path, { form: chosen });
    expect(set.status).toBe(303);
    const cookie = set.headers.get('Set-Cookie')?.split(';')[0];
    expect((await ask('/account', { cookie })).text).toContain('a viewer');
    expect((await ask(path)).status).toBe(404);
    expect((await ask(path, { form: chosen })).status).toBe(404);
  });

  test.each([
    { form: { password: 'short', again: 'short' }, why: 'at least 12' },
    { form: { ...chosen, again: 'another' }, why: 'differ' },
    { form: {}, why: 'Give a password' },
  ])('says why a password is not taken: $why', async ({ form, why }) => {
    const { ask, path } = await openLink();
    const answer = await ask(path, { form });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(why);
    expect((await ask(path, { form: chosen })).status).toBe(303);
  });

  test.each(['x', '%00', '..%2f..', "'%20OR%201=1", '<script>'])(
    'that is made up opens nothing: %s',
    async (made) => {
      const { ask } = await openLink();
      expect((await ask(`/welcome/${made}`)).status).toBe(404);
      expect((await ask(`/welcome/${made}`, { form: chosen })).status).toBe(404);
    },
  );

  test('is in no log', async () => {
    const { ask, path, events } = await openLink();
    await ask(path);
    await ask(path, { form: chosen });
    expect(JSON.stringify(events)).toContain('/welcome/:secret');
    expect(JSON.stringify(events)).not.toContain(path.slice(9));
  });
});

describe('a viewer', () => {
  test('looks at every page but that of users, and changes nothing', async () => {
    const { ask, signIn, db } = await openGuardedApp();
    const cookie = await signIn('viewer');
    for (const path of ['/', '/kiosks', '/releases', '/account']) {
      expect((await ask(path, { cookie })).status).toBe(200);
    }
    expect((await ask('/users', { cookie })).status).toBe(403);
    const before = await db.selectFrom('account').selectAll().execute();
    for (const path of [
      '/users/add',
      '/users/remove',
      '/users/token',
      '/users/link',
      '/settings',
      '/settings/any',
    ]) {
      const form = { name: 'intruder', role: 'owner', accountId: before[0]?.accountId ?? '' };
      expect((await ask(path, { cookie, form })).status).toBe(403);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await ask('/kiosks', { cookie, method })).status).toBe(403);
    }
    expect(await db.selectFrom('account').selectAll().execute()).toEqual(before);
    expect(await db.selectFrom('token').selectAll().execute()).toEqual([]);
  });

  test('changes the own password; every other session ends', async () => {
    const { ask, signIn } = await openGuardedApp();
    const [here, other] = [await signIn('viewer'), await signIn('viewer')];
    const form = { current: PASSWORD, password: 'seven dry cats sit', again: 'seven dry cats sit' };
    const wrong = await ask('/account/password', { cookie: here, form: { ...form, current: 'wrong' } });
    expect(wrong.status).toBe(400);
    const changed = await ask('/account/password', { cookie: here, form });
    expect(changed.status).toBe(303);
    for (const cookie of [here, other]) expect((await ask('/', { cookie })).status).toBe(303);
    expect((await ask('/', { cookie: changed.headers.get('Set-Cookie')?.split(';')[0] })).status).toBe(200);
  });
});

describe('an owner', () => {
  test('adds somebody, gets the one-time link once, signs them out and removes them', async () => {
    const { ask, signIn, db } = await openGuardedApp();
    const cookie = await signIn('owner');
    const added = await ask('/users/add', { cookie, form: { name: 'Jo', role: 'viewer' } });
    const link = /http:\/\/127\.0\.0\.1:4280(\/welcome\/[\w-]{43})/.exec(added.text)?.[1] ?? '';
    expect((await ask(link)).status).toBe(200);
    expect((await ask('/users', { cookie })).text).not.toContain('/welcome/');
    const jo = await db
      .selectFrom('account')
      .select('accountId')
      .where('name', '=', 'jo')
      .executeTakeFirstOrThrow();
    expect((await ask('/users/sign-out', { cookie, form: jo })).status).toBe(303);
    expect((await ask('/users/remove', { cookie, form: jo })).status).toBe(303);
    expect((await ask('/users', { cookie })).text).not.toContain('>jo<');
  });

  test('makes a token, sees it once, and revokes it', async () => {
    const { ask, signIn, db } = await openGuardedApp();
    const cookie = await signIn('owner');
    const made = await ask('/users/token', { cookie, form: { name: '<b>Grafana</b>' } });
    expect(made.text).toMatch(/counterstep_[\w-]{43}/);
    const page = await ask('/users', { cookie });
    expect(page.text).toContain('&lt;b&gt;Grafana&lt;/b&gt;');
    expect(page.text).not.toMatch(/counterstep_[\w-]{43}/);
    const [token] = await db.selectFrom('token').select('tokenId').execute();
    await ask('/users/revoke', { cookie, form: { tokenId: token?.tokenId ?? '' } });
    expect(await db.selectFrom('token').selectAll().execute()).toEqual([]);
  });

  test('who is the last cannot be removed, and unusable forms change nothing', async () => {
    const { ask, signIn, db } = await openGuardedApp();
    const cookie = await signIn('owner');
    const owner = await db
      .selectFrom('account')
      .select('accountId')
      .where('role', '=', 'owner')
      .executeTakeFirstOrThrow();
    expect((await ask('/users/remove', { cookie, form: owner })).text).toContain('last owner');
    for (const word of HOSTILE) {
      const form = { name: word, role: 'owner', accountId: word, tokenId: word };
      for (const path of ['/users/add', '/users/remove', '/users/link', '/users/sign-out', '/users/revoke']) {
        const answer = await ask(path, { cookie, form });
        expect([400, 404]).toContain(answer.status);
        expect(answer.text).not.toContain('<script>alert');
      }
    }
    await ask('/users/add', { cookie, form: { name: 'jo', role: 'admin' } });
    expect(await db.selectFrom('account').selectAll().execute()).toHaveLength(2);
  });
});
