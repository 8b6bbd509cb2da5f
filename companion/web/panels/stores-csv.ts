import type { StoreNow } from '../../store/page-stores';
import { writeCsv } from '../bands/csv';
import type { Interval } from '../bands/interval';
import { readFinished, readStarted } from '../bands/reading';
import { readingFields } from '../bands/releases-csv';
import { readStoreShare, storeFigures } from './compare-stores';

const percentFields = (share: Interval | null): readonly (string | number)[] =>
  share ? [Math.floor(share.low * 100), Math.ceil(share.high * 100)] : ['', ''];

/** The newest released span of every store as a file, one line a store, by name. */
export function storesCsv(stores: readonly StoreNow[]): string {
  const header = [
    ...['store', 'name', 'region', 'simulated', 'span', 'first_day', 'last_day'],
    ...['finished_state', 'finished_at_least', 'finished_at_most'],
    ...['started_state', 'started_at_least', 'started_at_most'],
    ...storeFigures.flatMap(({ key }) =>
      [
        'state',
        'percent_at_least',
        'percent_at_most',
        'percent_likely_at_least',
        'percent_likely_at_most',
      ].map((end) => `${key.replaceAll('-', '_')}_${end}`),
    ),
  ];
  const rows = stores.map(({ store, release }) => [
    store.storeId,
    store.name,
    store.region ?? '',
    store.isSimulated ? 'yes' : 'no',
    release?.spanNo ?? '',
    release?.firstDay ?? '',
    release?.lastDay ?? '',
    ...readingFields(readFinished(release ? [release] : [])),
    ...readingFields(readStarted(release ? [release] : [])),
    ...storeFigures.flatMap((figure) => {
      const { state, share, likely } = readStoreShare(figure, release);
      return [state, ...percentFields(share), ...percentFields(likely)];
    }),
  ]);
  return writeCsv(header, rows);
}
