import type { QuarterRecord } from '../../release/chain/close-quarter';
import { firstDayOf, lastDayOf } from '../../release/chain/close-quarter';
import type { ReleaseRecord } from '../../release/release-record';
import type { Quarter } from '../../store/quarter';
import type { Compared } from './panel';

/** A quarter that was released, and what it is compared with. */
export interface ChainView extends Compared {
  readonly quarter: Quarter;
  readonly record: QuarterRecord;
}

/** A quarter's total as the panels read a release. */
const asRelease = ({ quarter, record }: Quarter): ReleaseRecord | undefined =>
  record
    ? {
        storeId: '',
        spanNo: 1,
        firstDay: firstDayOf(quarter),
        lastDay: lastDayOf(quarter),
        publishedOn: lastDayOf(quarter),
        isSimulated: record.isSimulated,
        bandWidth: record.bandWidth,
        bands: record.bands,
        finished: record.finished,
        started: record.started,
        kiosks: 0,
      }
    : undefined;

/** A quarter with the one before, as far as that was released; null where there is no total. */
export function viewQuarter(quarter: Quarter, before: Quarter | undefined): ChainView | null {
  const release = asRelease(quarter);
  const earlier = before && asRelease(before);
  if (!release || !quarter.record) return null;
  return { quarter, record: quarter.record, release, earlier: earlier ? [earlier] : [] };
}
