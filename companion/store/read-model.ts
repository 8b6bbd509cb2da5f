import { type Holding, readHoldings } from '../privacy/holdings';
import type { ReleaseRecord } from '../release/release-record';
import { type KioskHealth, listKioskHealth } from './kiosk-health';
import { listQuarters, type Quarter } from './quarter';
import { listRefusals, type Refusal } from './refusal';
import { listReleases } from './release';
import { listStores, type StoreEntry } from './store';
import type { Db } from './tables';

/** What pages may read: releases and vitals, never a count that is not released. */
export interface ReadModel {
  /** All stores by name. */
  listStores(): Promise<StoreEntry[]>;
  /** Released spans of one store, the newest first; empty for a store that is not known. */
  listReleases(storeId: string): Promise<ReleaseRecord[]>;
  /** Mondays on which the audit refused a span of one store, the newest first. */
  listRefusals(storeId: string): Promise<Refusal[]>;
  /** Quarters of the chain that have closed, the newest first. */
  listQuarters(): Promise<Quarter[]>;
  /** Kiosks by name, of one store or of all. */
  listKiosks(storeId?: string): Promise<KioskHealth[]>;
  /** What every table holds, without a value that is shown to nobody. */
  listHoldings(): Promise<Holding[]>;
}

/** The read model over an open database. */
export function createReadModel(db: Db): ReadModel {
  return {
    listStores: () => listStores(db),
    listReleases: (storeId) => listReleases(db, storeId),
    listRefusals: (storeId) => listRefusals(db, storeId),
    listQuarters: () => listQuarters(db),
    listKiosks: (storeId) => listKioskHealth(db, storeId),
    listHoldings: () => readHoldings(db),
  };
}
