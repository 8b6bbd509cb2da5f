import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import type { Clock } from '../clock';
import { CompanionError } from '../errors';
import { migrate } from './migrate';
import { MIGRATIONS, type Migration } from './migrations/list';
import { replaceBy } from './replace-file';
import type { Db, Tables } from './tables';

/** Simulated data and real data never share a file. */
export type DataKind = 'real' | 'simulated';

/** What only one of several companions on a database does at a time. */
export type LoneJob = 'publish' | 'close-quarters';

/** An open database. One process opens one file once. */
export interface OpenStore {
  readonly db: Db;
  readonly kind: DataKind;
  /** Words that differ from earlier ones as soon as anything was written, by whomever; equal ones mean equal data. */
  readVersion(): Promise<string>;
  /** Takes what was deleted out of the files as well: the write-ahead log and copies made before a migration. */
  forgetDeleted(): Promise<void>;
  /** Runs a job, unless another companion on the same database is at it. */
  runAlone(name: LoneJob, job: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const FILE_NAMES: Readonly<Record<DataKind, string>> = { real: 'counterstep.db', simulated: 'simulated.db' };

/** Where the database of a data folder lies. */
export function databaseFile(dataFolder: string, kind: DataKind): string {
  return join(dataFolder, FILE_NAMES[kind]);
}

/** Whether a data folder holds a database of this kind. */
export function hasDatabase(dataFolder: string, kind: DataKind): boolean {
  return existsSync(databaseFile(dataFolder, kind));
}

/**
 * Opens the database of the data folder, made if it is not there and brought to the newest version.
 *
 * What a call has written survives a crash and a power cut once its promise is fulfilled. Before an existing
 * database changes version, a copy is left beside it (`counterstep.db.version-1`).
 *
 * @throws CompanionError `data-folder-unusable`, `database-unreadable`, `database-too-new`
 */
export async function openStore(
  dataFolder: string,
  kind: DataKind,
  clock: Clock,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<OpenStore> {
  makeFolder(dataFolder);
  const path = databaseFile(dataFolder, kind);
  const libsql = openDurably(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: rollingBackOnce(libsql) }) });
  try {
    const appliedAt = new Date(clock.nowMs()).toISOString();
    await migrate(db as unknown as Kysely<unknown>, migrations, appliedAt, (version) => {
      copyWhole(libsql, `${path}.version-${version}`);
    });
  } catch (error) {
    libsql.close();
    throw error;
  }
  return {
    db,
    kind,
    async readVersion() {
      // rows that this connection has changed, and a number that changes when any other one commits
      const { rows } = await sql<{ own: number; others: number }>`
        select total_changes() as own, data_version as others from pragma_data_version`.execute(db);
      return `${rows[0]?.own}.${rows[0]?.others}`;
    },
    async forgetDeleted() {
      libsql.pragma('wal_checkpoint(TRUNCATE)');
      for (const name of readdirSync(dataFolder)) {
        if (name.startsWith(`${FILE_NAMES[kind]}.version-`)) rmSync(join(dataFolder, name));
      }
    },
    runAlone: (_name, job) => job(), // the data folder is locked for one companion
    close: () => db.destroy(),
  };
}

/** Makes a data folder that only its owner may enter. Throws CompanionError `data-folder-unusable`. */
export function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CompanionError('data-folder-unusable', `${dataFolder}: ${String(error)}`, error);
  }
}

function openDurably(path: string): Libsql.Database {
  try {
    const libsql = new Libsql(path);
    libsql.pragma('journal_mode = WAL');
    libsql.pragma('synchronous = FULL');
    libsql.pragma('secure_delete = ON'); // deleted counts are overwritten in the file, not only unlinked
    libsql.pragma('busy_timeout = 5000');
    chmodSync(path, 0o600);
    return libsql;
  } catch (error) {
    throw new CompanionError('database-unreadable', `${path}: ${String(error)}`, error);
  }
}

/**
 * The database for Kysely. Where an error has rolled back already, as a full disk does, a second rollback would fail
 * and hide why.
 */
function rollingBackOnce(libsql: Libsql.Database): SqliteDatabase {
  return {
    close: () => libsql.close(),
    prepare: (text) =>
      libsql.prepare(text === 'rollback' && !libsql.inTransaction ? 'select 1 where false' : text),
  };
}

function copyWhole(libsql: Libsql.Database, copyPath: string): void {
  replaceBy(copyPath, (half) => libsql.prepare('VACUUM INTO ?').run(half));
}
