import { join } from 'node:path';
import Libsql from 'libsql';
import { isDiskTrouble } from '../disk-trouble';
import { CompanionError } from '../errors';
import { type DataKind, makeFolder } from './open-store';

/**
 * Keeps a second companion from running on the same data; returns how to let go. The lock is the operating
 * system's, so it ends with the process however that ends.
 *
 * @throws CompanionError `database-in-use`, `data-folder-unusable`
 */
export function lockFolder(dataFolder: string, kind: DataKind): () => void {
  makeFolder(dataFolder);
  let libsql: Libsql.Database | undefined;
  try {
    libsql = new Libsql(join(dataFolder, `${kind}.lock`));
    libsql.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    libsql?.close();
    if (isDiskTrouble(error)) throw new CompanionError('disk-full', undefined, error);
    const isInUse = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    if (isInUse) throw new CompanionError('database-in-use', dataFolder, error);
    throw new CompanionError('data-folder-unusable', `${dataFolder}: ${String(error)}`, error);
  }
  const lock = libsql;
  return () => lock.close();
}
