import type { Settings } from '../../shared/wire/settings-contents';
import { storeOfKiosk } from './kiosk';
import type { Db } from './tables';

/** What a kiosk shall be set to, and since when. */
export interface WantedSettings {
  readonly kioskId: string;
  /** ISO time */
  readonly changedAt: string;
  readonly settings: Settings;
}

/** What the kiosks of every store shall be set to; a kiosk that was never given any is not among them. */
export async function listWantedSettings(db: Db): Promise<WantedSettings[]> {
  const rows = await db
    .selectFrom('wantedSettings')
    .select(['kioskId', 'changedAt', 'settings'])
    .orderBy('kioskId')
    .execute();
  return rows.map((row) => ({ ...row, settings: JSON.parse(row.settings) as Settings }));
}

/** What a kiosk shall be set to; null leaves it as it is. */
export async function findWantedSettings(db: Db, kioskId: string): Promise<Settings | null> {
  const row = await db
    .selectFrom('wantedSettings')
    .select('settings')
    .where('kioskId', '=', kioskId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.settings) as Settings) : null;
}

/**
 * Remembers what a kiosk shall be set to; its next sync sends it.
 *
 * @param nowMs Unix time in ms
 * @throws CompanionError `kiosk-unknown`
 */
export async function saveWantedSettings(
  db: Db,
  kioskId: string,
  settings: Settings,
  nowMs: number,
): Promise<void> {
  const storeId = await storeOfKiosk(db, kioskId);
  const row = { changedAt: new Date(nowMs).toISOString(), settings: JSON.stringify(settings) };
  await db
    .insertInto('wantedSettings')
    .values({ storeId, kioskId, ...row })
    .onConflict((conflict) => conflict.columns(['storeId', 'kioskId']).doUpdateSet(row))
    .execute();
}
