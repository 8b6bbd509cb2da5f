import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Clock } from '../../companion/clock';
import { openPostgres } from '../../companion/store/open-postgres';
import { databaseFile, type OpenStore, openStore } from '../../companion/store/open-store';
import { makeDatabase } from '../postgres/make-database';
import { startPostgres } from '../postgres/start-postgres';
import {
  type FileSettings,
  type NaiveTable,
  openNaiveFile,
  openNaivePostgres,
  SERVER_SETTINGS,
  sayFileSettings,
} from './naive';
import { Skipped } from './part';

/** One database engine, empty, for both designs. */
export interface Engine {
  open(): Promise<{ readonly store: OpenStore; bytes(): Promise<number> }>;
  openNaive(): Promise<NaiveTable>;
  /** How a companion's database is made durable, as the engine itself says; see `NaiveTable`. */
  readSettings(store: OpenStore): Promise<string>;
  stop(): Promise<void>;
}

const CLOCK: Clock = { nowMs: () => Date.parse('2026-03-02T12:00:00Z'), minutesFromUtc: () => 0 };

/** The size of a companion's database file, with everything that was written in it. */
export async function readDatabaseBytes(dataFolder: string, store: OpenStore): Promise<number> {
  await store.forgetDeleted(); // into the file itself, out of its log
  return statSync(databaseFile(dataFolder, store.kind)).size;
}

/** How each engine is started. */
export const ENGINES = new Map<string, () => Promise<Engine>>([
  ['libsql', async () => libsqlEngine()],
  ['PostgreSQL', postgresEngine],
]);

/** A file, with the durability that the companion asks for. */
function libsqlEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-bench-'));
  let opened = 0;
  return {
    async open() {
      const dataFolder = join(folder, String(opened++));
      const store = await openStore(dataFolder, 'simulated', CLOCK);
      return {
        store,
        bytes: () => readDatabaseBytes(dataFolder, store),
      };
    },
    openNaive: async () => openNaiveFile(join(folder, `naive-${opened++}.db`)),
    async readSettings({ db }) {
      const { rows } = await sql<FileSettings>`
        select journal_mode, synchronous from pragma_journal_mode, pragma_synchronous`.execute(db);
      return sayFileSettings(rows[0]);
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL server of its own, with its own settings for durability. Throws Skipped where none starts. */
async function postgresEngine(): Promise<Engine> {
  const server = await startPostgres().catch((error: Error) => {
    throw new Skipped(`skipped: ${error.message.split('\n')[0]}`);
  });
  return {
    async open() {
      const store = await openPostgres(await makeDatabase(server.address), 'simulated', CLOCK);
      return {
        store,
        bytes: async () => {
          const { rows } = await sql<{ bytes: string }>`
            select sum(pg_total_relation_size(oid)) as bytes from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(store.db);
          return Number(rows[0]?.bytes);
        },
      };
    },
    openNaive: async () => openNaivePostgres(await makeDatabase(server.address)),
    async readSettings({ db }) {
      const { rows } = await sql<{ settings: string }>`${sql.raw(SERVER_SETTINGS)}`.execute(db);
      return rows[0]?.settings ?? '';
    },
    stop: server.stop,
  };
}
