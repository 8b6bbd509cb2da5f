import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listDataFiles } from '../../companion/privacy/data-files';
import { readHoldings } from '../../companion/privacy/holdings';
import { describePrivacy } from '../../companion/privacy/privacy-text';
import { notPromised, promises } from '../../companion/privacy/promises';
import { tablesInWords } from '../../companion/privacy/tables-in-words';
import { publishDue } from '../../companion/release/release-store';
import { createReadModel } from '../../companion/store/read-model';
import { createSyncStore } from '../../companion/store/sync-store';
import { createApp } from '../../companion/web/app';
import { releasesCsv } from '../../companion/web/bands/releases-csv';
import { exportReleases } from '../../companion/web/bands/releases-json';
import { trustingAuditor } from './release-auditors';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, makeSheet } from './store-sheets';
import { makeDeps, makeRelease } from './web-fixture';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXACT = 45_671;
const WAITING = 33_917;

/** A store with one release, and one sheet that waits. */
async function openWithRelease(folder = makeTemporaryFolder()) {
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock, folder);
  const sync = createSyncStore(store.db, clock);
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: EXACT }));
  clock.set('2026-03-09');
  await publishDue(store, clock, trustingAuditor());
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: WAITING }));
  return store;
}

test('every table and every column of the database is said in words', async () => {
  const store = await openWithRelease();
  const inDatabase = (await store.db.introspection.getTables())
    .filter(({ name }) => name !== 'migration')
    .map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]);
  const inWords = Object.entries(tablesInWords).map(([name, { columns }]) => [
    name,
    Object.keys(columns).sort(),
  ]);
  expect(Object.fromEntries(inWords)).toEqual(Object.fromEntries(inDatabase));
});

test('the real rows are counted and shown, without exact counts and hashes', async () => {
  const store = await openWithRelease();
  const holdings = await readHoldings(store.db);
  const counts = Object.fromEntries(holdings.map(({ table, rowCount }) => [table, rowCount]));
  expect(counts).toMatchObject({ store: 1, kiosk: 2, sheet: 2, span: 1, release: 1, quarantine: 0 });
  const text = JSON.stringify(holdings);
  expect(text).toContain('2026-03-09');
  const { hash } = await store.db.selectFrom('sheet').select('hash').limit(1).executeTakeFirstOrThrow();
  for (const secret of [String(EXACT), String(WAITING), hash]) expect(text).not.toContain(secret);
});

test('the text names every table, file, promise and what is not promised', async () => {
  const folder = makeTemporaryFolder();
  const store = await openWithRelease(folder);
  const holdings = await readHoldings(store.db);
  const text = describePrivacy(folder, listDataFiles(folder), [{ kind: 'simulated', holdings }]);
  for (const name of Object.keys(tablesInWords)) expect(text).toContain(`\n${name}: `);
  for (const { sentence } of [...promises, ...notPromised]) expect(text).toContain(sentence);
  expect(text).toMatch(/simulated\.db, \d+ bytes: the database of simulated kiosks/);
  expect(text).not.toContain('not made by Counterstep');
});

test('files of every kind that a companion leaves are said in words, in folders too', () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'backups', 'releases-1-0123abcd'), { recursive: true });
  const names = [
    'backups/releases-1-0123abcd/counterstep.db',
    'backups/releases-1-0123abcd/kiosk-keys.json',
    'counterstep.db',
    'counterstep.db-wal',
    'counterstep.db.arriving',
    'counterstep.db.replaced-2026-03-02T12-00-00.000Z',
    'counterstep.db.replaced-2026-03-02T12-00-00.000Z-wal',
    'counterstep.db.version-4',
    'kiosk-keys.json',
    'kiosk-keys.json.half',
    'real.lock',
    'counterstep.config.json',
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
  const listed = listDataFiles(folder);
  expect(listed.map(({ name }) => name)).toEqual([...names].sort());
  expect(listed.filter(({ words }) => words === 'not made by Counterstep')).toEqual([]);
  const kinds = new Set(listed.map(({ words }) => words));
  expect(kinds.size).toBe(names.length - 1); // an aside database and its log are of one kind
});

test('a file that somebody else put into the data folder is named as such', () => {
  const folder = makeTemporaryFolder();
  expect(listDataFiles(join(folder, 'nothing'))).toEqual([]);
  execFileSync('touch', [join(folder, 'notes.txt')]);
  expect(listDataFiles(folder)).toEqual([{ name: 'notes.txt', bytes: 0, words: 'not made by Counterstep' }]);
});

test('every promise names tests that exist', () => {
  expect(promises.every(({ tests }) => tests.length > 0)).toBe(true);
  const missing = [...promises, ...notPromised]
    .flatMap(({ tests }) => tests)
    .filter((file) => !existsSync(join(ROOT, file)));
  expect(missing).toEqual([]);
});

test('the README names the tests of every promise and of what is not promised, and only ones that exist', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const named = new Set(readme.match(/test\/[\w./-]+\.test\.ts/g) ?? []);
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(
    [...promises, ...notPromised].flatMap(({ tests }) => tests).filter((file) => !named.has(file)),
  ).toEqual([]);
});

test('the page says it all, with rows and without exact counts', async () => {
  const store = await openWithRelease();
  const app = createApp(makeDeps({ readModel: createReadModel(store.db) }));
  const answer = await app.request('/privacy');
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const name of Object.keys(tablesInWords))
    expect(text).toContain(`<h2 id="table-${name}">${name}</h2>`);
  expect(text).toContain('<caption>The newest rows of release</caption>');
  expect(text).not.toContain(String(EXACT));
  expect(text).not.toContain(String(WAITING));
});

test('an export says each figure in one of three states', () => {
  const release = { ...makeRelease(1), bands: [30, null] };
  const [exported] = exportReleases([release]);
  expect(exported?.figures['path.knee']).toEqual({ state: 'number', atLeast: 30, atMost: 39 });
  expect(exported?.figures['path.shoes']).toEqual({ state: 'held back' });
  expect(exported?.figures['rf1.calf']).toEqual({ state: 'no report' });
  const csv = releasesCsv([release]);
  expect(csv).toContain(',path.knee,number,30,39\r\n');
  expect(csv).toContain(',path.shoes,held back,,\r\n');
  expect(csv).toContain(',rf1.calf,no report,,\r\n');
});

test('the built commands say what is held, and export it', async () => {
  const folder = makeTemporaryFolder();
  const store = await openWithRelease(folder);
  await store.close();
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, ['dist/companion/main.js', ...words, '--data', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  const said = run('privacy');
  expect(said).toContain('Tables of the simulated database');
  expect(said).toContain('sheet: 2 rows');
  expect(said).not.toContain(String(EXACT));
  expect(run('export').split('\r\n')).toContain(
    'store-1,1,2026-03-02,2026-03-08,2026-03-09,yes,finished,number,45670,45679',
  );
  const [json] = JSON.parse(run('export', '--format', 'json', '--simulated'));
  expect(json.figures.finished).toEqual({ state: 'number', atLeast: 45_670, atMost: 45_679 });
});
