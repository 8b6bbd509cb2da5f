import { describe, expect, test } from 'vitest';
import { makeStoreToken } from '../../companion/forward/store-token';
import { saveKiosk } from '../../companion/store/kiosk';
import { createReadModel } from '../../companion/store/read-model';
import { saveStore } from '../../companion/store/store';
import { createApp } from '../../companion/web/app';
import { openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';
import { makeDeps, makeRelease } from './web-fixture';

const NOW_MS = Date.parse('2026-03-09T09:00:00Z');
const HOUR_MS = 3_600_000;
const STORES = 30;
const idOf = (store: number): string => `shop-${String(store).padStart(2, '0')}`;
const nameOf = (store: number): string =>
  store === 7 ? 'Café 100% Läufer' : `Shop ${String(store).padStart(2, '0')}`;

/** A chain of thirty stores in two regions and none, a kiosk each, with two releases each but for the last. */
async function openChain() {
  const store = await openTestStore(createFakeClock());
  await store.db.deleteFrom('kiosk').execute();
  await store.db.deleteFrom('store').execute();
  for (let number = 0; number < STORES; number++) {
    const storeId = idOf(number);
    const region = number === 29 ? null : number % 3 === 0 ? 'North' : 'South';
    await saveStore(store, { storeId, name: nameOf(number), isSimulated: true, region });
    const kioskId = number.toString(16).padStart(16, '0');
    await saveKiosk(store, { storeId, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
    const heardHours = number === 28 ? null : number === 12 ? 50 : number === 15 ? 40 : number === 5 ? 8 : 1;
    await store.db
      .updateTable('kiosk')
      .set({
        lastSyncAt: heardHours === null ? null : new Date(NOW_MS - heardHours * HOUR_MS).toISOString(),
        needsLook: number === 20 ? 1 : 0,
      })
      .where('storeId', '=', storeId)
      .execute();
    for (const spanNo of number === 29 ? [] : [11, 12]) {
      const record = { ...makeRelease(spanNo), storeId };
      await store.db
        .insertInto('release')
        .values({ storeId, spanNo, publishedOn: record.publishedOn, record: JSON.stringify(record) })
        .execute();
    }
  }
  const app = createApp(makeDeps({ readModel: createReadModel(store.db), nowMs: () => NOW_MS }));
  const get = async (path: string): Promise<string> => (await app.request(path)).text();
  return { store, get };
}

const storesOn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="\/\?store=([^"]+)"/g)].map(([, id]) => id ?? '');
const kiosksOn = (html: string): string[] =>
  [...html.matchAll(/<dt>Store<\/dt><dd[^>]*>([^<]+)<\/dd>/g)].map(([, name]) => name ?? '');

describe('the page of stores', () => {
  test('shows twenty by name with their newest span, and leads to the rest', async () => {
    const { get } = await openChain();
    const [first, second, beyond] = [
      await get('/stores'),
      await get('/stores?page=2'),
      await get('/stores?page=9'),
    ];
    expect(storesOn(first)).toHaveLength(20);
    expect([...storesOn(first), ...storesOn(second)].sort()).toEqual(
      Array.from({ length: STORES }, (_, store) => idOf(store)),
    );
    expect(first).toContain('1 to 20 of 30 stores');
    expect(first).toContain('href="/stores?page=2"');
    expect(second).toContain('href="/stores"');
    expect(second).toContain('<td class="no-report">no report</td>');
    expect(beyond).toContain('Show all stores');
  });

  test.each([
    ['?q=SHOP+02', [2]],
    ['?q=shop-29', [29]],
    ['?q=100%25', [7]],
    ['?q=%25', [7]],
    ['?q=_', []],
    ['?q=%27%22%3B--', []],
    ['?region=North', [0, 3, 6, 9, 12, 15, 18, 21, 24, 27]],
    ['?region=North&q=shop+2', [21, 24, 27]],
    ['?region=West', []],
  ])('finds %s', async (query, found) => {
    const { get } = await openChain();
    expect(storesOn(await get(`/stores${query}`)).sort()).toEqual(found.map(idOf));
  });

  test('the file has every store', async () => {
    const { get } = await openChain();
    expect((await get('/csv/stores.csv')).trim().split('\r\n')).toHaveLength(1 + STORES);
  });
});

describe('the page of kiosks', () => {
  test('shows those first that need attention: the longest silent, the silent, the late or low, the well', async () => {
    const { get } = await openChain();
    const page = await get('/kiosks');
    expect(kiosksOn(page).slice(0, 6)).toEqual([
      'Shop 28',
      'Shop 12',
      'Shop 15',
      'Shop 05',
      'Shop 20',
      'Shop 00',
    ]);
    expect(page).toContain('Of 30 kiosks 3 not heard for over a day, 2 need a look.');
    expect(kiosksOn(await get('/kiosks?page=2'))).toHaveLength(6);
    expect(kiosksOn(await get('/kiosks?region=North'))).toHaveLength(10);
    expect(kiosksOn(await get('/kiosks?q=shop+12'))).toEqual(['Shop 12']);
  });
});

test('regions say how many stores and kiosks they have and how many need attention; none is counted twice', async () => {
  const { store } = await openChain();
  expect(await createReadModel(store.db).listRegions(NOW_MS)).toEqual([
    { region: 'North', stores: 10, kiosks: 10, alarms: 2, looks: 0 },
    { region: 'South', stores: 19, kiosks: 19, alarms: 1, looks: 2 },
    { region: null, stores: 1, kiosks: 1, alarms: 0, looks: 0 },
  ]);
});

test('a store that sends here has no settings here', async () => {
  const { store, get } = await openChain();
  for (let number = 1; number < STORES; number++) await makeStoreToken(store.db, idOf(number));
  await store.db.updateTable('kiosk').set({ forwarded: '{}' }).where('storeId', '<>', idOf(0)).execute();
  const page = await get('/settings');
  expect(page).toContain('Shop 00');
  expect(page).not.toContain('Shop 02');
});

test('the API pages through stores and kiosks as the pages do', async () => {
  const { get } = await openChain();
  const stores = JSON.parse(await get('/api/v1/stores?region=South&limit=5&offset=15'));
  expect(stores.total).toBe(19);
  expect(stores.stores).toHaveLength(4);
  const kiosks = JSON.parse(await get('/api/v1/kiosks?limit=2'));
  expect(kiosks).toMatchObject({ total: 30, alarms: 3, looks: 2 });
  expect(kiosks.kiosks.map(({ storeId }: { storeId: string }) => storeId)).toEqual(['shop-28', 'shop-12']);
});
