import type { Generated, Kysely } from 'kysely';
import type { AccessTables } from '../access/tables';
import type { ForwardTables } from '../forward/tables';
import type { NoteTables } from '../note/tables';

/**
 * Every table, as libsql and PostgreSQL both hold it: text and whole numbers only, 0 or 1 for no and yes, ISO
 * dates and times as text, JSON as text. The first column of every key is the store, except for who may look in and
 * for what a chain publishes of all its stores.
 */
export interface Tables extends AccessTables, ForwardTables, NoteTables {
  store: StoreTable;
  kiosk: KioskTable;
  sheet: SheetTable;
  gap: GapTable;
  quarantine: QuarantineTable;
  span: SpanTable;
  release: ReleaseTable;
  refusal: RefusalTable;
  vitals: VitalsTable;
  wantedSettings: WantedSettingsTable;
  quarter: QuarterTable;
}

/** A database, or a transaction on it. */
export type Db = Kysely<Tables>;

export interface StoreTable {
  storeId: string;
  name: string;
  isSimulated: 0 | 1;
  region: string | null;
}

/** A kiosk's key is never here: see keyring.ts. */
export interface KioskTable {
  storeId: string;
  kioskId: string;
  name: string;
  board: string;
  isSimulated: 0 | 1;
  /** ISO time of its newest genuine answer */
  lastSyncAt: string | null;
  /** 8 hexadecimal digits, as it last said */
  epoch: string | null;
  /** why the last try to sync failed; null: it did not fail */
  lastError: string | null;
  /** a ForwardedHealth as JSON, as the store's own companion says; null: its sheets come here */
  forwarded: string | null;
  /** 1: something but its silence needs attention, as of its newest vitals; for the order of long lists only */
  needsLook: Generated<0 | 1>;
}

export interface SheetTable {
  storeId: string;
  kioskId: string;
  epoch: string;
  sheetNo: number;
  /** waiting for a release; in a released span; or late: it came after its number was given up */
  state: 'waiting' | 'released' | 'late';
  /** of its contents, under the kiosk's key; kept for ever, so that a second arrival is known. null: an update removed one without a key */
  hash: string | null;
  /** JSON array by counter number, read by companion/release alone; null as soon as it is merged into a span */
  counts: string | null;
  /** the store day on which it closed, or on which it arrived when the kiosk did not know */
  closedDay: string;
  arrivedDay: string;
  spanNo: number | null;
}

/** Sheet numbers, from first to last, that the kiosk no longer holds and that were not received here. */
export interface GapTable {
  storeId: string;
  kioskId: string;
  epoch: string;
  firstSheetNo: number;
  lastSheetNo: number;
  /** since when they are void: a sheet that comes later counts nowhere; null: still waited for */
  givenUpDay: string | null;
}

/** Second arrivals of a sheet with other contents, and sheets that no kiosk can have counted. Their counts are not kept. */
export interface QuarantineTable {
  storeId: string;
  kioskId: string;
  epoch: string;
  sheetNo: number;
  hash: string;
  arrivedDay: string;
}

/** Exact totals of a released span; shown nowhere. */
export interface SpanTable {
  storeId: string;
  spanNo: number;
  firstDay: string;
  lastDay: string;
  publishedOn: string;
  kiosks: number;
  /** JSON array by counter number */
  totals: string;
  /** the store day on which it was made here, or came here from another companion */
  arrivedDay: string;
}

export interface ReleaseTable {
  storeId: string;
  spanNo: number;
  publishedOn: string;
  /** a ReleaseRecord as JSON, ready to show */
  record: string;
}

/** What became of a quarter of the chain: written once, when it closed, and never changed. */
export interface QuarterTable {
  /** `2026-Q1` */
  quarter: string;
  /** a QuarterOutcome */
  outcome: string;
  closedOn: string;
  /** a QuarterRecord as JSON, ready to show; null unless it was released */
  record: string | null;
  /** the spans in it: JSON object of span numbers by store; null without a total */
  spans: string | null;
}

/** Mondays on which the audit refused a span. */
export interface RefusalTable {
  storeId: string;
  monday: string;
  /** a RefusalReason */
  reason: string;
}

/** The newest vitals of each store day of each kiosk. */
export interface VitalsTable {
  storeId: string;
  kioskId: string;
  day: string;
  readAt: string;
  /** JSON */
  reading: string;
}

/** What a kiosk shall be set to. */
export interface WantedSettingsTable {
  storeId: string;
  kioskId: string;
  /** ISO time */
  changedAt: string;
  /** JSON */
  settings: string;
}
