import { writeCsv } from '../bands/csv';
import { spanDays } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { readingFields } from '../bands/releases-csv';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { finishedShare } from './span-figures';

const shareFields = (share: Interval | null): readonly (string | number)[] =>
  share ? [Math.floor(share.low * 100), Math.ceil(share.high * 100)] : ['', ''];

const spanColumns = ['store', 'simulated', 'span', 'first_day', 'last_day'];

/** The table behind a panel as a file: the same figures, this span and the one before on one line. */
export function panelCsv(panel: CounterPanel, view: View): string {
  const { storeId, spanNo, firstDay, lastDay, isSimulated } = view.release;
  const columns = ['state', 'at_least', 'at_most', 'share_percent_at_least', 'share_percent_at_most'];
  const rows = measurePanel(panel, view).map((line) => [
    storeId,
    isSimulated ? 'yes' : 'no',
    spanNo,
    firstDay,
    lastDay,
    line.code,
    line.label,
    ...readingFields(view.release.bands[line.counter]),
    ...shareFields(line.nowShare),
    ...readingFields(view.before?.bands[line.counter]),
    ...shareFields(line.beforeShare),
    line.change ?? '',
  ]);
  const before = columns.map((column) => `before_${column}`);
  return writeCsv([...spanColumns, 'figure', 'answer', ...columns, ...before, 'share_changed'], rows);
}

/** The table behind the columns of the overview as a file, one line a span, the newest first. */
export function shoppersCsv(view: View): string {
  const header = [
    ...spanColumns,
    'days',
    ...['finished_state', 'finished_at_least', 'finished_at_most'],
    ...['started_state', 'started_at_least', 'started_at_most'],
    ...['finished_share_percent_at_least', 'finished_share_percent_at_most'],
  ];
  const rows = view.releases.map((release) => [
    release.storeId,
    release.isSimulated ? 'yes' : 'no',
    release.spanNo,
    release.firstDay,
    release.lastDay,
    spanDays(release.firstDay, release.lastDay),
    ...readingFields(release.finished),
    ...readingFields(release.started),
    ...shareFields(finishedShare(release)),
  ]);
  return writeCsv(header, rows);
}
