import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Clock } from '../clock';
import { CompanionError } from '../errors';
import { migrate } from './migrate';
import { MIGRATIONS, type Migration } from './migrations/list';
import type { DataKind, LoneJob, OpenStore } from './open-store';
import type { Tables } from './tables';

/** Connections of one companion; PostgreSQL allows 100 in all unless told otherwise. */
const CONNECTIONS = 10;
const CONNECT_MS = 10_000;

/** Names of the locks that companions on one database share. */
const LOCKS: Readonly<Record<'migrate' | LoneJob, number>> = {
  migrate: 0x43530001,
  publish: 0x43530002,
  'close-quarters': 0x43530003,
};

/**
 * Opens a chain's database on PostgreSQL and brings its tables to the newest version. Several companions may share
 * it: one at a time changes the tables, and one at a time publishes.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws CompanionError `database-unreachable`, `database-too-new`
 */
export async function openPostgres(
  url: string,
  kind: DataKind,
  clock: Clock,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<OpenStore> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'counterstep',
  });
  // a server that ends an idle connection is no error: the next query opens another one
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${LOCKS.migrate})`.execute(connection);
      try {
        const appliedAt = new Date(clock.nowMs()).toISOString();
        await migrate(connection as unknown as Kysely<unknown>, migrations, appliedAt, () => undefined);
      } finally {
        await sql`select pg_advisory_unlock(${LOCKS.migrate})`.execute(connection);
      }
    });
  } catch (error) {
    await db.destroy();
    throw error instanceof CompanionError
      ? error
      : new CompanionError('database-unreachable', say(error), error);
  }
  return {
    db,
    kind,
    async readVersion() {
      // which transactions are seen: two equal snapshots see the same rows. Those of the server's other databases and
      // its own upkeep count as well: pages are then made anew for nothing
      const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(db);
      return rows[0]?.seen ?? '';
    },
    forgetDeleted: async () => {
      await sql`vacuum sheet`.execute(db);
    },
    runAlone: (name, job) =>
      db.connection().execute(async (connection) => {
        const { rows } = await sql<{ isMine: boolean }>`
          select pg_try_advisory_lock(${LOCKS[name]}) as "isMine"`.execute(connection);
        if (!rows[0]?.isMine) return;
        try {
          await job();
        } finally {
          await sql`select pg_advisory_unlock(${LOCKS[name]})`.execute(connection);
        }
      }),
    close: () => db.destroy(),
  };
}

/** What went wrong without the address: it may hold a password. */
function say(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error.message, ...inner.map(String)].filter(Boolean).join('; ');
}
