import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod';
import type { Clock } from '../clock';
import { CompanionError } from '../errors';
import { giveUpNotes } from '../note/note-record';
import { keyFileOf, openKeyring } from '../store/keyring';
import { lockFolder } from '../store/lock-folder';
import { databaseFile, hasDatabase, openStore } from '../store/open-store';
import { replaceBy } from '../store/replace-file';
import { type Manifest, readManifest } from './manifest';

const spanRows = z.array(z.object({ storeId: z.string(), spanNo: z.number() }));

/** What a restore did. */
export interface Restored {
  readonly manifest: Manifest;
  /** where the database that was there before lies now; null: there was none */
  readonly replaced: string | null;
  readonly keysAdded: number;
}

/** What is restored, and where to. */
export interface RestoreOrder {
  readonly folder: string;
  readonly dataFolder: string;
  /** put a database that is there aside */
  readonly replace: boolean;
}

/**
 * Puts a backup's database into a data folder and adds its keys to those that are there.
 *
 * Its releases are read back as they were published. Sessions and one-time links of that time are ended, and no note
 * about its releases is sent any more; kiosks send again what the backup lacks and they still hold. A cut leaves the old
 * database, the new one or none, never half of one.
 *
 * @throws CompanionError `backup-unreadable`, `database-in-use`, `restore-in-the-way`, `restore-older`
 */
export async function restoreBackup(order: RestoreOrder, clock: Clock): Promise<Restored> {
  const { folder, dataFolder } = order;
  const manifest = readManifest(folder);
  const unlock = lockFolder(dataFolder, 'real');
  try {
    const isThere = hasDatabase(dataFolder, 'real');
    if (isThere && !order.replace) throw new CompanionError('restore-in-the-way', dataFolder);
    const arriving = `${databaseFile(dataFolder, 'real')}.arriving`;
    if (isThere) refuseOlder(databaseFile(dataFolder, 'real'), join(folder, 'counterstep.db'));
    replaceBy(arriving, (half) => copyFileSync(join(folder, 'counterstep.db'), half));
    const replaced = isThere ? putAside(dataFolder, clock.nowMs()) : null;
    renameSync(arriving, databaseFile(dataFolder, 'real'));
    const store = await openStore(dataFolder, 'real', clock);
    try {
      for (const table of ['session', 'link'] as const) await store.db.deleteFrom(table).execute();
      await giveUpNotes(store.db, clock.nowMs());
    } finally {
      await store.close();
    }
    return { manifest, replaced, keysAdded: addKeys(folder, dataFolder, manifest) };
  } finally {
    unlock();
  }
}

/** Refuses a backup from before a release: the release would be made again, from other sheets. */
function refuseOlder(present: string, arriving: string): void {
  const known = newestSpans(arriving);
  for (const [storeId, spanNo] of newestSpans(present)) {
    if (spanNo > (known.get(storeId) ?? 0)) {
      throw new CompanionError('restore-older', `Store ${storeId}, span ${spanNo}.`);
    }
  }
}

function newestSpans(path: string): Map<string, number> {
  try {
    const libsql = new Libsql(path);
    try {
      const rows = libsql
        .prepare('SELECT storeId, MAX(spanNo) AS spanNo FROM "release" GROUP BY storeId')
        .all();
      return new Map(spanRows.parse(rows).map(({ storeId, spanNo }) => [storeId, spanNo]));
    } finally {
      libsql.close();
    }
  } catch (error) {
    throw new CompanionError('database-unreadable', path, error);
  }
}

function putAside(dataFolder: string, nowMs: number): string {
  const path = databaseFile(dataFolder, 'real');
  const aside = `${path}.replaced-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

function addKeys(folder: string, dataFolder: string, manifest: Manifest): number {
  if (manifest.files['kiosk-keys.json'] === undefined) return 0;
  const saved = openKeyring(join(folder, 'kiosk-keys.json'));
  const keyring = openKeyring(keyFileOf(dataFolder));
  let added = 0;
  for (const kioskId of saved.kioskIds()) {
    const key = saved.find(kioskId);
    if (!key || keyring.find(kioskId)) continue; // a key that is here may be newer than the backup
    keyring.add(kioskId, key);
    added++;
  }
  return added;
}
