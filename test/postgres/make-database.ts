import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of a PostgreSQL server for tests, with an empty name of a database at the end; absent: none runs */
    postgres: string | undefined;
  }
}

/** Makes an empty database on a server for tests and returns its address. */
export async function makeDatabase(server: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
