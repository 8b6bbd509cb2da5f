import type { TestProject } from 'vitest/node';
import './make-database';
import { startPostgres } from './start-postgres';

/** Starts PostgreSQL for the tests of a project, and ends it after them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // its data lives as long as the tests: none of them pulls the plug, and nothing but them writes
  const server = await startPostgres(['fsync=off', 'autovacuum=off']);
  project.provide('postgres', server.address);
  return server.stop;
}
