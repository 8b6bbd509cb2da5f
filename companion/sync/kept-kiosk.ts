/** Vitals are asked for at most this often when no new sheet calls. */
const VITALS_EVERY_MS = 15 * 60_000;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = VITALS_EVERY_MS;

/** What a kiosk says about itself in every advert: its ledger, and the newest sheet closed in it. */
export interface NewestSheet {
  /** 8 hexadecimal digits */
  readonly epoch: string;
  readonly sheetNo: number;
}

/** What the keeper remembers of one kiosk between two syncs. Times are in ms of a clock that never jumps. */
export interface KeptKiosk {
  readonly kioskId: string;
  /** null: not since the keeper started */
  readonly lastSyncAtMs: number | null;
  /** the newest sheet as of the last sync */
  readonly synced: NewestSheet | null;
  readonly isNewSheetThere: boolean;
  /** syncs that failed since the last good one */
  readonly failures: number;
  /** not tried again before this time */
  readonly notBeforeMs: number;
}

/** A kiosk that was never synced: due at once. */
export function newKeptKiosk(kioskId: string): KeptKiosk {
  return { kioskId, lastSyncAtMs: null, synced: null, isNewSheetThere: false, failures: 0, notBeforeMs: 0 };
}

/** When a kiosk is to be synced next: at once for a new sheet, else 15 minutes after the last time. */
export function dueAtMs(kiosk: KeptKiosk): number {
  const isCalled = kiosk.isNewSheetThere || kiosk.lastSyncAtMs === null;
  return Math.max(kiosk.notBeforeMs, isCalled ? 0 : (kiosk.lastSyncAtMs ?? 0) + VITALS_EVERY_MS);
}

/** The kiosk after an advert; one of another ledger or without a newer sheet changes nothing. */
export function afterAdvert(kiosk: KeptKiosk, advert: NewestSheet): KeptKiosk {
  const isNews = kiosk.synced?.epoch === advert.epoch && advert.sheetNo > kiosk.synced.sheetNo;
  return isNews ? { ...kiosk, isNewSheetThere: true } : kiosk;
}

/** The kiosk after a sync that found this newest sheet. */
export function afterSync(kiosk: KeptKiosk, synced: NewestSheet, nowMs: number): KeptKiosk {
  return { ...newKeptKiosk(kiosk.kioskId), lastSyncAtMs: nowMs, synced };
}

/**
 * The kiosk after a sync that failed: tried again after 10 s, then twice as long each time, 15 minutes at most.
 *
 * @param random from 0 to 1; takes away up to half of the time, so that kiosks that failed together part
 */
export function afterFailure(kiosk: KeptKiosk, nowMs: number, random: number): KeptKiosk {
  const retryMs = Math.min(FIRST_RETRY_MS * 2 ** kiosk.failures, LONGEST_RETRY_MS);
  return { ...kiosk, failures: kiosk.failures + 1, notBeforeMs: nowMs + retryMs * (1 - random / 2) };
}
