import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveKiosk } from '../../companion/store/kiosk';
import { MIGRATIONS, type Migration } from '../../companion/store/migrations/list';
import { openStore } from '../../companion/store/open-store';
import { listStores, saveStore } from '../../companion/store/store';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const clock = createFakeClock();
const addNote: Migration = async (db) => {
  await db.schema.alterTable('store').addColumn('note', 'text').execute();
};
const failHalfway: Migration = async (db) => {
  await db.schema.alterTable('store').addColumn('half', 'text').execute();
  throw new Error('cut');
};

test('simulated and real data lie in separate files and refuse each other', async () => {
  const folder = makeTemporaryFolder();
  for (const kind of ['real', 'simulated'] as const) {
    const store = await openStore(folder, kind, clock);
    const entry = { storeId: STORE_ID, name: kind, region: null };
    const kiosk = { storeId: STORE_ID, kioskId: 'a000000000000001', name: 'Till', board: 'pixljs' };
    const isSimulated = kind === 'simulated';
    await saveStore(store, { ...entry, isSimulated });
    const mixed = { code: 'kinds-mixed' };
    await expect(saveStore(store, { ...entry, isSimulated: !isSimulated })).rejects.toMatchObject(mixed);
    await expect(saveKiosk(store, { ...kiosk, isSimulated: !isSimulated })).rejects.toMatchObject(mixed);
    expect(await listStores(store.db)).toMatchObject([{ name: kind, isSimulated }]);
    await store.close();
  }
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['counterstep.db', 'simulated.db']));
});

test.skipIf(process.platform === 'win32')('only its owner may read the database', async () => {
  const folder = makeTemporaryFolder();
  await openTestStore(clock, folder);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

test('everything is there when it is opened again, and no copy is made without need', async () => {
  const folder = makeTemporaryFolder();
  const first = await openStore(folder, 'real', clock);
  await saveStore(first, { storeId: STORE_ID, name: 'One', isSimulated: false, region: 'North' });
  await saveStore(first, { storeId: STORE_ID, name: 'Two', isSimulated: false, region: null });
  await first.close();
  const second = await openStore(folder, 'real', clock);
  expect(await listStores(second.db)).toEqual([
    { storeId: STORE_ID, name: 'Two', isSimulated: false, region: null },
  ]);
  await second.close();
  expect(readdirSync(folder).filter((name) => name.includes('version'))).toEqual([]);
});

test('a migration leaves a whole copy of the older database until the next deletion', async () => {
  const folder = makeTemporaryFolder();
  const before = await openStore(folder, 'real', clock);
  await saveStore(before, { storeId: STORE_ID, name: 'Kept', isSimulated: false, region: null });
  await before.close();
  const after = await openStore(folder, 'real', clock, [...MIGRATIONS, addNote]);
  expect(await after.db.selectFrom('store').selectAll().execute()).toMatchObject([
    { name: 'Kept', note: null },
  ]);
  const copy = join(folder, `counterstep.db.version-${MIGRATIONS.length}`);
  expect(readFileSync(copy).includes('Kept')).toBe(true);
  await after.forgetDeleted();
  expect(existsSync(copy)).toBe(false);
  await after.close();
});

test('a migration that fails leaves the older version as it was', async () => {
  const folder = makeTemporaryFolder();
  await (await openStore(folder, 'real', clock)).close();
  await expect(openStore(folder, 'real', clock, [...MIGRATIONS, addNote, failHalfway])).rejects.toThrow(
    'cut',
  );
  const store = await openStore(folder, 'real', clock, [...MIGRATIONS, addNote]);
  const columns = (await store.db.introspection.getTables()).find(({ name }) => name === 'store')?.columns;
  expect(columns?.map(({ name }) => name)).not.toContain('half');
  await store.close();
});

test('a database of a newer version is refused', async () => {
  const folder = makeTemporaryFolder();
  await (await openStore(folder, 'real', clock, [...MIGRATIONS, addNote])).close();
  await expect(openStore(folder, 'real', clock)).rejects.toMatchObject({ code: 'database-too-new' });
});

test('a file that is no database is refused and left alone', async () => {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'counterstep.db');
  writeFileSync(path, 'not a database '.repeat(500));
  await expect(openStore(folder, 'real', clock)).rejects.toMatchObject({ code: 'database-unreadable' });
  expect(readFileSync(path, 'utf8')).toContain('not a database');
});

test('a data folder that cannot be made is refused', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore(join(folder, 'file', 'data'), 'real', clock)).rejects.toMatchObject({
    code: 'data-folder-unusable',
  });
});
