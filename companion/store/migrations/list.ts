import type { Kysely } from 'kysely';
import { firstTables } from './0001-first-tables';
import { refusals } from './0002-refusals';
import { access } from './0003-access';
import { wantedSettings } from './0004-wanted-settings';
import { keyedHashes } from './0005-keyed-hashes';
import { forwarding } from './0006-forwarding';
import { chain } from './0007-chain';
import { newestRows } from './0008-newest-rows';

/** One step from a database's version to the next; it runs in one transaction. */
export type Migration = (db: Kysely<unknown>) => Promise<void>;

/** Every step in order: a database of version n has had the first n of them. Never changed, only added to. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  refusals,
  access,
  wantedSettings,
  keyedHashes,
  forwarding,
  chain,
  newestRows,
];
