import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backUpReleases } from '../../companion/backup/back-up-releases';
import { examineBackup } from '../../companion/doctor/examine-backup';
import type { OpenStore } from '../../companion/store/open-store';
import { listRecords, listReleases } from '../../companion/store/release';
import { addRelease, clock, makeData, openReal, restore } from './backup-fixture';
import { makeTemporaryFolder } from './store-fixtures';
import { STORE_ID } from './store-sheets';

describe('after each release', () => {
  const backUpNow = async (store: OpenStore, dataFolder: string) =>
    backUpReleases({
      dataFolder,
      folder: join(dataFolder, 'backups'),
      records: await listRecords(store.db),
      version: '0.1.0',
      nowMs: clock.nowMs(),
    });

  test('one backup is made that restores to the same releases, and the one before is gone', async () => {
    const { folder, store } = await makeData(2);
    const first = await backUpNow(store, folder);
    expect(await backUpNow(store, folder)).toBeNull();
    await addRelease(store, 3);
    const second = await backUpNow(store, folder);
    expect(readdirSync(join(folder, 'backups'))).toEqual([second?.split('/').pop()]);
    expect(first && existsSync(first)).toBe(false);
    const elsewhere = makeTemporaryFolder();
    await restore(second ?? '', elsewhere);
    const restored = await openReal(elsewhere);
    expect(await listReleases(restored.db, STORE_ID)).toEqual(await listReleases(store.db, STORE_ID));
    expect(statSync(join(folder, 'backups')).mode & 0o077).toBe(0);
  });

  test('the one before is overwritten, not only deleted: its sheets’ counts are gone', async () => {
    const { folder, store } = await makeData(1);
    const first = (await backUpNow(store, folder)) ?? '';
    const database = openSync(join(first, 'counterstep.db'), 'r');
    onTestFinished(() => closeSync(database));
    await addRelease(store, 2);
    await backUpNow(store, folder);
    const left = readFileSync(database);
    expect(left.length).toBeGreaterThan(4096);
    expect(left.every((byte) => byte === 0)).toBe(true);
  });

  test('one that was cut off is made again, and leaves the one before until it is whole', async () => {
    const { folder, store } = await makeData(1);
    const first = (await backUpNow(store, folder)) ?? '';
    unlinkSync(join(first, 'backup.json'));
    expect(await backUpNow(store, folder)).toBe(first);
    expect(existsSync(join(first, 'backup.json'))).toBe(true);
  });

  test('the doctor knows whether it is there and whole', async () => {
    const { folder, store } = await makeData(1);
    const look = async () => examineBackup(join(folder, 'backups'), await listRecords(store.db));
    expect(await look()).toMatchObject({
      isWell: false,
      words: expect.stringContaining('its log says why not'),
    });
    const made = (await backUpNow(store, folder)) ?? '';
    expect(await look()).toMatchObject({ isWell: true });
    writeFileSync(join(made, 'counterstep.db'), 'damaged');
    expect(await look()).toMatchObject({ isWell: false });
    expect(examineBackup(folder, [])).toMatchObject({ isWell: true });
  });

  test('nothing is made before the first release, and what somebody else put there stays', async () => {
    const { folder, store } = await makeData(0);
    expect(await backUpNow(store, folder)).toBeNull();
    await addRelease(store, 1);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'mine.txt'), 'mine');
    await backUpNow(store, folder);
    expect(readFileSync(join(folder, 'backups', 'mine.txt'), 'utf8')).toBe('mine');
  });
});
