import type { ReleaseRecord } from '../release/release-record';
import type { Db } from './tables';

/** A store's released spans as they were stored, the newest first; empty when there are none. */
export async function listReleases(db: Db, storeId: string): Promise<ReleaseRecord[]> {
  const rows = await db
    .selectFrom('release')
    .select('record')
    .where('storeId', '=', storeId)
    .orderBy('spanNo', 'desc')
    .execute();
  return rows.map((row) => JSON.parse(row.record) as ReleaseRecord);
}

/** Every release of every store as it was stored, in a fixed order. */
export async function listRecords(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('release').select('record').orderBy('storeId').orderBy('spanNo').execute();
  return rows.map(({ record }) => record);
}
