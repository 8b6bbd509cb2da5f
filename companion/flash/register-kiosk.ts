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
 * @throws CompanionError `store-unknown`, `kiosk-unknown`, `kiosk-live` when it would erase a ledger unasked
 */
export async function planKiosk(db: Db, wish: KioskWish): Promise<NewKiosk> {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  if (wish.kiosk !== undefined) {
    const entry = await findKiosk(db, wish.kiosk);
    if (!wish.isNewEpoch) throw new CompanionError('kiosk-live', `It is ${entry.name} (${entry.kioskId}).`);
    return { entry, identity: { id: new Uint8Array(Buffer.from(entry.kioskId, 'hex')), key } };
  }
  const storeId = await chooseStore(db, wish.store);
  const kiosks = (await listKiosks(db)).filter((kiosk) => kiosk.storeId === storeId);
  const name = wish.name ?? `Kiosk ${kiosks.length + 1}`;
  const known = kiosks.find((kiosk) => kiosk.name === name);
  if (known) throw new CompanionError('kiosk-live', `It is ${known.name} (${known.kioskId}).`);
  const id = new Uint8Array(randomBytes(KIOSK_ID_BYTES));
  const kioskId = Buffer.from(id).toString('hex');
  return { entry: { storeId, kioskId, name, board: wish.board, isSimulated: false }, identity: { id, key } };
}

async function chooseStore(db: Db, wanted: string | undefined): Promise<string> {
  const stores = await listStores(db);
  const [only] = stores;
  if (wanted === undefined && only && stores.length === 1) return only.storeId;
  const found = stores.find((store) => store.storeId === wanted);
  if (!found) throw new CompanionError('store-unknown', wanted === undefined ? 'Name one with --store.' : '');
  return found.storeId;
}
