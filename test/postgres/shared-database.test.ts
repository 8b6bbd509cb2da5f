import { expect, inject, onTestFinished, test } from 'vitest';
import { MIGRATIONS, type Migration } from '../../companion/store/migrations/list';
import { openPostgres } from '../../companion/store/open-postgres';
import { listStores, saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { openTestStore } from '../unit/store-fixtures';
import { createFakeClock, makeSheet, STORE_ID } from '../unit/store-sheets';
import { makeDatabase } from './make-database';

const clock = createFakeClock();

async function makeAddress(): Promise<string> {
  const server = inject('postgres');
  if (!server) throw new Error('no server was started for this project');
  return makeDatabase(server);
}

async function open(address: string, migrations?: readonly Migration[]) {
  const store = await openPostgres(address, 'real', clock, migrations);
  onTestFinished(() => store.close());
  return store;
}

test('companions that start at once make the tables once', async () => {
  const address = await makeAddress();
  const stores = await Promise.all([1, 2, 3, 4].map(() => open(address)));
  await saveStore(stores[0] as (typeof stores)[0], {
    storeId: STORE_ID,
    name: 'One',
    isSimulated: false,
    region: null,
  });
  for (const { db } of stores) expect(await listStores(db)).toMatchObject([{ name: 'One' }]);
  const rows = await stores[3]?.db.introspection.getTables();
  expect(rows?.map(({ name }) => name)).toContain('migration');
});

test('a migration that fails leaves the older version as it was, and lets the next companion try', async () => {
  const address = await makeAddress();
  await open(address);
  const failHalfway: Migration = async (db) => {
    await db.schema.alterTable('store').addColumn('half', 'text').execute();
    throw new Error('cut');
  };
  await expect(open(address, [...MIGRATIONS, failHalfway])).rejects.toThrow('cut');
  const { db } = await open(address);
  const columns = (await db.introspection.getTables()).find(({ name }) => name === 'store')?.columns;
  expect(columns?.map(({ name }) => name)).not.toContain('half');
});

test('only one of several companions publishes at a time, and another one after it', async () => {
  const address = await makeAddress();
  const [one, two] = await Promise.all([open(address), open(address)]);
  const published: string[] = [];
  await one.runAlone('publish', async () => {
    published.push('one');
    await two.runAlone('publish', async () => void published.push('two, meanwhile'));
  });
  await two.runAlone('publish', async () => void published.push('two'));
  await expect(one.runAlone('publish', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await two.runAlone('publish', async () => void published.push('two again'));
  expect(published).toEqual(['one', 'two', 'two again']);
});

test('a sheet that several companions bring at once is taken once', async () => {
  const { db } = await openTestStore(clock);
  const sync = createSyncStore(db, clock);
  const sheet = makeSheet({ sheetNo: 1, kneeChecks: 57 });
  const other = makeSheet({ sheetNo: 1, kneeChecks: 58 });
  const ends = await Promise.all([sheet, sheet, sheet, sheet, sheet].map((one) => sync.takeSheet(one)));
  expect(ends.sort()).toEqual(['known', 'known', 'known', 'known', 'taken']);
  expect(await Promise.all([sync.takeSheet(other), sync.takeSheet(sheet)])).toEqual(['conflict', 'known']);
  expect(await db.selectFrom('sheet').select('counts').execute()).toHaveLength(1);
});

test('a server that cannot be reached is said plainly, without the password', async () => {
  const opening = openPostgres('postgres://owner:secret@127.0.0.1:1/none', 'real', clock);
  await expect(opening).rejects.toMatchObject({ code: 'database-unreachable' });
  await expect(opening).rejects.toThrow(/Check DATABASE_URL/);
  await expect(opening).rejects.not.toThrow(/secret/);
});
