import type { Clock } from '../clock';
import { CompanionError } from '../errors';
import type { OpenStore } from '../store/open-store';
import { type Refusal, saveRefusal } from '../store/refusal';
import { listStores, type StoreEntry } from '../store/store';
import type { Db } from '../store/tables';
import { nextMonday, storeToday } from '../store-day';
import type { Auditor } from './audit/auditor';
import { type Draft, draftMonday, isSameDraft, newestSpan, writeSpan } from './draft-release';
import type { ReleaseRecord } from './release-record';

/** What became of everything that was due. */
export interface Publishing {
  readonly released: readonly ReleaseRecord[];
  /** their sheets go on waiting, for a later Monday */
  readonly refused: readonly Refusal[];
  /** audits that could not be made; they are tried again next time, for the same Mondays */
  readonly failed: readonly CompanionError[];
}

/**
 * Publishes every release that is due in every store, oldest first.
 *
 * Each Monday since a store's last release is looked at in turn, however late this runs. What follows from one
 * Monday is written in one transaction: a cut leaves a release and its deleted sheets, or neither. A span is
 * published only after the auditor, which works outside of any transaction, has found it safe. The returned
 * releases are on disk, and their raw counts gone from the files.
 */
export async function publishDue(store: OpenStore, clock: Clock, auditor: Auditor): Promise<Publishing> {
  const today = storeToday(clock);
  const publishing = {
    released: [] as ReleaseRecord[],
    refused: [] as Refusal[],
    failed: [] as CompanionError[],
  };
  for (const entry of await listStores(store.db)) {
    try {
      for (const monday of await openMondays(store.db, entry.storeId, today)) {
        const end = await publishMonday(store.db, entry, monday, auditor, today);
        if (end === 'disturbed') break;
        if (end && 'reason' in end) publishing.refused.push(end);
        else if (end) publishing.released.push(end);
      }
    } catch (error) {
      if (!(error instanceof CompanionError) || error.code !== 'audit-failed') throw error;
      publishing.failed.push(error);
    }
  }
  if (publishing.released.length > 0) await store.forgetDeleted();
  return publishing;
}

/** The Mondays up to today, since the last release or the first arrival, on which no span was refused. */
async function openMondays(db: Db, storeId: string, today: string): Promise<string[]> {
  const waiting = await db
    .selectFrom('sheet')
    .select((e) => e.fn.min('arrivedDay').as('firstDay'))
    .where('storeId', '=', storeId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!waiting?.firstDay) return [];
  const previous = await newestSpan(db, storeId);
  const refused = await db.selectFrom('refusal').select('monday').where('storeId', '=', storeId).execute();
  const mondays: string[] = [];
  for (let monday = nextMonday(waiting.firstDay); monday <= today; monday = nextMonday(monday)) {
    const isSettled = previous !== undefined && monday <= previous.publishedOn;
    if (!isSettled && !refused.some((refusal) => refusal.monday === monday)) mondays.push(monday);
  }
  return mondays;
}

/** What a Monday brings: a release, a refusal, or nothing; `disturbed` when sheets changed during the audit. */
async function publishMonday(
  db: Db,
  entry: StoreEntry,
  monday: string,
  auditor: Auditor,
  today: string,
): Promise<ReleaseRecord | Refusal | 'disturbed' | null> {
  const draft = await db.transaction().execute((transaction) => draftMonday(transaction, entry, monday));
  if (!draft) return null;
  const { verdict } = await auditor.audit(figuresOf(draft));
  if (verdict !== 'safe') {
    const refusal: Refusal = { storeId: entry.storeId, monday, reason: verdict };
    await saveRefusal(db, refusal);
    return refusal;
  }
  return db.transaction().execute(async (transaction) => {
    const now = await draftMonday(transaction, entry, monday);
    if (!now || !isSameDraft(now, draft)) return 'disturbed';
    await writeSpan(transaction, now, today);
    return now.record;
  });
}

/** What the audit looks at is what pages show. */
function figuresOf({ record }: Draft) {
  return [...record.bands, record.finished, record.started];
}
