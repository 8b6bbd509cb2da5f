import { describe, expect, test } from 'vitest';
import { readNetworks } from '../../companion/access/client-address';
import { makeToken } from '../../companion/access/tokens';
import { createApp } from '../../companion/web/app';
import { NOW_MS, openGuardedApp, PASSWORD } from './access-fixture';
import { makeDeps } from './web-fixture';

describe('a companion with passwords', () => {
  const guarded = [
    '/',
    '/kiosks',
    '/releases',
    '/csv/releases.csv',
    '/events',
    '/users',
    '/account',
    '/nowhere',
  ];
  test.each(guarded)('shows nothing of %s to somebody who is not signed in', async (path) => {
    const { ask } = await openGuardedApp();
    const page = await ask(path);
    expect(page.status).toBe(303);
    expect(page.headers.get('Location')).toMatch(/^\/sign-in/);
    expect(page.text).not.toMatch(/Mill Lane|finished/);
    const program = await ask(path, { headers: { Accept: '*/*' } });
    expect(program.status).toBe(401);
    expect(program.text).not.toContain('Mill Lane');
  });

  test.each(['/sign-out', '/users/add', '/users/token', '/account/password', '/settings'])(
    'takes no post to %s from them',
    async (path) => {
      const { ask, db } = await openGuardedApp();
      expect((await ask(path, { form: { name: 'intruder', role: 'owner' } })).status).toBe(401);
      expect(await db.selectFrom('account').selectAll().execute()).toHaveLength(2);
    },
  );

  test.each([
    '/sign-in/',
    '//',
    '/SIGN-IN',
    '/assets/../',
    '/%73ign-in/x',
    '/welcome/x/y',
    '/sign-in%2f..%2fusers',
  ])('is not entered by the side of %s', async (path) => {
    const { ask } = await openGuardedApp();
    const answer = await ask(path);
    expect([303, 401, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/Mill Lane|Who may sign in/);
  });

  test.each(['counterstep=', 'counterstep=x', '__Host-counterstep=x', 'counterstep=%00', 'a'.repeat(4000)])(
    'is not entered with a made-up cookie, number %#',
    async (cookie) => {
      const { ask } = await openGuardedApp();
      expect((await ask('/', { cookie })).status).toBe(303);
    },
  );
});

describe('behind a reverse proxy with TLS', () => {
  const openProxied = () =>
    openGuardedApp(
      { trustedProxies: readNetworks(['10.0.0.1']), publicOrigin: 'https://kiosks.example.org' },
      { hosts: ['kiosks.example.org'] },
    );
  const proxied = {
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': '198.51.100.7',
    Host: 'kiosks.example.org',
  };

  test('the cookie is for TLS only, and links name the public address', async () => {
    const { ask } = await openProxied();
    const answer = await ask('/sign-in', {
      peer: '10.0.0.1',
      headers: proxied,
      form: { name: 'owner', password: PASSWORD },
    });
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^__Host-counterstep=.*; HttpOnly; Secure; SameSite=Strict$/);
    const how = { peer: '10.0.0.1', headers: proxied, cookie: cookie.split(';')[0] };
    expect((await ask('/', how)).status).toBe(200);
    const added = await ask('/users/add', { ...how, form: { name: 'jo', role: 'owner' } });
    expect(added.text).toContain('https://kiosks.example.org/welcome/');
  });

  test('guesses are counted for each visitor, whatever else they claim', async () => {
    const { ask } = await openProxied();
    const form = { name: 'nobody', password: PASSWORD };
    const tryFrom = async (forwarded: string) =>
      (
        await ask('/sign-in', {
          peer: '10.0.0.1',
          headers: { ...proxied, 'X-Forwarded-For': forwarded },
          form,
        })
      ).status;
    for (let i = 0; i < 10; i++) await tryFrom(`6.6.6.${i}, 198.51.100.7`);
    expect(await tryFrom('198.51.100.7')).toBe(429);
    expect(await tryFrom('198.51.100.8')).toBe(401);
  });

  test('an Origin of the public address is an own page where browsers say no more', async () => {
    const { app } = await openProxied();
    const post = (origin: string) =>
      app.request('/sign-in', {
        method: 'POST',
        headers: {
          Host: 'kiosks.example.org',
          Origin: origin,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'name=owner&password=x',
      });
    expect((await post('https://kiosks.example.org')).status).toBe(401);
    expect((await post('https://evil.example')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
  });
});

test('foreign names are refused with passwords, too; a bare address is taken', async () => {
  const { ask } = await openGuardedApp();
  for (const [host, status] of [
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['192.168.1.5:4280', 200],
    ['[fd00::5]:4280', 200],
  ] as const) {
    expect((await ask('/sign-in', { headers: { Host: host } })).status).toBe(status);
  }
});

test('who asks too often waits, others do not', async () => {
  const { ask, signIn, pass } = await openGuardedApp();
  const cookie = await signIn('owner');
  const statuses = [];
  for (let i = 0; i < 121; i++) statuses.push((await ask('/account', { cookie })).status);
  expect(statuses.slice(0, 119)).toEqual(new Array(119).fill(200));
  expect(statuses.at(-1)).toBe(429);
  expect((await ask('/account', { cookie, peer: '10.0.0.9' })).status).toBe(200);
  pass(1000);
  expect((await ask('/account', { cookie })).status).toBe(200);
});

test('a body larger than any form is refused', async () => {
  const { ask } = await openGuardedApp();
  const answer = await ask('/sign-in', { form: { name: 'owner', password: 'x'.repeat(5000) } });
  expect(answer.status).toBe(413);
});

test('a token opens no page', async () => {
  const { ask, db } = await openGuardedApp();
  const headers = { Authorization: `Bearer ${await makeToken(db, 'tool', NOW_MS)}` };
  for (const path of ['/', '/users', '/csv/releases.csv'])
    expect((await ask(path, { headers })).status).toBe(303);
});

test('without passwords only the names of this machine are taken: a bare address may be anybody’s', async () => {
  const app = createApp(makeDeps({ hosts: ['localhost', '127.0.0.1', '::1'] }));
  for (const [host, status] of [
    ['127.0.0.1:4280', 200],
    ['localhost:4280', 200],
    ['[::1]:4280', 200],
    ['LOCALHOST', 200],
    ['192.168.1.5:4280', 403],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['', 403],
  ] as const) {
    const answer = await app.request('/help', { headers: { Host: host } });
    expect({ host, status: answer.status }).toEqual({ host, status });
  }
});

test('every page tells browsers to load, frame and send nothing from or to elsewhere', async () => {
  const app = createApp(makeDeps());
  for (const path of ['/', '/advice/', '/no-such-page', '/csv/releases.csv', '/assets/style.css']) {
    const { headers } = await app.request(path);
    const policy = (headers.get('Content-Security-Policy') ?? '').split('; ').sort();
    expect({ path, policy }).toEqual({
      path,
      policy: [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
      ],
    });
    expect(headers.get('Referrer-Policy')).toBe('same-origin'); // a one-time link stands in its page's address
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});
