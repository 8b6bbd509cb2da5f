import { randomBytes } from 'node:crypto';
import { KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import { CompanionError } from '../errors';
import { findKiosk, type KioskEntry, listKiosks } from '../store/kiosk';
import { listStores } from '../store/store';
import type { Db } from '../store/tables';

/** What makes a kiosk itself: both are made here and written into it once. */
export interface Identity {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

/** What somebody asked for. */
export interface KioskWish {
  readonly board: string;
  readonly store?: string | undefined;
  readonly name?: string | undefined;
  /** a kiosk that is registered already */
  readonly kiosk?: string | undefined;
  readonly isNewEpoch: boolean;
}

/** A kiosk that is about to be flashed from nothing: an empty ledger and a new key. */
export interface NewKiosk {
  readonly entry: KioskEntry;
  readonly identity: Identity;
}

/**
 * Decides which kiosk this will be; nothing is written yet.
 *
 * @param begun  the identity of a kiosk whose flashing was cut short: it is kept
 * @throws CompanionError `store-unknown`, `kiosk-unknown`, `kiosk-live` when it would erase a ledger unasked
 */
export async function planKiosk(db: Db, wish: KioskWish, begun: Identity | null = null): Promise<NewKiosk> {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  if (wish.kiosk !== undefined) {
    const entry = await findWished(db, wish.kiosk, wish.isNewEpoch);
    return { entry, identity: { id: new Uint8Array(Buffer.from(entry.kioskId, 'hex')), key } };
  }
  const storeId = await chooseStore(db, wish.store);
  const all = await listKiosks(db);
  const identity = begun ?? { id: new Uint8Array(randomBytes(KIOSK_ID_BYTES)), key };
  const kioskId = Buffer.from(identity.id).toString('hex');
  const registered = all.find((kiosk) => kiosk.kioskId === kioskId);
  if (registered) {
    const { lastSyncAt, ...entry } = registered;
    return { entry, identity };
  }
  const kiosks = all.filter((kiosk) => kiosk.storeId === storeId);
  const name = wish.name ?? `Kiosk ${kiosks.length + 1}`;
  const known = kiosks.find((kiosk) => kiosk.name === name);
  if (known) throw new CompanionError('kiosk-live', `It is ${known.name} (${known.kioskId}).`);
  return { entry: { storeId, kioskId, name, board: wish.board, isSimulated: false }, identity };
}

/**
 * Refuses a wish that cannot be granted whatever device is found.
 *
 * @throws CompanionError `store-unknown`, `kiosk-unknown`, `kiosk-live`
 */
export async function checkWish(db: Db, wish: KioskWish): Promise<void> {
  if (wish.kiosk === undefined) await chooseStore(db, wish.store);
  else await findWished(db, wish.kiosk, wish.isNewEpoch);
}

async function findWished(db: Db, kiosk: string, isNewEpoch: boolean): Promise<KioskEntry> {
  const entry = await findKiosk(db, kiosk);
  if (!isNewEpoch) throw new CompanionError('kiosk-live', `It is ${entry.name} (${entry.kioskId}).`);
  return entry;
}

async function chooseStore(db: Db, wanted: string | undefined): Promise<string> {
  const stores = await listStores(db);
  const [only] = stores;
  if (wanted === undefined && only && stores.length === 1) return only.storeId;
  const found = stores.find((store) => store.storeId === wanted);
  if (found) return found.storeId;
  if (stores.length === 0) throw new CompanionError('store-missing');
  throw new CompanionError('store-unknown', wanted === undefined ? 'Name one with --store.' : '');
}
