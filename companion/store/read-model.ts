import { type Holding, readHoldings } from '../privacy/holdings';
import type { ReleaseRecord } from '../release/release-record';
import { type KioskHealth, listKioskHealth } from './kiosk-health';
import { type KioskPage, pageKiosks } from './page-kiosks';
import {
  firstStores,
  listRegionNames,
  listRegions,
  pageStores,
  type Region,
  type StorePage,
  type StoreSearch,
} from './page-stores';
import { listQuarters, type Quarter } from './quarter';
import { listRefusals, type Refusal } from './refusal';
import { listReleases } from './release';
import { findStore, listOwnStores, listStores, type StoreEntry } from './store';
import type { Db } from './tables';

/** What pages may read: releases and vitals, never a count that is not released. */
export interface ReadModel {
  /** All stores by name. */
  listStores(): Promise<StoreEntry[]>;
  /** A store; undefined when it is not known. */
  findStore(storeId: string): Promise<StoreEntry | undefined>;
  /** Stores whose kiosks are synced here, by name. */
  listOwnStores(): Promise<StoreEntry[]>;
  /** So many stores by name, and how many there are. */
  firstStores(limit: number): ReturnType<typeof firstStores>;
  /** So many of the stores that a search finds, by name, each with its newest release. */
  pageStores(search: StoreSearch, first: number, limit: number): Promise<StorePage>;
  /** Names of regions. */
  listRegionNames(): Promise<string[]>;
  /** Regions by name. */
  listRegions(nowMs: number): Promise<Region[]>;
  /** So many of the kiosks in stores that a search finds, those that need attention first. */
  pageKiosks(search: StoreSearch, nowMs: number, first: number, limit: number): Promise<KioskPage>;
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
    findStore: (storeId) => findStore(db, storeId),
    listOwnStores: () => listOwnStores(db),
    firstStores: (limit) => firstStores(db, limit),
    pageStores: (search, first, limit) => pageStores(db, search, first, limit),
    listRegionNames: () => listRegionNames(db),
    listRegions: (nowMs) => listRegions(db, nowMs),
    pageKiosks: (search, nowMs, first, limit) => pageKiosks(db, search, nowMs, first, limit),
    listReleases: (storeId) => listReleases(db, storeId),
    listRefusals: (storeId) => listRefusals(db, storeId),
    listQuarters: () => listQuarters(db),
    listKiosks: (storeId) => listKioskHealth(db, storeId),
    listHoldings: () => readHoldings(db),
  };
}
