import type { Db } from '../store/tables';
import { publishedBand } from './band';
import { SPAN_MINIMUM_CHECKS } from './close-span';
import { newestSpan } from './draft-release';
import type { ReleaseRecord } from './release-record';
import { countFinished, countStarted } from './totals';

/** A released span as one companion tells it to another: what is published, and the exact totals for chain totals. */
export interface ForwardedSpan {
  readonly record: ReleaseRecord;
  /** by counter number */
  readonly totals: readonly number[];
}

/** Why a span from another companion is not taken. */
export type SpanRefusal = 'span-differs' | 'span-out-of-order' | 'span-impossible';

/** Released spans of a store after a number, the oldest first. */
export async function readSpansAfter(
  db: Db,
  storeId: string,
  spanNo: number,
  limit: number,
): Promise<ForwardedSpan[]> {
  const rows = await db
    .selectFrom('span')
    .innerJoin('release', (join) =>
      join.onRef('release.storeId', '=', 'span.storeId').onRef('release.spanNo', '=', 'span.spanNo'),
    )
    .select(['record', 'totals'])
    .where('span.storeId', '=', storeId)
    .where('span.spanNo', '>', spanNo)
    .orderBy('span.spanNo')
    .limit(limit)
    .execute();
  return rows.map(({ record, totals }) => ({ record: JSON.parse(record), totals: JSON.parse(totals) }));
}

/**
 * Takes a released span from another companion, once: the same again changes nothing. A stored one never changes, and
 * none is left out.
 *
 * @param arrivedDay the day on which it came, an ISO date
 * @returns null when it is here now, or why it was not taken
 */
export async function takeSpan(
  db: Db,
  { record, totals }: ForwardedSpan,
  arrivedDay: string,
): Promise<SpanRefusal | null> {
  const { storeId, spanNo, firstDay, lastDay, publishedOn, kiosks } = record;
  const row = { record: JSON.stringify(record), totals: JSON.stringify(totals) };
  const [known] = await readSpansAfter(db, storeId, spanNo - 1, 1);
  if (known?.record.spanNo === spanNo) {
    const isSame = JSON.stringify(known.record) === row.record && JSON.stringify(known.totals) === row.totals;
    return isSame ? null : 'span-differs';
  }
  const newest = await newestSpan(db, storeId);
  if (spanNo !== 1 + (newest?.spanNo ?? 0) || (newest && newest.lastDay >= firstDay))
    return 'span-out-of-order';
  if (!couldBeMade({ record, totals })) return 'span-impossible';
  await db
    .insertInto('span')
    .values({ storeId, spanNo, firstDay, lastDay, publishedOn, kiosks, totals: row.totals, arrivedDay })
    .execute();
  await db.insertInto('release').values({ storeId, spanNo, publishedOn, record: row.record }).execute();
  return null;
}

/** Whether our own rules could have made this release from these totals. */
function couldBeMade({ record, totals }: ForwardedSpan): boolean {
  const finished = countFinished(totals);
  return (
    !record.isSimulated &&
    record.firstDay <= record.lastDay &&
    record.lastDay < record.publishedOn &&
    finished >= SPAN_MINIMUM_CHECKS &&
    record.finished === publishedBand(finished) &&
    record.started === publishedBand(countStarted(totals)) &&
    record.bands.length === totals.length &&
    record.bands.every((band, counter) => band === publishedBand(totals[counter] ?? 0))
  );
}
