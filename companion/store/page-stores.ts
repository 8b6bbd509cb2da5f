import { type RawBuilder, sql } from 'kysely';
import type { ReleaseRecord } from '../release/release-record';
import { rankAt } from './rank-kiosks';
import type { StoreEntry } from './store';
import type { Db, StoreTable } from './tables';

const STORES_AT_ONCE = 200;

/** Which stores are asked for; what is left out restricts nothing. */
export interface StoreSearch {
  /** part of a name or id, in small or capital letters */
  readonly words?: string | undefined;
  /** the whole name of a region */
  readonly region?: string | undefined;
}

/** A store and its newest release; none before its first. */
export interface StoreNow {
  readonly store: StoreEntry;
  readonly release: ReleaseRecord | undefined;
}

/** Some stores of many, by name. */
export interface StorePage {
  readonly stores: readonly StoreNow[];
  /** how many the search finds in all */
  readonly total: number;
}

/** A region: every store is in one at most. */
export interface Region {
  /** null: stores without one */
  readonly region: string | null;
  readonly stores: number;
  readonly kiosks: number;
  /** kiosks that are silent, and kiosks that need a look */
  readonly alarms: number;
  readonly looks: number;
}

/** The condition that a search puts on stores. */
export function containing({ words = '', region }: StoreSearch): RawBuilder<boolean> {
  const pattern = `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const isNamed = sql`(lower("store"."name") like ${pattern} escape '!' or "store"."storeId" like ${pattern} escape '!')`;
  return region === undefined ? sql`${isNamed}` : sql`${isNamed} and "store"."region" = ${region}`;
}

/** Stores that a search finds, by name, each with its newest release. */
export async function pageStores(
  db: Db,
  search: StoreSearch,
  first: number,
  limit: number,
): Promise<StorePage> {
  const found = db.selectFrom('store').where(containing(search));
  const { total } = await found.select((e) => e.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('name')
    .orderBy('storeId')
    .offset(first)
    .limit(limit)
    .execute();
  const newest = await newestReleases(
    db,
    rows.map(({ storeId }) => storeId),
  );
  return {
    total: Number(total),
    stores: rows.map((row) => ({ store: toEntry(row), release: newest.get(row.storeId) })),
  };
}

/** The newest release of each of these stores that has one. */
async function newestReleases(db: Db, storeIds: readonly string[]): Promise<Map<string, ReleaseRecord>> {
  const newest = new Map<string, ReleaseRecord>();
  for (let first = 0; first < storeIds.length; first += STORES_AT_ONCE) {
    const some = storeIds.slice(first, first + STORES_AT_ONCE);
    const rows = await db
      .selectFrom('release')
      .innerJoin(
        (e) =>
          e
            .selectFrom('release')
            .select((f) => ['storeId', f.fn.max('spanNo').as('spanNo')])
            .where('storeId', 'in', some)
            .groupBy('storeId')
            .as('newest'),
        (join) =>
          join.onRef('newest.storeId', '=', 'release.storeId').onRef('newest.spanNo', '=', 'release.spanNo'),
      )
      .select(['release.storeId', 'record'])
      .where('release.storeId', 'in', some)
      .execute();
    for (const { storeId, record } of rows) newest.set(storeId, JSON.parse(record) as ReleaseRecord);
  }
  return newest;
}

/** The first few stores by name, and how many there are. */
export async function firstStores(
  db: Db,
  limit: number,
): Promise<{ readonly stores: readonly StoreEntry[]; readonly total: number }> {
  const { total } = await db
    .selectFrom('store')
    .select((e) => e.fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('store')
    .selectAll()
    .orderBy('name')
    .orderBy('storeId')
    .limit(limit)
    .execute();
  return { stores: rows.map(toEntry), total: Number(total) };
}

/** The names of all regions that stores are in. */
export async function listRegionNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('store').select('region').distinct().orderBy('region').execute();
  return rows.flatMap(({ region }) => region ?? []);
}

/** Every region by name, with how many of its kiosks need attention; stores without a region come last. */
export async function listRegions(db: Db, nowMs: number): Promise<Region[]> {
  const stores = await db
    .selectFrom('store')
    .select((e) => ['region', e.fn.countAll().as('stores')])
    .groupBy('region')
    .execute();
  const ranks = await db
    .selectFrom('kiosk')
    .innerJoin('store', 'store.storeId', 'kiosk.storeId')
    .select((e) => ['store.region', rankAt(nowMs).as('rank'), e.fn.countAll().as('count')])
    .groupBy(['store.region', 'rank'])
    .execute();
  const countOf = (region: string | null, rank: number): number =>
    Number(ranks.find((row) => row.region === region && Number(row.rank) === rank)?.count ?? 0);
  return stores
    .map(({ region, stores: count }) => {
      const [alarms, looks] = [countOf(region, 0), countOf(region, 1)];
      return { region, stores: Number(count), kiosks: alarms + looks + countOf(region, 2), alarms, looks };
    })
    .sort((one, other) =>
      one.region === null ? 1 : other.region === null ? -1 : one.region < other.region ? -1 : 1,
    );
}

const toEntry = (row: StoreTable): StoreEntry => ({ ...row, isSimulated: row.isSimulated === 1 });
