import type { Vitals } from '../../shared/wire/vitals';

/** One closed sheet as a kiosk delivered it, verified and unpacked. */
export interface SheetArrival {
  /** 16 hexadecimal digits, small letters. */
  readonly kioskId: string;
  /** 8 hexadecimal digits, small letters. */
  readonly epoch: string;
  /** 1 to 65,535. */
  readonly sheetNo: number;
  /** What its contents are known by (hash-sheet.ts); 64 hexadecimal digits. */
  readonly hash: string;
  /** By counter number, as in shared/tallies. */
  readonly counts: readonly number[];
  /** Days since 1970-01-01 in store time; null when the kiosk's clock was not set. */
  readonly closedDay: number | null;
}

/**
 * What the store did with a sheet: `taken` for the first time, `known` with the same contents already, or
 * `conflict`: known with other contents, the newcomer now in quarantine.
 */
export type SheetOutcome = 'taken' | 'known' | 'conflict';

/** Sheets that a kiosk no longer holds and that never arrived here; shown as "not received here". */
export interface SheetGap {
  readonly kioskId: string;
  readonly epoch: string;
  readonly fromSheetNo: number;
  readonly toSheetNo: number;
}

/** One reading of a kiosk's vitals. */
export interface VitalsArrival {
  readonly kioskId: string;
  readonly epoch: string;
  readonly receivedAtMs: number;
  readonly vitals: Vitals;
}

/**
 * What a sync needs of the store. Every promise resolves only after the change is committed, because the kiosk
 * is told right afterwards that it may forget; all calls are idempotent.
 */
export interface SyncStore {
  /** The lowest sheet number of this epoch that is neither held, released nor recorded as a gap; 1 when new. */
  nextSheetNeeded(kioskId: string, epoch: string): Promise<number>;
  takeSheet(sheet: SheetArrival): Promise<SheetOutcome>;
  /** Settles the number of a sheet that no kiosk can have counted: it is shown, and counts nowhere. */
  quarantineSheet(sheet: SheetArrival): Promise<void>;
  recordGap(gap: SheetGap): Promise<void>;
  recordVitals(arrival: VitalsArrival): Promise<void>;
}
