import { writeCsv } from '../bands/csv';
import { spanDays } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { readFinished, readStarted } from '../bands/reading';
import { readingFields } from '../bands/releases-csv';
import { measureFunnel } from './funnel';
import { type MeasuredSpans, measurePanel, measureSpans } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { finishedShare } from './span-figures';

const shareFields = (share: Interval | null): readonly (string | number)[] =>
  share ? [Math.floor(share.low * 100), Math.ceil(share.high * 100)] : ['', ''];

const measuredFields = ({ reading, share }: Pick<MeasuredSpans, 'reading' | 'share'>) => [
  ...readingFields(reading),
  ...shareFields(share),
];

const spanColumns = ['store', 'simulated', 'span', 'first_day', 'last_day'];
const measuredColumns = ['state', 'at_least', 'at_most', 'share_percent_at_least', 'share_percent_at_most'];

/** The table behind a panel as a file: this span and the ones before, taken together, on one line. */
export function panelCsv(panel: CounterPanel, view: View): string {
  const { storeId, spanNo, firstDay, lastDay, isSimulated } = view.release;
  const rows = measurePanel(panel, view).map((line) => [
    storeId,
    isSimulated ? 'yes' : 'no',
    spanNo,
    firstDay,
    lastDay,
    line.code,
    line.label,
    ...measuredFields(line.now),
    view.earlier.length,
    ...measuredFields(line.before),
    line.change ?? '',
  ]);
  const before = ['spans_before', ...measuredColumns.map((column) => `before_${column}`)];
  return writeCsv([...spanColumns, 'figure', 'answer', ...measuredColumns, ...before, 'share_changed'], rows);
}

/** A panel in every released span of the store, one line a span and answer, the newest span first. */
export function panelHistoryCsv(panel: CounterPanel, view: View): string {
  const rows = view.releases.flatMap((release) =>
    panel.lines.map((line) => [
      release.storeId,
      release.isSimulated ? 'yes' : 'no',
      release.spanNo,
      release.firstDay,
      release.lastDay,
      line.code,
      line.label,
      ...measuredFields(measureSpans(panel, line.counter, [release])),
    ]),
  );
  return writeCsv([...spanColumns, 'figure', 'answer', ...measuredColumns], rows);
}

/** The funnel as a file, one line a screen. */
export function funnelCsv(view: View): string {
  const { storeId, spanNo, firstDay, lastDay, isSimulated } = view.release;
  const rows = measureFunnel(view).map(({ code, label, now, before }) => [
    storeId,
    isSimulated ? 'yes' : 'no',
    spanNo,
    firstDay,
    lastDay,
    code,
    label,
    ...measuredFields(now),
    view.earlier.length,
    ...measuredFields(before),
  ]);
  const earlier = ['spans_before', ...measuredColumns.map((column) => `before_${column}`)];
  return writeCsv([...spanColumns, 'figure', 'screen', ...measuredColumns, ...earlier], rows);
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
    ...readingFields(readFinished([release])),
    ...readingFields(readStarted([release])),
    ...shareFields(finishedShare([release])),
  ]);
  return writeCsv(header, rows);
}
