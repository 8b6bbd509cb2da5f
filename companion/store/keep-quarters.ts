import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { QuarterOutcome } from './quarter';
import { replaceFile } from './replace-file';
import type { Db } from './tables';

const row = z.object({
  quarter: z.string(),
  outcome: z.string(),
  closedOn: z.iso.date(),
  record: z.string().nullable(),
  spans: z.string().nullable(),
});
const kept = z.object({ stores: z.array(z.string()), quarters: z.array(row) });
type Row = z.infer<typeof row>;

/** An outcome that the spans of an older backup cannot change; so such a quarter need not be kept. */
const NOTHING_SAID: QuarterOutcome = 'no report';

/** How the quarters of a database stand beside those in the file. */
export interface KeptQuarters {
  /** those that the database had forgotten, and has again */
  readonly putBack: readonly string[];
  /** those that the database holds otherwise: people may have seen both */
  readonly differing: readonly string[];
}

/**
 * Keeps the quarters that have closed in `quarters.json` of the data folder, and gives them back to a database that was
 * restored from before they closed: closed a second time, from the spans of the backup, a quarter would say something
 * else than before, and what lies between the two is about few stores.
 *
 * A file that cannot be read, or is of other stores than the database, is as good as none: it is written anew.
 *
 * @throws what the file system throws, such as ENOSPC; the old file then stands as it was
 */
export async function keepQuarters(db: Db, dataFolder: string): Promise<KeptQuarters> {
  const stores = await listStoreIds(db);
  const known = readKept(dataFolder, stores);
  const held = await readHeld(db);
  const missing = known.filter(({ quarter }) => !held.has(quarter));
  if (missing.length > 0) {
    await db
      .insertInto('quarter')
      .values(missing)
      .onConflict((conflict) => conflict.column('quarter').doNothing())
      .execute();
  }
  const names = new Set(known.map(({ quarter }) => quarter));
  const fresh = [...held.values()].filter(
    ({ quarter, outcome }) => outcome !== NOTHING_SAID && !names.has(quarter),
  );
  if (fresh.length > 0)
    replaceFile(fileIn(dataFolder), JSON.stringify({ stores, quarters: [...known, ...fresh] }));
  return { putBack: missing.map(({ quarter }) => quarter), differing: compare(known, held) };
}

/** The quarters that the database holds otherwise than the file; changes nothing. */
export async function findDifferingQuarters(db: Db, dataFolder: string): Promise<string[]> {
  return compare(readKept(dataFolder, await listStoreIds(db)), await readHeld(db));
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'quarters.json');

function compare(known: readonly Row[], held: ReadonlyMap<string, Row>): string[] {
  return known
    .filter(({ quarter, record }) => held.has(quarter) && held.get(quarter)?.record !== record)
    .map(({ quarter }) => quarter);
}

function readKept(dataFolder: string, stores: readonly string[]): Row[] {
  const path = fileIn(dataFolder);
  if (!existsSync(path)) return [];
  try {
    const read = kept.parse(JSON.parse(readFileSync(path, 'utf8')));
    const here = new Set(stores);
    return read.stores.some((storeId) => here.has(storeId)) ? read.quarters : [];
  } catch {
    return [];
  }
}

async function readHeld(db: Db): Promise<Map<string, Row>> {
  const rows = await db
    .selectFrom('quarter')
    .select(['quarter', 'outcome', 'closedOn', 'record', 'spans'])
    .orderBy('quarter')
    .execute();
  return new Map(rows.map((one) => [one.quarter, one]));
}

async function listStoreIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('store').select('storeId').orderBy('storeId').execute();
  return rows.map(({ storeId }) => storeId);
}
