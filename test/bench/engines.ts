import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { Client } from 'pg';
import type { Clock } from '../../companion/clock';
import { openPostgres } from '../../companion/store/open-postgres';
import { databaseFile, type OpenStore, openStore } from '../../companion/store/open-store';
import { makeDatabase } from '../postgres/make-database';
import { startPostgres } from '../postgres/start-postgres';

/** The naive design on one engine: rows written by prepared statements, one transaction at a time. */
export interface NaiveTable {
  /** Writes rows of whole numbers behind a store's name in one durable transaction. */
  write(storeId: string, rows: Iterable<readonly number[]>): Promise<void>;
  /** How often each counter stands in a store's rows of these days. */
  countRows(storeId: string, firstDay: number, lastDay: number): Promise<number>;
  bytes(): Promise<number>;
  close(): Promise<void>;
}

/** One database engine, empty, for both designs. */
export interface Engine {
  readonly name: string;
  open(): Promise<{ readonly store: OpenStore; bytes(): Promise<number> }>;
  openNaive(): Promise<NaiveTable>;
  stop(): Promise<void>;
}

const CLOCK: Clock = { nowMs: () => Date.parse('2026-03-02T12:00:00Z'), minutesFromUtc: () => 0 };
const COLUMNS = 'day, sheet_no, counter';
const TABLE = 'create table answer (store_id text not null, day integer, sheet_no integer, counter integer)';
const INDEX = 'create index answer_by_day on answer (store_id, day, counter)';

/** The size of a companion's database file, with everything that was written in it. */
export async function readDatabaseBytes(dataFolder: string, store: OpenStore): Promise<number> {
  await store.forgetDeleted(); // into the file itself, out of its log
  return statSync(databaseFile(dataFolder, store.kind)).size;
}

/** A file, with the durability that the companion asks for. */
export function libsqlEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-bench-'));
  let opened = 0;
  return {
    name: 'libsql',
    async open() {
      const dataFolder = join(folder, String(opened++));
      const store = await openStore(dataFolder, 'simulated', CLOCK);
      return {
        store,
        bytes: () => readDatabaseBytes(dataFolder, store),
      };
    },
    async openNaive() {
      const path = join(folder, `naive-${opened++}.db`);
      const libsql = new Libsql(path);
      for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) libsql.pragma(pragma);
      libsql.exec(TABLE);
      libsql.exec(INDEX);
      const insert = libsql.prepare(`insert into answer (store_id, ${COLUMNS}) values (?, ?, ?, ?)`);
      const count = libsql.prepare(
        'select counter, count(*) as n from answer where store_id = ? and day between ? and ? group by counter',
      );
      return {
        write: async (storeId, rows) => {
          libsql.exec('begin');
          for (const row of rows) insert.run(storeId, ...row);
          libsql.exec('commit');
        },
        countRows: async (storeId, first, last) => count.all(storeId, first, last).length,
        bytes: async () => {
          libsql.pragma('wal_checkpoint(TRUNCATE)');
          return statSync(path).size;
        },
        close: async () => void libsql.close(),
      };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL server of its own, with its own settings for durability. */
export async function postgresEngine(): Promise<Engine> {
  const server = await startPostgres();
  return {
    name: 'PostgreSQL',
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
    async openNaive() {
      const client = new Client({ connectionString: await makeDatabase(server.address) });
      await client.connect();
      await client.query(TABLE);
      await client.query(INDEX);
      const insert = {
        name: 'insert',
        text: `insert into answer (store_id, ${COLUMNS}) values ($1, $2, $3, $4)`,
      };
      const count = {
        name: 'count',
        text: 'select counter, count(*) from answer where store_id = $1 and day between $2 and $3 group by counter',
      };
      return {
        write: async (storeId, rows) => {
          await client.query('begin');
          for (const row of rows) await client.query({ ...insert, values: [storeId, ...row] });
          await client.query('commit');
        },
        countRows: async (storeId, first, last) =>
          (await client.query({ ...count, values: [storeId, first, last] })).rows.length,
        bytes: async () =>
          Number((await client.query("select pg_total_relation_size('answer') as bytes")).rows[0]?.bytes),
        close: () => client.end(),
      };
    },
    stop: server.stop,
  };
}
