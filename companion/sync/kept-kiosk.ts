/** Vitals are asked for at most this often when no new sheet calls. */
const VITALS_EVERY_MS = 15 * 60_000;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = VITALS_EVERY_MS;
/** Adverts are not sealed: whoever forges them calls no more often than this. */
const CALLED_EVERY_MS = 60_000;

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
  /** the last try ended because nothing was heard of it; its next advert calls */
  readonly isAwaited: boolean;
  /** syncs that failed since the last good one */
  readonly failures: number;
  /** not tried again before this time */
  readonly notBeforeMs: number;
}

/** A kiosk that was never synced: due at once. */
export function newKeptKiosk(kioskId: string): KeptKiosk {
  return {
    kioskId,
    lastSyncAtMs: null,
    synced: null,
    isNewSheetThere: false,
    isAwaited: false,
    failures: 0,
    notBeforeMs: 0,
  };
}

/** When a kiosk is to be synced next: for a new sheet at once, but once a minute at most; else every 15 minutes. */
export function dueAtMs(kiosk: KeptKiosk): number {
  if (kiosk.lastSyncAtMs === null) return kiosk.notBeforeMs;
  const everyMs = kiosk.isNewSheetThere ? CALLED_EVERY_MS : VITALS_EVERY_MS;
  return Math.max(kiosk.notBeforeMs, kiosk.lastSyncAtMs + everyMs);
}

/** The kiosk after an advert of its own: of a newer sheet, of a ledger that began anew, or the first after a silence. */
export function afterAdvert(kiosk: KeptKiosk, { epoch, sheetNo }: NewestSheet): KeptKiosk {
  const { synced, isNewSheetThere, isAwaited } = kiosk;
  const isNews = synced !== null && (synced.epoch !== epoch || sheetNo > synced.sheetNo);
  if (isAwaited)
    return { ...kiosk, isNewSheetThere: isNews || isNewSheetThere, isAwaited: false, notBeforeMs: 0 };
  return isNews && !isNewSheetThere ? { ...kiosk, isNewSheetThere: true } : kiosk;
}

/** The kiosk after a sync that found this newest sheet. */
export function afterSync(kiosk: KeptKiosk, synced: NewestSheet, nowMs: number): KeptKiosk {
  return { ...newKeptKiosk(kiosk.kioskId), lastSyncAtMs: nowMs, synced };
}

/**
 * The kiosk after a sync that failed: tried again after 10 s, then twice as long each time, 15 minutes at most.
 *
 * @param isAwaited nothing was heard of it, so its next advert is reason enough to try again
 * @param random from 0 to 1; takes away up to half of the time, so that kiosks that failed together part
 */
export function afterFailure(kiosk: KeptKiosk, isAwaited: boolean, nowMs: number, random: number): KeptKiosk {
  const retryMs = Math.min(FIRST_RETRY_MS * 2 ** kiosk.failures, LONGEST_RETRY_MS);
  const notBeforeMs = nowMs + retryMs * (1 - random / 2);
  return { ...kiosk, isAwaited, failures: kiosk.failures + 1, notBeforeMs };
}
