import { sql } from 'kysely';
import { type KioskHealth, readHealth } from './kiosk-health';
import { containing, type StoreSearch } from './page-stores';
import { rankAt } from './rank-kiosks';
import type { Db } from './tables';

/** Some kiosks of many, those that need attention first. */
export interface KioskPage {
  readonly kiosks: readonly (KioskHealth & { readonly storeName: string })[];
  /** how many the search finds in all, and of these how many are silent or need a look */
  readonly total: number;
  readonly alarms: number;
  readonly looks: number;
}

/**
 * Kiosks whose store a search finds: alarms first, the longest silent before the others, then those that need a look,
 * then the rest by name.
 */
export async function pageKiosks(
  db: Db,
  search: StoreSearch,
  nowMs: number,
  first: number,
  limit: number,
): Promise<KioskPage> {
  const found = db
    .selectFrom('kiosk')
    .innerJoin('store', 'store.storeId', 'kiosk.storeId')
    .where(containing(search));
  const counts = await found
    .select((e) => [rankAt(nowMs).as('rank'), e.fn.countAll().as('count')])
    .groupBy('rank')
    .execute();
  const countOf = (rank: number): number =>
    Number(counts.find((row) => Number(row.rank) === rank)?.count ?? 0);
  const rows = await found
    .selectAll('kiosk')
    .select('store.name as storeName')
    .orderBy(rankAt(nowMs))
    .orderBy(sql`case when ${rankAt(nowMs)} = 0 then coalesce("kiosk"."lastSyncAt", '') else '' end`)
    .orderBy('kiosk.name')
    .orderBy('kiosk.kioskId')
    .offset(first)
    .limit(limit)
    .execute();
  const kiosks: KioskPage['kiosks'][number][] = [];
  for (const { storeName, ...row } of rows) kiosks.push({ ...(await readHealth(db, row)), storeName });
  return { kiosks, total: countOf(0) + countOf(1) + countOf(2), alarms: countOf(0), looks: countOf(1) };
}
