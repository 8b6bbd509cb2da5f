import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { Deps } from '../../companion/web/deps';
import { openGuardedApp } from './access-fixture';
import { makeDeps, makeKiosk, makeReadModel, makeReleases } from './web-fixture';

const pages = [
  ...['/', '/pain', '/shoes', '/use', '/stores', '/releases', '/kiosks', '/settings', '/privacy', '/help'],
  ...['/account', '/users', '/sign-in', '/welcome/x', '/advice/', '/advice/PFP', '/csv/shoppers.csv'],
  ...['/csv/stores.csv', '/csv/kiosks.csv', '/csv/releases.csv', '/api/v1/stores', '/metrics', '/health'],
  ...['/api/v1/stores/mill-lane/releases', '/assets/style.css', '/forward/v1'],
];
const posts = [
  ...[
    '/sign-in',
    '/sign-out',
    '/welcome/x',
    '/account/password',
    '/users/add',
    '/users/link',
    '/users/remove',
  ],
  ...[
    '/users/sign-out',
    '/users/token',
    '/users/revoke',
    '/settings/kiosk',
    '/settings/store',
    '/forward/v1',
  ],
];

const hostileNames = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>&amp;',
  '=HYPERLINK("http://example.org","x")',
  '@SUM(1+1)*cmd|calc',
  '\u202egnol\u2066 os',
  'a\r\nSet-Cookie: x=1\r\n\r\n<b>',
  'x\\"} counterstep_forged 1\nforged 2',
  '\u0000\u0007',
  'W'.repeat(60),
  '🏃'.repeat(20),
];

/** What a page holds besides its words: nothing of it may come from a name. */
const markupOf = (html: string): string =>
  [...html.matchAll(/<[^>]+>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '')).join('');

