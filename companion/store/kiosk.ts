import { CompanionError } from '../errors';
import type { OpenStore } from './open-store';
import { refuseMixing } from './store';
import type { Db } from './tables';

/** A kiosk as it was commissioned; its key is in the keyring. */
export interface KioskEntry {
  readonly storeId: string;
  /** 16 hexadecimal digits, small letters */
  readonly kioskId: string;
  readonly name: string;
  /** `pixljs` or `banglejs2` */
  readonly board: string;
  readonly isSimulated: boolean;
}

/**
 * Adds a kiosk or changes its name.
 *
 * @throws CompanionError `kinds-mixed` when a simulated kiosk meets the real database or the other way round
 */
export async function saveKiosk({ db, kind }: OpenStore, kiosk: KioskEntry): Promise<void> {
  refuseMixing(kind, kiosk.isSimulated);
  const { storeId, kioskId, name, board } = kiosk;
  await db
    .insertInto('kiosk')
    .values({ storeId, kioskId, name, board, isSimulated: kiosk.isSimulated ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['storeId', 'kioskId']).doUpdateSet({ name }))
    .execute();
}

/** All kiosks by store and name. */
export async function listKiosks(db: Db): Promise<(KioskEntry & { lastSyncAt: string | null })[]> {
  const rows = await db
    .selectFrom('kiosk')
    .select(['storeId', 'kioskId', 'name', 'board', 'isSimulated', 'lastSyncAt'])
    .orderBy('storeId')
    .orderBy('name')
    .orderBy('kioskId')
    .execute();
  return rows.map((row) => ({ ...row, isSimulated: row.isSimulated === 1 }));
}

/**
 * The kiosk with this id, or the only one with this name.
 *
 * @throws CompanionError `kiosk-unknown`, `kiosk-unclear`
 */
export async function findKiosk(db: Db, idOrName: string): Promise<KioskEntry> {
  const kiosks = await listKiosks(db);
  const withId = kiosks.find(({ kioskId }) => kioskId === idOrName.toLowerCase());
  const [found, ...more] = withId ? [withId] : kiosks.filter(({ name }) => name === idOrName);
  if (!found) throw new CompanionError('kiosk-unknown', idOrName);
  if (more.length > 0) throw new CompanionError('kiosk-unclear', idOrName);
  const { lastSyncAt, ...entry } = found;
  return entry;
}

/**
 * The store in which a kiosk stands.
 *
 * @throws CompanionError `kiosk-unknown`
 */
export async function storeOfKiosk(db: Db, kioskId: string): Promise<string> {
  const kiosk = await db
    .selectFrom('kiosk')
    .select('storeId')
    .where('kioskId', '=', kioskId)
    .executeTakeFirst();
  if (!kiosk) throw new CompanionError('kiosk-unknown', kioskId);
  return kiosk.storeId;
}

/** Every kiosk that is synced here with what it last called its ledger; null: it has never answered. */
export async function listKnownKiosks(
  db: Db,
): Promise<{ readonly kioskId: string; readonly epoch: string | null }[]> {
  return db
    .selectFrom('kiosk')
    .select(['kioskId', 'epoch'])
    .where('forwarded', 'is', null)
    .orderBy('kioskId')
    .execute();
}

/** Whether kiosks of other companions are known here, a store may send here, and no kiosk is synced here. */
export async function onlyReceives(db: Db): Promise<boolean> {
  const rows = (forwarded: 'is' | 'is not') =>
    db.selectFrom('kiosk').select('kioskId').where('forwarded', forwarded, null).limit(1).executeTakeFirst();
  if ((await rows('is')) || !(await rows('is not'))) return false;
  const sender = db.selectFrom('forward').select('storeId').where('tokenHash', 'is not', null).limit(1);
  return (await sender.executeTakeFirst()) !== undefined;
}

/**
 * Unix time in ms, by this machine's clock, of the newest genuine answer of a kiosk that is read here or of the newest
 * message of a store that forwards; null: neither ever came.
 */
export async function newestHeardMs(db: Db): Promise<number | null> {
  const kiosk = await db
    .selectFrom('kiosk')
    .select((e) => e.fn.max('lastSyncAt').as('newest'))
    .where('forwarded', 'is', null)
    .executeTakeFirst();
  const store = await db
    .selectFrom('forward')
    .select((e) => e.fn.max('heardAt').as('newest'))
    .executeTakeFirst();
  const heard = [kiosk?.newest, store?.newest].flatMap((at) => (at ? [Date.parse(at)] : []));
  return heard.length > 0 ? Math.max(...heard) : null;
}

/** Remembers why a kiosk could not be synced, in a sentence; null once it could. */
export async function recordSyncError(db: Db, kioskId: string, lastError: string | null): Promise<void> {
  const storeId = await storeOfKiosk(db, kioskId);
  await db
    .updateTable('kiosk')
    .set({ lastError })
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .execute();
}
