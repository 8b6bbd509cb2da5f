import { describe, expect, test } from 'vitest';
import { makeToken, revokeToken } from '../../companion/access/tokens';
import { writeMetrics } from '../../companion/web/api/metrics-text';
import { createApp } from '../../companion/web/app';
import type { Deps } from '../../companion/web/deps';
import { counterKeys } from '../../shared/check/codes';
import { NOW_MS, openGuardedApp } from './access-fixture';
import { makeDeps, makeKiosk, makeReadModel, makeRelease } from './web-fixture';

const TOOLS = [
  '/api/v1/stores',
  '/api/v1/stores/mill-lane/releases',
  '/api/v1/stores/mill-lane/kiosks',
  '/metrics',
];

async function get(path: string, changed: Partial<Deps> = {}) {
  const answer = await createApp(makeDeps(changed)).request(path);
  const text = await answer.text();
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

describe('the API', () => {
  test('lists stores, and releases page by page', async () => {
    expect((await get('/api/v1/stores')).json.stores).toEqual([
      { storeId: 'mill-lane', name: 'Mill Lane Running', isSimulated: true, region: null },
    ]);
    const first = (await get('/api/v1/stores/mill-lane/releases?limit=5')).json.releases;
    expect(first.map(({ spanNo }: { spanNo: number }) => spanNo)).toEqual([12, 11, 10, 9, 8]);
    const next = (await get('/api/v1/stores/mill-lane/releases?limit=100&before=8')).json.releases;
    expect(next.map(({ spanNo }: { spanNo: number }) => spanNo)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test('tells the three states apart', async () => {
    const release = { ...makeRelease(1), bands: makeRelease(1).bands.slice(0, 75) };
    const readModel = makeReadModel({ listReleases: async () => [release] });
    const { figures, ...span } = (await get('/api/v1/stores/mill-lane/releases/1', { readModel })).json;
    expect(span).toMatchObject({ storeId: 'mill-lane', spanNo: 1, isSimulated: true, kiosks: 2 });
    expect(figures['loc.front']).toEqual({ state: 'number', atLeast: 30, atMost: 39 });
    expect(figures['loc.back']).toEqual({ state: 'held back' });
    expect(figures['shoe.fine']).toEqual({ state: 'no report' });
    expect(figures.finished).toEqual({ state: 'number', atLeast: 120, atMost: 129 });
  });

  test('says how kiosks are, and nothing of their exact totals', async () => {
    const { text, json } = await get('/api/v1/stores/mill-lane/kiosks');
    expect(json.kiosks).toMatchObject([
      { name: 'By the till', state: 'well', batteryPercent: 81, lastSyncError: null },
      { name: 'Fitting area', state: 'alarm', sheetsWaiting: 2 },
    ]);
    expect(text).not.toMatch(/started|finished|"key"/);
  });

  test('gives releases as CSV, the same file as the pages', async () => {
    const api = await get('/api/v1/stores/mill-lane/releases.csv');
    expect(api.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(api.text).toBe((await get('/csv/releases.csv?store=mill-lane')).text);
  });

  const unusable = [
    { path: '/stores/nowhere/releases', status: 404, code: 'store-unknown' },
    { path: '/stores/nowhere/kiosks', status: 404, code: 'store-unknown' },
    { path: '/stores/nowhere/releases.csv', status: 404, code: 'store-unknown' },
    { path: '/stores/__proto__/releases', status: 404, code: 'store-unknown' },
    { path: "/stores/'%20OR%201=1/releases", status: 404, code: 'store-unknown' },
    { path: `/stores/${'x'.repeat(101)}/releases`, status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases/99', status: 404, code: 'span-unknown' },
    { path: '/stores/mill-lane/releases/0', status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases/1e400', status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases/1;DROP', status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases?limit=1000000', status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases?limit=<script>', status: 400, code: 'query-unusable' },
    { path: '/stores/mill-lane/releases?before=-1', status: 400, code: 'query-unusable' },
    { path: '/nowhere', status: 404, code: 'page-unknown' },
  ];
  test.each(unusable)('answers $path with $status and $code', async ({ path, status, code }) => {
    const answer = await get(`/api/v1${path}`);
    expect({ status: answer.status, code: answer.json.error.code }).toEqual({ status, code });
    expect(answer.text).not.toContain('<script>');
  });

  test('changes nothing: there is no route that takes anything', async () => {
    const app = createApp(makeDeps());
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { 'Sec-Fetch-Site': 'same-origin' };
      const answer = await app.request('/api/v1/stores/mill-lane/releases/1', { method, headers });
      expect(answer.status).toBe(404);
    }
  });

  test('fails without its reasons', async () => {
    const readModel = makeReadModel({ listStores: () => Promise.reject(new Error('secret path')) });
    const answer = await get('/api/v1/stores', { readModel });
    expect({ status: answer.status, code: answer.json.error.code }).toEqual({
      status: 500,
      code: 'page-failed',
    });
    expect(answer.text).not.toContain('secret path');
  });
});

describe('the description of the API', () => {
  test('names every route with its answers, and the way to show a token', async () => {
    const { json } = await get('/api/v1/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths).sort()).toEqual([
      '/kiosks',
      '/quarters',
      '/stores',
      '/stores/{storeId}/kiosks',
      '/stores/{storeId}/releases',
      '/stores/{storeId}/releases.csv',
      '/stores/{storeId}/releases/{spanNo}',
    ]);
    expect(json.components.securitySchemes.token).toEqual({ type: 'http', scheme: 'bearer' });
    for (const { get: route } of Object.values(json.paths) as {
      get: { responses: object; security: unknown };
    }[]) {
      expect(Object.keys(route.responses)).toContain('200');
      expect(route.security).toEqual([{ token: [] }]);
    }
  });

  test('describes what is answered: every field of an answer is in its schema, and none is missing', async () => {
    const { schemas } = (await get('/api/v1/openapi.json')).json.components;
    const named = (schema: { properties: object }) => Object.keys(schema.properties).sort();
    const [release] = (await get('/api/v1/stores/mill-lane/releases')).json.releases;
    const [kiosk] = (await get('/api/v1/stores/mill-lane/kiosks')).json.kiosks;
    const [store] = (await get('/api/v1/stores')).json.stores;
    expect(named(schemas.Release)).toEqual(Object.keys(release).sort());
    expect(named(schemas.Kiosk)).toEqual(Object.keys(kiosk).sort());
    expect(named(schemas.Store)).toEqual(Object.keys(store).sort());
  });
});

describe('metrics', () => {
  test('hold operational and released values', async () => {
    const { text, headers } = await get('/metrics');
    expect(headers.get('Content-Type')).toContain('version=0.0.4');
    const kiosk = 'store="mill-lane",kiosk="4f2a91c07be355d1",name="By the till"';
    expect(text).toContain(`counterstep_kiosk_data_age_seconds{${kiosk}} 720\n`);
    expect(text).toContain(`counterstep_kiosk_battery_percent{${kiosk}} 81\n`);
    expect(text).toContain('counterstep_release_span{store="mill-lane"} 12\n');
    expect(text).toContain('counterstep_release_finished_at_least{store="mill-lane"} 140\n');
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="[^"]*",?)+\})? -?\d+)$/);
    }
  });

  test('hold no exact count: a figure that is held back is missing, and no answer is named', async () => {
    const release = { ...makeRelease(1), finished: null };
    const readModel = makeReadModel({ listReleases: async () => [release] });
    const { text } = await get('/metrics', { readModel });
    expect(text).not.toContain('finished_at_least');
    for (const key of counterKeys.filter((name) => name.includes('.'))) expect(text).not.toContain(key);
  });

  test('cannot be forged by a name', () => {
    const name = 'x"} 1\nforged{a="\\';
    const text = writeMetrics([{ name: 'm', help: 'h', samples: [{ labels: { name }, value: 2 }] }]);
    expect(text).toBe('# HELP m h\n# TYPE m gauge\nm{name="x\\"} 1\\nforged{a=\\"\\\\"} 2\n');
  });

  test('say nothing of a kiosk that was never heard', async () => {
    const kiosk = makeKiosk({ lastHeardAtMs: null, vitals: null, sheetsWaiting: null });
    const { text } = await get('/metrics', { readModel: makeReadModel({ listKiosks: async () => [kiosk] }) });
    expect(text).not.toMatch(/data_age|battery|sheets_waiting/);
  });
});

describe('health', () => {
  test('is ok as long as the database answers, and says no more', async () => {
    expect((await get('/health')).json).toEqual({ status: 'ok' });
    const readModel = makeReadModel({ listStores: () => Promise.reject(new Error('secret path')) });
    const failing = await get('/health', { readModel });
    expect({ status: failing.status, json: failing.json }).toEqual({
      status: 503,
      json: { status: 'failing' },
    });
  });
});

describe('with passwords', () => {
  test('tools need a token that is not revoked; cookies do not help them', async () => {
    const { ask, db, signIn } = await openGuardedApp();
    const token = await makeToken(db, 'tool', NOW_MS);
    const cookie = await signIn('owner');
    const headers = { Authorization: `Bearer ${token}` };
    for (const path of TOOLS) {
      expect((await ask(path, { headers })).status).toBe(200);
      for (const Authorization of [
        '',
        'Bearer',
        `Basic ${token}`,
        'Bearer x',
        `Bearer ${token}x`,
        `Bearer ${token} x`,
      ]) {
        const refused = await ask(path, { headers: { Authorization }, cookie });
        expect(refused.status).toBe(401);
        expect(refused.headers.get('WWW-Authenticate')).toContain('Bearer');
        expect(refused.text).not.toContain('Mill Lane');
      }
    }
    const [entry] = await db.selectFrom('token').select('tokenId').execute();
    await revokeToken(db, entry?.tokenId ?? '');
    for (const path of TOOLS) expect((await ask(path, { headers })).status).toBe(401);
  });

  test('the description and the health are for all, the database stays out of them', async () => {
    const { ask } = await openGuardedApp();
    for (const path of ['/health', '/api/v1/openapi.json']) {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('Mill Lane');
    }
  });

  test('a token is in no log', async () => {
    const { ask, db, events } = await openGuardedApp();
    const token = await makeToken(db, 'tool', NOW_MS);
    await ask('/api/v1/stores/mill-lane/releases?limit=3', { headers: { Authorization: `Bearer ${token}` } });
    expect(events.at(-1)).toMatchObject({ event: 'request', fields: { status: 200 } });
    expect(JSON.stringify(events)).not.toMatch(/counterstep_|limit=3|mill-lane/);
  });
});