describe('a hostile name', () => {
  const depsFor = (name: string): Deps =>
    makeDeps({
      readModel: makeReadModel({
        listStores: async () => [
          { storeId: 'mill-lane', name, isSimulated: true, region: name },
          { storeId: 'other', name: `${name}2`, isSimulated: true, region: null },
        ],
        listKiosks: async () => [makeKiosk({ name, lastSyncError: name, board: name })],
      }),
    });
  const shown = ['/', '/pain', '/use', '/stores', '/releases', '/kiosks', '/settings'];

  for (const name of hostileNames) {
    test(`${JSON.stringify(name).slice(0, 50)} changes no markup of any page`, async () => {
      for (const path of shown) {
        const [hostile, plain] = await Promise.all(
          [name, 'Mill Lane'].map(async (shownName) =>
            (await createApp(depsFor(shownName)).request(path)).text(),
          ),
        );
        expect(markupOf(hostile ?? ''), path).toBe(markupOf(plain ?? ''));
      }
    });

    test(`${JSON.stringify(name).slice(0, 50)} stays one field of a file, one label of a metric, one text of the API`, async () => {
      const app = createApp(depsFor(name));
      for (const file of ['stores', 'kiosks']) {
        const csv = await (await app.request(`/csv/${file}.csv`)).text();
        expect(csv).not.toMatch(/(?:^|,|\r\n)"?[=+@\t]/);
      }
      const metrics = await (await app.request('/metrics')).text();
      for (const line of metrics.trim().split('\n')) expect(line).toMatch(/^(#|counterstep_|process_)/);
      expect(metrics).not.toMatch(/^(counterstep_)?forged/m);
      const { stores } = (await (await app.request('/api/v1/stores')).json()) as {
        stores: { name: string }[];
      };
      expect(stores[0]?.name).toBe(name);
    });
  }

  test.each(['\u202egnol', 'a\nb', 'a\u2028b', 'a\u0000', ' ', 'W'.repeat(61)])(
    '%j is not taken for a store',
    async (name) => {
      const saved: unknown[] = [];
      const settings = {
        ...makeDeps().settings,
        saveStore: async (store: unknown) => void saved.push(store),
      };
      const app = createApp(makeDeps({ settings }));
      const answer = await app.request('/settings/store', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
        body: new URLSearchParams({ storeId: 'mill-lane', name }).toString(),
      });
      expect({ status: answer.status, saved }).toEqual({ status: 400, saved: [] });
      expect(await answer.text()).toContain('1 to 60 letters on one line');
    },
  );
});

describe('an intruder', () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 40, unit: 'binary' }),
    fc.constantFrom(
      ...hostileNames,
      '../../etc/passwd',
      '%00',
      '__proto__',
      'constructor',
      '9'.repeat(400),
      '',
    ),
  );
  const headerText = fc
    .string({ maxLength: 60, unit: 'binary-ascii' })
    .map((text) => text.replace(/[^\x20-\x7e]/g, '').trim());
  const headers = fc.dictionary(
    fc.constantFrom(
      ...['Accept', 'Accept-Language', 'Accept-Encoding', 'Cookie', 'Authorization', 'X-Forwarded-For'],
      ...[
        'X-Forwarded-Proto',
        'X-Forwarded-Host',
        'Origin',
        'Referer',
        'Range',
        'If-None-Match',
        'Content-Type',
      ],
      ...['Content-Encoding', 'Sec-Fetch-Site', 'Last-Event-ID', 'X-HTTP-Method-Override'],
    ),
    headerText,
    { maxKeys: 4 },
  );

  test('who is not signed in gets no figure and no failure, whatever is sent', {
    timeout: 120_000,
  }, async () => {
    const { ask, pass } = await openGuardedApp();
    const asked = fc.record({
      path: fc.constantFrom(...pages, ...posts),
      method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'),
      query: fc.dictionary(fc.constantFrom('store', 'span', 'to', 'lang', 'limit', 'saved'), odd, {
        maxKeys: 3,
      }),
      tail: fc.option(odd, { nil: undefined }),
      headers,
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ path, method, query, tail, headers: sent }) => {
        pass(10_000); // the limit on requests has tests of its own
        const end = tail === undefined ? '' : `/${encodeURIComponent(tail)}`;
        const answer = await ask(`${path}${end}?${new URLSearchParams(query)}`, {
          method,
          headers: sent,
        });
        expect(answer.status).toBeLessThan(500);
        expect(answer.text).not.toMatch(/\d0 to \d+9|"atLeast"|mill-lane,|alert\(1\)/);
        expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
        expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
        expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
      }),
      { numRuns: 400 },
    );
  });

  test('who is signed in makes no form fail, and no viewer changes anything', {
    timeout: 120_000,
  }, async () => {
    const changes: unknown[] = [];
    const settings = {
      ...makeDeps().settings,
      saveWanted: async (...words: unknown[]) => void changes.push(words),
      saveStore: async (...words: unknown[]) => void changes.push(words),
    };
    const { ask, signIn, pass, db } = await openGuardedApp({}, { settings });
    const cookies = { owner: await signIn('owner'), viewer: await signIn('viewer') };
    const field = fc.constantFrom(
      ...[
        'name',
        'role',
        'accountId',
        'tokenId',
        'storeId',
        'kioskId',
        'storeName',
        'language',
        'units',
        'mode',
      ],
      ...['minimum', 'urgentLine', 'emergencyNumber', 'everyKiosk', 'current', 'again', '__proto__', 'to'],
    );
    const value = fc.oneof(
      odd,
      fc.constantFrom('owner', 'mill-lane', '4f2a91c07be355d1', 'en', 'km', '10', 'yes'),
    );
    const asked = fc.record({
      path: fc.constantFrom(...posts.filter((path) => !/sign-|password|welcome/.test(path))),
      form: fc.dictionary(field, value, { maxKeys: 10 }),
      who: fc.constantFrom('owner' as const, 'viewer' as const),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ path, form, who }) => {
        pass(10_000);
        const answer = await ask(path, { form, cookie: cookies[who] });
        expect(answer.status).toBeLessThan(500);
        expect(answer.text).not.toContain('<script>alert');
        if (who === 'viewer') expect([401, 403]).toContain(answer.status);
      }),
      { numRuns: 400 },
    );
    const names = (await db.selectFrom('account').select('name').execute()).map((account) => account.name);
    for (const name of names) expect(name).toMatch(/^[a-z\d.@_-]{1,64}$/);
  });

  test('a form without any word of where it comes from is refused', async () => {
    const app = createApp(makeDeps());
    const form = { method: 'POST', body: 'storeId=mill-lane&name=Mine' };
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await app.request('/settings/store', { ...form, headers: type })).status).toBe(403);
    const { app: guarded } = await openGuardedApp();
    const bare = { ...form, headers: { ...type, Host: '127.0.0.1:4280' } };
    expect((await guarded.request('/sign-in', bare, { incoming: { socket: {} } })).status).toBe(403);
  });

  test('nothing of a release can be changed through any address', async () => {
    const { ask, signIn } = await openGuardedApp();
    const cookie = await signIn('owner');
    const [newest] = makeReleases();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of [
        '/',
        '/releases',
        `/?store=mill-lane&span=${newest?.spanNo}`,
        '/csv/releases.csv',
      ]) {
        expect((await ask(path, { method, cookie })).status).toBe(404);
      }
    }
  });
});
