import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeQuarters } from '../../companion/cli/close-quarters';
import { examineQuarters } from '../../companion/doctor/examine-quarters';
import { closeDueQuarters } from '../../companion/release/chain/close-due-quarters';
import { keepQuarters } from '../../companion/store/keep-quarters';
import type { OpenStore } from '../../companion/store/open-store';
import { FIRST, openChain } from './chain-spans';
import { trustingAuditor } from './release-auditors';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const TODAY = '2026-05-01';
const QUARTER = '2026-Q1';
const THIRD = { publishedOn: '2026-08-03', arrivedDay: '2026-08-04' };
const NOTHING = { putBack: [], differing: [] };

const close = (store: OpenStore) =>
  closeDueQuarters(store, createFakeClock(TODAY), trustingAuditor(), new AbortController().signal);

const readRows = ({ db }: OpenStore) => db.selectFrom('quarter').selectAll().orderBy('quarter').execute();

/** A chain whose first quarter has closed and is kept in a folder. */
async function closeAndKeep() {
  const folder = makeTemporaryFolder();
  const store = await openChain({ stores: 12, ...FIRST });
  await close(store);
  expect(await keepQuarters(store.db, folder)).toEqual(NOTHING);
  return { folder, rows: await readRows(store), file: join(folder, 'quarters.json') };
}

/** The chain's database as a backup from before the quarter closed has it: two stores had not yet sent. */
const openBackup = () => openChain({ stores: 10, ...FIRST });

describe('a database that was restored from before a quarter closed', () => {
  test('says what was published, to the letter, though it holds fewer spans', async () => {
    const { folder, rows } = await closeAndKeep();
    const backup = await openBackup();
    expect(await keepQuarters(backup.db, folder)).toEqual({ putBack: [QUARTER], differing: [] });
    expect(await readRows(backup)).toEqual(rows);
    expect(await close(backup)).toEqual([]);
    expect(await keepQuarters(backup.db, folder)).toEqual(NOTHING);
  });

  test('is told of by doctor when it has closed the quarter again, with what mends it', async () => {
    const { folder, rows } = await closeAndKeep();
    const backup = await openBackup();
    await close(backup);
    expect(await keepQuarters(backup.db, folder)).toEqual({ putBack: [], differing: [QUARTER] });
    expect(await examineQuarters(backup.db, folder)).toMatchObject([
      { state: 'bad', words: expect.stringMatching(/delete the row of 2026-Q1 from its table quarter/) },
    ]);
    await backup.db.deleteFrom('quarter').where('quarter', '=', QUARTER).execute();
    await keepQuarters(backup.db, folder);
    expect(await readRows(backup)).toEqual(rows);
    expect(await examineQuarters(backup.db, folder)).toEqual([]);
  });

  test('gets its quarters back before the running companion looks for those that are due', async () => {
    const { folder, rows } = await closeAndKeep();
    const backup = await openBackup();
    const ending = new AbortController();
    const events: string[] = [];
    await closeQuarters(
      {
        store: backup,
        clock: createFakeClock(TODAY),
        doubtClock: async () => {
          ending.abort();
          return null;
        },
        auditor: trustingAuditor(),
        log: (event) => events.push(event),
        keepQuarters: () => keepQuarters(backup.db, folder),
        onClosed: () => events.push('told'),
      },
      ending.signal,
    );
    expect(events).toEqual(['quarter-put-back', 'told']);
    expect(await readRows(backup)).toEqual(rows);
  });
});

describe('the kept quarters', () => {
  test('grow as quarters close, and what stands there stays; one without a report can close again', async () => {
    const { folder, rows } = await closeAndKeep();
    const store = await openChain({ stores: 12, ...FIRST }, { stores: 12, spanNo: 2, ...THIRD });
    await keepQuarters(store.db, folder);
    const { signal } = new AbortController();
    const closings = await closeDueQuarters(store, createFakeClock('2026-11-01'), trustingAuditor(), signal);
    expect(closings.map(({ outcome }) => outcome)).toEqual(['no report', 'released']);
    await keepQuarters(store.db, folder);
    await store.db.deleteFrom('quarter').execute();
    expect(await keepQuarters(store.db, folder)).toEqual({ putBack: [QUARTER, '2026-Q3'], differing: [] });
    expect((await readRows(store))[0]).toEqual(rows[0]);
  });

  test('of other stores are not taken for those of this database', async () => {
    const { folder, file } = await closeAndKeep();
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), stores: ['elsewhere'] }));
    const backup = await openBackup();
    expect(await keepQuarters(backup.db, folder)).toEqual(NOTHING);
    expect(await readRows(backup)).toEqual([]);
  });

  test.each(['', '{"stores":', '{"stores":["chain-0"],"quarters":[{"quarter":7}]}'])(
    'are written anew when the file holds %j',
    async (damage) => {
      const { folder, file } = await closeAndKeep();
      writeFileSync(file, damage);
      const store = await openChain({ stores: 12, ...FIRST });
      await close(store);
      expect(await keepQuarters(store.db, folder)).toEqual(NOTHING);
      await store.db.deleteFrom('quarter').execute();
      expect(await keepQuarters(store.db, folder)).toEqual({ putBack: [QUARTER], differing: [] });
    },
  );
});
