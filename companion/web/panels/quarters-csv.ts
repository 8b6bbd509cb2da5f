import { counterKeys } from '../../../shared/check/codes';
import type { Quarter } from '../../store/quarter';
import { writeCsv } from '../bands/csv';
import { outcomeWords } from '../bands/quarters';
import { readBand } from '../bands/reading';
import { readingFields } from '../bands/releases-csv';

const HEADER = [
  ...['quarter', 'outcome', 'closed_on', 'simulated', 'stores', 'spans'],
  ...['figure', 'state', 'at_least', 'at_most', 'band_width'],
];

/**
 * Every figure of every quarter that has closed, one line each, the newest quarter first. The last column says how many
 * whole numbers are published as one: what is less is held back.
 */
export function quartersCsv(quarters: readonly Quarter[]): string {
  const rows = quarters.flatMap(({ quarter, outcome, closedOn, record }) => {
    const simulated = record ? (record.isSimulated ? 'yes' : 'no') : '';
    const about = [
      quarter,
      outcomeWords(outcome),
      closedOn,
      simulated,
      record?.stores ?? '',
      record?.spans ?? '',
    ];
    const bandOf = (key: string, counter: number) =>
      key === 'finished' || key === 'started' ? record?.[key] : record?.bands[counter];
    return [
      ...(['finished', 'started'] as const).map((key) => [key, -1] as const),
      ...counterKeys.map((key, counter) => [key, counter] as const),
    ].map(([key, counter]) => [
      ...about,
      key,
      ...readingFields(readBand(bandOf(key, counter), record?.bandWidth)),
      record?.bandWidth ?? '',
    ]);
  });
  return writeCsv(HEADER, rows);
}
