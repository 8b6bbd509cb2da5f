import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addAccount } from '../../companion/access/accounts';
import { makeLink } from '../../companion/access/links';
import { findSession, startSession } from '../../companion/access/sessions';
import { makeBackup } from '../../companion/backup/make-backup';
import { claimNote, settleNote } from '../../companion/note/note-record';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { lockFolder } from '../../companion/store/lock-folder';
import { databaseFile, openStore } from '../../companion/store/open-store';
import { listReleases } from '../../companion/store/release';
import { addRelease, backUp, clock, KEY, makeData, openReal, restore } from './backup-fixture';
import { makeTemporaryFolder } from './store-fixtures';
import { KIOSK_A, KIOSK_B, STORE_ID } from './store-sheets';

const OTHER_KEY = new Uint8Array(16).fill(7);

describe('a backup', () => {
  test('taken beside an open database restores to the same releases, with the keys', async () => {
    const { folder, store } = await makeData(3);
    const released = await listReleases(store.db, STORE_ID);
    const backup = backUp(folder);
    await addRelease(store, 4);
    const target = makeTemporaryFolder();
    expect(await restore(backup.folder, target)).toMatchObject({ replaced: null, keysAdded: 1 });
    expect(await listReleases((await openReal(target)).db, STORE_ID)).toEqual(released);
    expect(openKeyring(keyFileOf(target)).find(KIOSK_A)).toEqual(KEY);
  });

  test.skipIf(process.platform === 'win32')('is for its owner only, in every file', async () => {
    const { folder } = await makeData(1);
    const backup = backUp(folder);
    expect(readdirSync(backup.folder).sort()).toEqual(['backup.json', 'counterstep.db', 'kiosk-keys.json']);
    for (const name of ['.', ...readdirSync(backup.folder)]) {
      expect(statSync(join(backup.folder, name)).mode & 0o077).toBe(0);
    }
  });

  test('can leave the keys out', async () => {
    const { folder } = await makeData(1);
    const backup = backUp(folder, false);
    expect(readdirSync(backup.folder).sort()).toEqual(['backup.json', 'counterstep.db']);
    expect(await restore(backup.folder, makeTemporaryFolder())).toMatchObject({ keysAdded: 0 });
  });

  test('does not go into a folder that holds something, and is of something', async () => {
    const { folder } = await makeData(1);
    const order = { withKeys: true, version: '0.1.0', nowMs: 0 };
    expect(() => makeBackup({ ...order, dataFolder: folder, folder })).toThrow(
      expect.objectContaining({ code: 'backup-exists' }),
    );
    const empty = makeTemporaryFolder();
    expect(() => makeBackup({ ...order, dataFolder: empty, folder: join(empty, 'b') })).toThrow(
      expect.objectContaining({ code: 'nothing-here' }),
    );
  });

  test('taken again and again beside a companion that writes all the time is whole each time', async () => {
    const folder = makeTemporaryFolder();
    const store = await openStore(folder, 'real', clock);
    await store.db.schema.createTable('busy').addColumn('n', 'integer').execute();
    let isBusy = true;
    const writing = (async () => {
      for (let n = 1; isBusy; n++) {
        // both rows or neither, in every backup
        await store.db.transaction().execute(async (transaction) => {
          for (let row = 0; row < 2; row++) {
            await transaction
              .insertInto('busy' as 'store')
              .values({ n } as never)
              .execute();
          }
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const backup = backUp(folder);
      const target = makeTemporaryFolder();
      await restore(backup.folder, target);
      const copy = await openReal(target);
      const rows = await copy.db
        .selectFrom('busy' as 'store')
        .selectAll()
        .execute();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length % 2).toBe(0);
    }
    isBusy = false;
    await writing;
    await store.close();
  });
});

describe('restoring', () => {
  test('over a database needs --replace, and puts that aside whole', async () => {
    const { folder, store } = await makeData(2);
    const backup = backUp(folder);
    await store.close();
    await expect(restore(backup.folder, folder)).rejects.toMatchObject({ code: 'restore-in-the-way' });
    const { replaced } = await restore(backup.folder, folder, true);
    expect(replaced).toContain('counterstep.db.replaced-2026-03-02T12-00-00');
    expect(existsSync(replaced ?? '')).toBe(true);
    expect(await listReleases((await openReal(folder)).db, STORE_ID)).toHaveLength(2);
  });

  test('from before a release is refused: it would be made again, and the two subtracted', async () => {
    const { folder, store } = await makeData(2);
    const backup = backUp(folder);
    await addRelease(store, 3);
    await store.close();
    const before = readFileSync(databaseFile(folder, 'real'));
    await expect(restore(backup.folder, folder, true)).rejects.toMatchObject({ code: 'restore-older' });
    expect(readFileSync(databaseFile(folder, 'real'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => /arriving|replaced/.test(name))).toEqual([]);
  });

  test('beside a running companion is refused', async () => {
    const { folder, store } = await makeData(1);
    const backup = backUp(folder);
    await store.close();
    const unlock = lockFolder(folder, 'real');
    await expect(restore(backup.folder, folder, true)).rejects.toMatchObject({ code: 'database-in-use' });
    unlock();
    await restore(backup.folder, folder, true);
  });

  test('ends the sessions and one-time links of that time', async () => {
    const { folder, store } = await makeData(1);
    const { accountId } = await addAccount(store.db, 'owner', 'owner', clock.nowMs());
    const cookie = await startSession(store.db, accountId, clock.nowMs());
    await makeLink(store.db, accountId, clock.nowMs());
    const backup = backUp(folder);
    const target = makeTemporaryFolder();
    await restore(backup.folder, target);
    const { db } = await openReal(target);
    expect(await findSession(db, cookie, clock.nowMs())).toBeUndefined();
    expect(await db.selectFrom('link').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('account').selectAll().execute()).toHaveLength(1);
  });

  test('keeps keys that are there: they may be newer', async () => {
    const { folder, store } = await makeData(1);
    openKeyring(keyFileOf(folder)).add(KIOSK_B, KEY);
    const backup = backUp(folder);
    await store.close();
    const target = makeTemporaryFolder();
    openKeyring(keyFileOf(target)).add(KIOSK_A, OTHER_KEY);
    expect(await restore(backup.folder, target)).toMatchObject({ keysAdded: 1 });
    expect(openKeyring(keyFileOf(target)).find(KIOSK_A)).toEqual(OTHER_KEY);
    expect(openKeyring(keyFileOf(target)).find(KIOSK_B)).toEqual(KEY);
  });

  const damages: { name: string; damage: (folder: string) => void }[] = [
    { name: 'no list', damage: (folder) => writeFileSync(join(folder, 'backup.json'), '') },
    { name: 'a list that is none', damage: (folder) => writeFileSync(join(folder, 'backup.json'), '[]') },
    {
      name: 'another format',
      damage: (folder) => {
        const path = join(folder, 'backup.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"format": 1', '"format": 2'));
      },
    },
    {
      name: 'a path for a name',
      damage: (folder) => {
        const path = join(folder, 'backup.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"kiosk-keys.json"', '"../../etc/passwd"'));
      },
    },
    {
      name: 'one flipped bit in the database',
      damage: (folder) => {
        const path = join(folder, 'counterstep.db');
        const bytes = readFileSync(path);
        bytes[5000] = (bytes[5000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    },
    { name: 'a cut database', damage: (folder) => writeFileSync(join(folder, 'counterstep.db'), '') },
  ];
  test.each(damages)('a backup with $name is refused', async ({ damage }) => {
    const { folder } = await makeData(1);
    const backup = backUp(folder);
    damage(backup.folder);
    const target = makeTemporaryFolder();
    await expect(restore(backup.folder, target)).rejects.toMatchObject({ code: 'backup-unreadable' });
    expect(existsSync(databaseFile(target, 'real'))).toBe(false);
  });
});

test('the commands back up a running companion and restore it elsewhere', async () => {
  const { folder, store } = await makeData(2);
  await store.close();
  const run = async (...words: string[]) => {
    const child = spawn(process.execPath, ['dist/companion/main.js', ...words], { env: {} });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [status] = await once(child, 'close');
    return { status, said };
  };
  const running = spawn(
    process.execPath,
    ['dist/companion/main.js', 'start', '--port', '0', '--data', folder],
    {
      env: {},
    },
  );
  onTestFinished(() => void running.kill('SIGKILL'));
  await once(running.stdout, 'data');
  const out = join(makeTemporaryFolder(), 'backup');
  expect(await run('backup', '--data', folder, '--out', out)).toMatchObject({ status: 0 });
  const target = makeTemporaryFolder();
  const restored = await run('restore', out, '--data', target);
  expect(restored.said).toContain('Restored the backup of');
  const exported = await run('export', '--data', target);
  expect(exported.said).toBe((await run('export', '--data', folder)).said);
  expect(exported.said.split('\n').length).toBeGreaterThan(200);
  expect(await run('restore', out, '--data', folder, '--replace')).toMatchObject({
    status: 1,
    said: expect.stringContaining('[database-in-use]'),
  });
}, 60_000);

test('a restored companion sends no note that may have been sent before', async () => {
  const { folder, store } = await makeData(2);
  const backup = backUp(folder);
  expect(await claimNote(store.db, STORE_ID, 2, clock.nowMs())).toBe(true);
  await settleNote(store.db, STORE_ID, 2, 'sent', clock.nowMs());
  const elsewhere = makeTemporaryFolder();
  await restore(backup.folder, elsewhere);
  const restored = await openReal(elsewhere);
  expect(await claimNote(restored.db, STORE_ID, 2, clock.nowMs())).toBe(false);
  await addRelease(restored, 3);
  expect(await claimNote(restored.db, STORE_ID, 3, clock.nowMs())).toBe(true);
});
