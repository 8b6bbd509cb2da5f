import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from './make-backup';
import { MANIFEST } from './manifest';

const OWN_NAME = /^releases-\d+-[0-9a-f]{8}$/;
const ZEROS = Buffer.alloc(65_536);

/** What an automatic backup is taken of. */
export interface ReleaseBackupOrder {
  readonly dataFolder: string;
  /** holds automatic backups, one at a time; made when it is not there */
  readonly folder: string;
  /** every release that the database holds, of all stores, as stored */
  readonly records: readonly string[];
  readonly version: string;
  readonly nowMs: number;
}

/** The name of the automatic backup of these releases. */
export function automaticBackupName(records: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(records)).digest('hex').slice(0, 8);
  return `releases-${records.length}-${hash}`;
}

/**
 * Backs up after a release: when the folder has no whole backup with these releases, it gets one, and the
 * one before is overwritten and deleted, because it may hold sheets whose counts have been deleted since.
 *
 * @returns the new backup's folder; null when there was nothing to do
 * @throws CompanionError as `makeBackup` does; the backup before stays then
 */
export function backUpReleases(order: ReleaseBackupOrder): string | null {
  const { dataFolder, folder, records, version, nowMs } = order;
  const target = join(folder, automaticBackupName(records));
  if (records.length === 0 || existsSync(join(target, MANIFEST))) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  erase(target); // one that was cut off
  makeBackup({ dataFolder, folder: target, withKeys: true, version, nowMs });
  for (const name of readdirSync(folder)) {
    if (OWN_NAME.test(name) && join(folder, name) !== target) erase(join(folder, name));
  }
  return target;
}

/** Overwrites and deletes a backup; its manifest goes first, so that no half of one is taken for whole. */
function erase(backup: string): void {
  rmSync(join(backup, MANIFEST), { force: true });
  if (!existsSync(backup)) return;
  for (const name of readdirSync(backup)) overwrite(join(backup, name));
  rmSync(backup, { recursive: true });
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += ZEROS.length) {
      writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
