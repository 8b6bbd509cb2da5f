import type { Clock } from '../clock';
import type { OpenStore } from '../store/open-store';
import { listStores, type StoreEntry } from '../store/store';
import type { Db } from '../store/tables';
import { nextMonday, storeToday } from '../store-day';
import { publishedBand } from './band';
import { type ClosedSpan, closeSpan } from './close-span';
import { giveUp, readReleased, readVoided, readWaiting, settleSheet } from './raw-sheets';
import type { ReleaseRecord } from './release-record';
import { countFinished, countStarted } from './totals';

/**
 * Publishes every release that is due in every store, oldest first, and returns them.
 *
 * Each Monday since a store's last release is looked at in turn, however late this runs, and each in one
 * transaction with everything that follows from it: a cut leaves a release and its deleted sheets, or neither.
 * The returned releases are on disk, and their raw counts gone from the files.
 */
export async function publishDue(store: OpenStore, clock: Clock): Promise<ReleaseRecord[]> {
  const today = storeToday(clock);
  const published: ReleaseRecord[] = [];
  for (const entry of await listStores(store.db)) {
    const mondays = mondaysUpTo(today, await firstOpenMonday(store.db, entry.storeId));
    for (const monday of mondays) {
      const record = await store.db.transaction().execute((db) => publishMonday(db, entry, monday));
      if (record) published.push(record);
    }
  }
  if (published.length > 0) store.forgetDeleted();
  return published;
}

/** The first Monday after a store's last release, or after the first arrival when that is later; null: nothing waits. */
async function firstOpenMonday(db: Db, storeId: string): Promise<string | null> {
  const waiting = await db
    .selectFrom('sheet')
    .select((e) => e.fn.min('arrivedDay').as('firstDay'))
    .where('storeId', '=', storeId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!waiting?.firstDay) return null;
  const previous = await newestSpan(db, storeId);
  const afterPrevious = previous && nextMonday(previous.publishedOn);
  const afterArrival = nextMonday(waiting.firstDay);
  return afterPrevious && afterPrevious > afterArrival ? afterPrevious : afterArrival;
}

function* mondaysUpTo(lastDay: string, firstMonday: string | null): Generator<string> {
  for (let monday = firstMonday; monday !== null && monday <= lastDay; monday = nextMonday(monday))
    yield monday;
}

async function publishMonday(db: Db, store: StoreEntry, monday: string): Promise<ReleaseRecord | null> {
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
  if (!span) return null;
  const record = makeRecord(store, 1 + (previous?.spanNo ?? 0), monday, span);
  await writeSpan(db, record, span);
  return record;
}

function makeRecord(store: StoreEntry, spanNo: number, monday: string, span: ClosedSpan): ReleaseRecord {
  return {
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
}

async function writeSpan(db: Db, record: ReleaseRecord, span: ClosedSpan): Promise<void> {
  const { storeId, spanNo, firstDay, lastDay, publishedOn, kiosks } = record;
  await db
    .insertInto('span')
    .values({ storeId, spanNo, firstDay, lastDay, publishedOn, kiosks, totals: JSON.stringify(span.totals) })
    .execute();
  await db
    .insertInto('release')
    .values({ storeId, spanNo, publishedOn, record: JSON.stringify(record) })
    .execute();
  for (const sheet of span.sheets) await settleSheet(db, storeId, sheet, spanNo);
}

function newestSpan(db: Db, storeId: string) {
  return db
    .selectFrom('span')
    .select(['spanNo', 'lastDay', 'publishedOn'])
    .where('storeId', '=', storeId)
    .orderBy('spanNo', 'desc')
    .limit(1)
    .executeTakeFirst();
}
