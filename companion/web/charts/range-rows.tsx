import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Interval } from '../bands/interval';
import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { percent } from './percent';
import { BAR_PX, ChartRow, RowChart } from './row-chart';

/** One share among others that are not ranked: what rounding leaves open, and what chance leaves open beyond it. */
export interface RangeRow {
  readonly label: string;
  readonly state: Reading['state'];
  readonly share: Interval | null;
  readonly likely: Interval | null;
  /** What stands in place of a share that cannot be stated. */
  readonly without: string;
}

/** The three states as frames: a track with a block, an outline of dashes, an empty frame. */
const frames: Readonly<Record<Reading['state'], string>> = {
  number: 'track',
  'held back': 'held-back',
  'no report': 'unknown',
};

function Row({ row, across }: { row: RangeRow; across: (share: number) => number }) {
  const { label, state, share, likely, without } = row;
  return (
    <ChartRow label={label} value={share ? shareWords(share) : without} isWithout={share === null}>
      <rect width="100%" height={BAR_PX} class={frames[state]} />
      {likely ? (
        <line
          x1={percent(across(likely.low))}
          x2={percent(across(likely.high))}
          y1={BAR_PX / 2}
          y2={BAR_PX / 2}
          class="whisker"
        />
      ) : null}
      {share ? (
        <rect
          x={percent(across(share.low))}
          width={percent(Math.max(0.5, across(share.high) - across(share.low)))}
          height={BAR_PX}
          class="sure"
        />
      ) : null}
    </ChartRow>
  );
}

type RangeRowsProps = { id: string; title: string; description: string; rows: readonly RangeRow[] };

/** Ranges side by side on one scale: a block for what rounding leaves open, a line for what chance does. */
export function RangeRows({ id, title, description, rows }: RangeRowsProps) {
  const largest = max(rows, ({ share, likely }) => Math.max(share?.high ?? 0, likely?.high ?? 0));
  const across = scaleLinear([0, largest || 1], [0, 100]);
  return (
    <RowChart id={id} title={title} description={description}>
      {rows.map((row) => (
        <Row row={row} across={across} />
      ))}
    </RowChart>
  );
}
