import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Interval } from '../bands/interval';
import { shareWords } from '../bands/interval';
import { ChartSvg } from './chart-svg';
import { percent } from './percent';

const ROW_PX = 46;

/** One share among others that are not ranked: what rounding leaves open, and what chance leaves open beyond it. */
export interface RangeRow {
  readonly label: string;
  readonly share: Interval | null;
  readonly likely: Interval | null;
  /** What stands in place of a share that cannot be stated. */
  readonly without: string;
}

function Row({ row, y, across }: { row: RangeRow; y: number; across: (share: number) => number }) {
  const { label, share, likely, without } = row;
  const middle = y + 27;
  return (
    <>
      <text x="0" y={y + 14} class="row-label">
        {label}
      </text>
      <text x="100%" y={y + 14} class={share ? 'row-value' : 'row-value without'}>
        {share ? shareWords(share) : without}
      </text>
      <rect x="0" y={y + 22} width="100%" height="10" class={share ? 'track' : 'unknown'} />
      {likely ? (
        <line
          x1={percent(across(likely.low))}
          x2={percent(across(likely.high))}
          y1={middle}
          y2={middle}
          class="whisker"
        />
      ) : null}
      {share ? (
        <rect
          x={percent(across(share.low))}
          y={y + 22}
          width={percent(Math.max(0.5, across(share.high) - across(share.low)))}
          height="10"
          class="sure"
        />
      ) : null}
    </>
  );
}

type RangeRowsProps = { id: string; title: string; description: string; rows: readonly RangeRow[] };

/** Ranges side by side on one scale: a block for what rounding leaves open, a line for what chance does. */
export function RangeRows({ id, title, description, rows }: RangeRowsProps) {
  const largest = max(rows, ({ share, likely }) => Math.max(share?.high ?? 0, likely?.high ?? 0));
  const across = scaleLinear([0, largest || 1], [0, 100]);
  return (
    <ChartSvg id={id} title={title} description={description} heightPx={rows.length * ROW_PX}>
      {rows.map((row, index) => (
        <Row row={row} y={index * ROW_PX} across={across} />
      ))}
    </ChartSvg>
  );
}
