import { createHash } from 'node:crypto';
import { type ForwardedSpan, readSpansAfter } from '../release/forwarded-spans';
import type { Db } from '../store/tables';
import type { ForwardState } from './message';

/** SHA-256 of what a span counted and when, the same on both sides of forwarding. */
export function hashSpan({ record, totals }: ForwardedSpan): string {
  const { spanNo, firstDay, lastDay, publishedOn } = record;
  const contents = JSON.stringify([spanNo, firstDay, lastDay, publishedOn, totals]);
  return createHash('sha256').update(contents).digest('hex');
}

/**
 * Looks whether the newest span that the chain holds of a store is the one that is here. Where a store's database was
 * restored from before a release, the chain may be the only one that knows.
 *
 * @returns what to tell the store's owner; null: nothing
 */
export async function compareNewest(
  db: Db,
  storeId: string,
  { newestSpanNo, newestSpanHash }: ForwardState,
): Promise<string | null> {
  if (newestSpanNo === 0) return null;
  const [here] = await readSpansAfter(db, storeId, newestSpanNo - 1, 1);
  if (!here) {
    return (
      `The chain’s companion holds span ${newestSpanNo} of this store, and this one does not: its database is from ` +
      'before that release. Stop it, and restore a backup that was made after it, before span ' +
      `${newestSpanNo} is released a second time from other sheets.`
    );
  }
  if (newestSpanHash === undefined || newestSpanHash === hashSpan(here)) return null;
  return (
    `Span ${newestSpanNo} is not the one that the chain’s companion holds: it was released a second time here, after an ` +
    'older backup was restored. The chain keeps the first one and takes the spans that follow; what only the second ' +
    'one counted is missing there.'
  );
}
