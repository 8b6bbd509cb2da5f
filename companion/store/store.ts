import { CompanionError } from '../errors';
import type { DataKind, OpenStore } from './open-store';
import type { Db } from './tables';

/** A running store. `region` groups stores of a chain; regions never overlap. */
export interface StoreEntry {
  readonly storeId: string;
  readonly name: string;
  readonly isSimulated: boolean;
  readonly region: string | null;
}

/**
 * Adds a store or changes its name and region.
 *
 * @throws CompanionError `kinds-mixed` when a simulated store meets the real database or the other way round
 */
export async function saveStore({ db, kind }: OpenStore, store: StoreEntry): Promise<void> {
  refuseMixing(kind, store.isSimulated);
  const { name, region } = store;
  await db
    .insertInto('store')
    .values({ storeId: store.storeId, name, region, isSimulated: store.isSimulated ? 1 : 0 })
    .onConflict((conflict) => conflict.column('storeId').doUpdateSet({ name, region }))
    .execute();
}

/** All stores by name. */
export async function listStores(db: Db): Promise<StoreEntry[]> {
  const rows = await db.selectFrom('store').selectAll().orderBy('name').orderBy('storeId').execute();
  return rows.map((row) => ({ ...row, isSimulated: row.isSimulated === 1 }));
}

/** A store; undefined when it is not known. */
export async function findStore(db: Db, storeId: string): Promise<StoreEntry | undefined> {
  const row = await db.selectFrom('store').selectAll().where('storeId', '=', storeId).executeTakeFirst();
  return row && { ...row, isSimulated: row.isSimulated === 1 };
}

/** The stores whose kiosks this companion syncs itself, by name; those that send here are left out. */
export async function listOwnStores(db: Db): Promise<StoreEntry[]> {
  const rows = await db
    .selectFrom('store')
    .selectAll()
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('forward').select('tokenHash').whereRef('forward.storeId', '=', 'store.storeId'),
        ),
      ),
    )
    .orderBy('name')
    .orderBy('storeId')
    .execute();
  return rows.map((row) => ({ ...row, isSimulated: row.isSimulated === 1 }));
}

/** Refuses a simulated row in the real database and a real one in the simulated. */
export function refuseMixing(kind: DataKind, isSimulated: boolean): void {
  if (isSimulated !== (kind === 'simulated')) throw new CompanionError('kinds-mixed');
}
