import { statSync } from 'node:fs';
import Libsql from 'libsql';
import { Client } from 'pg';

/** A row of the naive design behind its store's name: one answer that one shopper gave. */
export type AnswerRow = readonly [day: number, sheetNo: number, counter: number];

/** Weeks of the same answers in many stores. */
interface Filling {
  readonly kiosks: number;
  readonly weeks: number;
  /** how often each counter was counted in a week */
  readonly weekOfCounts: readonly number[];
}

/** The naive design on one engine, with the durability of ours: an indexed row for each answer, counted when read. */
export interface NaiveTable {
  /** Writes rows one by one, by a prepared statement, in one durable transaction. */
  writeEach(storeId: string, rows: readonly AnswerRow[]): Promise<void>;
  /** Writes rows by one statement, in one durable transaction. */
  writeTogether(storeId: string, rows: readonly AnswerRow[]): Promise<void>;
  /** Fills the empty table with stores `store-0`, `store-1`, ... inside of the engine; the index is made afterwards. */
  fill(filling: Filling): Promise<void>;
  /** How often each counter stands in a store's rows of these days. */
  countRows(storeId: string, firstDay: number, lastDay: number): Promise<number>;
  /** The same of all stores together. */
  countAll(firstDay: number, lastDay: number): Promise<number>;
  bytes(): Promise<number>;
  /** How it is made durable, as the engine itself says. */
  readSettings(): Promise<string>;
  close(): Promise<void>;
}

const TABLE = 'create table answer (store_id text not null, day integer, sheet_no integer, counter integer)';
/** All that counting asks for, so that it reads nothing but the index. */
const INDEX = 'create index answer_by_day on answer (store_id, day, counter)';
const INSERT = 'insert into answer (store_id, day, sheet_no, counter)';
const COUNT = (where: string): string =>
  `select counter, count(*) as n from answer where ${where} group by counter`;

const DURABLE = ['journal_mode = WAL', 'synchronous = FULL'];

/** What SQLite's pragmas of these names say. */
export interface FileSettings {
  readonly journal_mode: string;
  readonly synchronous: number;
}

/** How a file is made durable, in words. */
export function sayFileSettings(said: FileSettings | undefined): string {
  return `journal_mode ${said?.journal_mode}, synchronous ${said?.synchronous === 2 ? 'FULL' : said?.synchronous}`;
}

/** Asks PostgreSQL how it is made durable, in words. */
export const SERVER_SETTINGS =
  "select 'fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit') as settings";

/** The stores, in the order of their names. */
const namesOf = (kiosks: number): string[] =>
  Array.from({ length: kiosks }, (_, kiosk) => `store-${kiosk}`).sort();

/** Day of the week and counter of each answer of a week, in the order of the index. */
const rowsOfWeek = (weekOfCounts: readonly number[]): [day: number, counter: number][] =>
  weekOfCounts
    .flatMap((count, counter) =>
      Array.from({ length: count }, (_, row): [number, number] => [row % 7, counter]),
    )
    .sort(([day, counter], [otherDay, other]) => day - otherDay || counter - other);

/** The naive design in a file. */
export function openNaiveFile(path: string): NaiveTable {
  const libsql = new Libsql(path);
  for (const pragma of DURABLE) libsql.pragma(pragma);
  libsql.exec(TABLE);
  libsql.exec(INDEX);
  const each = libsql.prepare(`${INSERT} values (?, ?, ?, ?)`);
  const together = libsql.prepare(
    `${INSERT} select ?, value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
  );
  const count = libsql.prepare(COUNT('store_id = ? and day between ? and ?'));
  const countAll = libsql.prepare(COUNT('day between ? and ?'));
  return {
    async writeEach(storeId, rows) {
      libsql.exec('begin');
      for (const row of rows) each.run(storeId, ...row);
      libsql.exec('commit');
    },
    async writeTogether(storeId, rows) {
      together.run(storeId, JSON.stringify(rows));
    },
    async fill({ kiosks, weeks, weekOfCounts }) {
      // nothing is lost when a filling is cut short: without a log it is written once, not three times
      for (const pragma of ['journal_mode = OFF', 'synchronous = OFF']) libsql.pragma(pragma);
      // in the index's order, so that it grows at its end: libsql sorts in memory, which 5,000 kiosks do not fit into
      libsql
        .prepare(
          `${INSERT}
          with recursive week (no) as (select 0 union all select no + 1 from week where no + 1 < ?2)
          select kiosk.value, week.no * 7 + (row.value ->> 0), week.no, row.value ->> 1
          from json_each(?1) kiosk cross join week cross join json_each(?3) row`,
        )
        .run(JSON.stringify(namesOf(kiosks)), weeks, JSON.stringify(rowsOfWeek(weekOfCounts)));
      libsql.exec('analyze');
      for (const pragma of DURABLE) libsql.pragma(pragma);
    },
    countRows: async (storeId, first, last) => count.all(storeId, first, last).length,
    countAll: async (first, last) => countAll.all(first, last).length,
    async bytes() {
      libsql.pragma('wal_checkpoint(TRUNCATE)');
      return statSync(path).size;
    },
    readSettings: async () =>
      sayFileSettings(
        libsql
          .prepare('select journal_mode, synchronous from pragma_journal_mode, pragma_synchronous')
          .get() as FileSettings,
      ),
    close: async () => void libsql.close(),
  };
}

/** The naive design in an empty PostgreSQL database. */
export async function openNaivePostgres(address: string): Promise<NaiveTable> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(TABLE);
  await client.query(INDEX);
  const each = { name: 'each', text: `${INSERT} values ($1, $2, $3, $4)` };
  const together = {
    name: 'together',
    text: `${INSERT} select $1, * from unnest($2::int[], $3::int[], $4::int[])`,
  };
  const count = { name: 'count', text: COUNT('store_id = $1 and day between $2 and $3') };
  const countAll = { name: 'countAll', text: COUNT('day between $1 and $2') };
  return {
    async writeEach(storeId, rows) {
      await client.query('begin');
      for (const row of rows) await client.query({ ...each, values: [storeId, ...row] });
      await client.query('commit');
    },
    async writeTogether(storeId, rows) {
      const columns = [0, 1, 2].map((column) => rows.map((row) => row[column]));
      await client.query({ ...together, values: [storeId, ...columns] });
    },
    async fill({ kiosks, weeks, weekOfCounts }) {
      await client.query('drop index answer_by_day');
      await client.query("set maintenance_work_mem = '512MB'"); // sorts the index in memory, as far as that goes
      await client.query(
        `${INSERT} select 'store-' || kiosk, week * 7 + row % 7, week, counter - 1
         from generate_series(0, $1::int - 1) kiosk, generate_series(0, $2::int - 1) week,
           unnest($3::int[]) with ordinality counted (times, counter), generate_series(0, times - 1) row`,
        [kiosks, weeks, weekOfCounts],
      );
      await client.query(INDEX);
      await client.query('vacuum (analyze) answer'); // so that counting need not look at the table itself
    },
    countRows: async (storeId, first, last) =>
      (await client.query({ ...count, values: [storeId, first, last] })).rows.length,
    countAll: async (first, last) => (await client.query({ ...countAll, values: [first, last] })).rows.length,
    bytes: async () =>
      Number((await client.query("select pg_total_relation_size('answer') as bytes")).rows[0]?.bytes),
    readSettings: async () => String((await client.query(SERVER_SETTINGS)).rows[0]?.settings),
    close: () => client.end(),
  };
}
