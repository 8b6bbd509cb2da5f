import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { CompanionError } from '../errors';
import { isWhole } from '../store/is-whole';
import { keyFileOf } from '../store/keyring';
import { databaseFile, hasDatabase } from '../store/open-store';
import { replaceBy, replaceFile } from '../store/replace-file';
import { hashFile, MANIFEST, type Manifest } from './manifest';

/** What a backup is taken of, and where it goes. */
export interface BackupOrder {
  readonly dataFolder: string;
  /** made when it is not there; must be empty */
  readonly folder: string;
  /** without its keys a kiosk has to be flashed again */
  readonly withKeys: boolean;
  readonly version: string;
  readonly nowMs: number;
}

/**
 * Copies the database as it is at one moment, beside a running companion too, and the kiosks' keys.
 *
 * The copy is checked before the backup counts as whole. What was deleted from the database is not in it.
 *
 * @throws CompanionError `nothing-here`, `backup-exists`, `backup-unreadable`
 */
export function makeBackup(order: BackupOrder): Manifest {
  const { dataFolder, folder } = order;
  if (!hasDatabase(dataFolder, 'real')) throw new CompanionError('nothing-here', dataFolder);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new CompanionError('backup-exists', folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return fillFolder(order);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true }); // half a backup only takes room, and no second try would begin
    throw error;
  }
}

function fillFolder({ dataFolder, folder, withKeys, version, nowMs }: BackupOrder): Manifest {
  const database = join(folder, 'counterstep.db');
  copyDatabase(databaseFile(dataFolder, 'real'), database);
  const files: Manifest['files'] = { 'counterstep.db': hashFile(database) };
  const keys = join(folder, 'kiosk-keys.json');
  if (withKeys && existsSync(keyFileOf(dataFolder))) {
    replaceBy(keys, (half) => copyFileSync(keyFileOf(dataFolder), half));
    files['kiosk-keys.json'] = hashFile(keys);
  }
  const manifest: Manifest = { format: 1, version, takenAt: new Date(nowMs).toISOString(), files };
  replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function copyDatabase(from: string, to: string): void {
  replaceBy(to, (half) => {
    const source = new Libsql(from);
    try {
      source.pragma('busy_timeout = 5000');
      source.prepare('VACUUM INTO ?').run(half);
    } finally {
      source.close();
    }
    if (!isWhole(half)) throw new CompanionError('backup-unreadable', 'The database itself is damaged.');
  });
}
