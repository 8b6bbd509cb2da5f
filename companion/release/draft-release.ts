import type { StoreEntry } from '../store/store';
import type { Db } from '../store/tables';
import { publishedBand } from './band';
import { type ClosedSpan, closeSpan } from './close-span';
import { giveUp, readReleased, readVoided, readWaiting, settleSheet } from './raw-sheets';
import type { ReleaseRecord } from './release-record';
import { countFinished, countStarted } from './totals';

/** A span that closed, and the release that it would make. */
export interface Draft {
  readonly span: ClosedSpan;
  readonly record: ReleaseRecord;
}

/** Gives up the numbers that are void from a Monday on, and drafts the release of the span that closes on it. */
export async function draftMonday(db: Db, store: StoreEntry, monday: string): Promise<Draft | null> {
  const { storeId } = store;
  const previous = await newestSpan(db, storeId);
  const { newlyVoid, span } = closeSpan({
    monday,
    waiting: await readWaiting(db, storeId),
    released: await readReleased(db, storeId),
    voided: await readVoided(db, storeId),
    previousLastDay: previous?.lastDay ?? null,
  });
  for (const range of newlyVoid) await giveUp(db, storeId, range, monday);
  return span && draftSpan(store, 1 + (previous?.spanNo ?? 0), monday, span);
}

/** Whether two drafts hold the same sheets and would publish the same. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const describe = ({ span, record }: Draft) =>
    JSON.stringify([
      record,
      span.totals,
      span.sheets.map(({ kioskId, epoch, sheetNo }) => [kioskId, epoch, sheetNo]),
    ]);
  return describe(one) === describe(other);
}

/** Writes a release, merges its sheets into the span's totals and deletes their counts. */
export async function writeSpan(db: Db, { record, span }: Draft, today: string): Promise<void> {
  const { storeId, spanNo, firstDay, lastDay, publishedOn, kiosks } = record;
  await db
    .insertInto('span')
    .values({
      storeId,
      spanNo,
      firstDay,
      lastDay,
      publishedOn,
      kiosks,
      totals: JSON.stringify(span.totals),
      arrivedDay: today,
    })
    .execute();
  await db
    .insertInto('release')
    .values({ storeId, spanNo, publishedOn, record: JSON.stringify(record) })
    .execute();
  for (const sheet of span.sheets) await settleSheet(db, storeId, sheet, spanNo);
}

/** The newest released span of a store. */
export function newestSpan(db: Db, storeId: string) {
  return db
    .selectFrom('span')
    .select(['spanNo', 'lastDay', 'publishedOn'])
    .where('storeId', '=', storeId)
    .orderBy('spanNo', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The draft of a span that closed: what would be published of it on a Monday. */
export function draftSpan(store: StoreEntry, spanNo: number, monday: string, span: ClosedSpan): Draft {
  const record: ReleaseRecord = {
    storeId: store.storeId,
    spanNo,
    firstDay: span.firstDay,
    lastDay: span.lastDay,
    publishedOn: monday,
    isSimulated: store.isSimulated,
    bands: span.totals.map(publishedBand),
    finished: publishedBand(countFinished(span.totals)),
    started: publishedBand(countStarted(span.totals)),
    kiosks: span.kiosks,
  };
  return { span, record };
}
