import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { shortDateWords } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { ChartSvg } from './chart-svg';
import { percent } from './percent';

const PLOT_PX = 100;
const AXIS_PX = 20;

/** One span as a column: every value the figure may have, null when it cannot be stated. */
export interface SpanColumn {
  readonly spanNo: number;
  readonly firstDay: string;
  readonly value: Interval | null;
  /** A held back figure is drawn as an outline, not as a small column. */
  readonly isHeldBack: boolean;
  readonly isShown: boolean;
}

function Column({ column, x, width, up }: { column: SpanColumn; x: number; width: number; up: Up }) {
  if (!column.value) {
    return (
      <text x={percent(x + width / 2)} y={PLOT_PX - 4} text-anchor="middle" class="axis">
        ?
      </text>
    );
  }
  const low = Math.round(up(column.value.low));
  const high = Math.round(up(column.value.high));
  const box = { x: percent(x), width: percent(width) };
  if (column.isHeldBack) return <rect {...box} y={PLOT_PX - high} height={high} class="held-back" />;
  return (
    <>
      <rect {...box} y={PLOT_PX - low} height={low} class={column.isShown ? 'sure' : 'sure earlier'} />
      <rect
        {...box}
        y={PLOT_PX - high}
        height={high - low}
        class={column.isShown ? 'maybe' : 'maybe earlier'}
      />
    </>
  );
}

type Up = (value: number) => number;

type SpanColumnsProps = {
  id: string;
  title: string;
  description: string;
  /** The oldest first. */
  columns: readonly SpanColumn[];
};

/** Columns over spans: solid as far as each surely reaches, hatched as far as it may. */
export function SpanColumns({ id, title, description, columns }: SpanColumnsProps) {
  const up = scaleLinear([0, max(columns, (column) => column.value?.high ?? 0) || 1], [0, PLOT_PX - 14]).nice(
    3,
  );
  const across = scaleBand(
    columns.map((column) => String(column.spanNo)),
    [0, 100],
  )
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const first = columns[0];
  const last = columns[columns.length - 1];
  return (
    <ChartSvg id={id} title={title} description={description} heightPx={PLOT_PX + AXIS_PX} hasAxis>
      {up.ticks(3).map((tick) => {
        const y = Math.round(PLOT_PX - up(tick));
        return (
          <>
            <line x1="0" x2="100%" y1={y} y2={y} class="grid" />
            {tick > 0 ? (
              <text x="-8" y={y + 5} text-anchor="end" class="axis">
                {tick}
              </text>
            ) : null}
          </>
        );
      })}
      {columns.map((column) => (
        <Column column={column} x={across(String(column.spanNo)) ?? 0} width={across.bandwidth()} up={up} />
      ))}
      {first ? (
        <text x="0" y={PLOT_PX + 15} class="axis">
          {shortDateWords(first.firstDay)}
        </text>
      ) : null}
      {last && last !== first ? (
        <text x="100%" y={PLOT_PX + 15} text-anchor="end" class="axis">
          {shortDateWords(last.firstDay)}
        </text>
      ) : null}
    </ChartSvg>
  );
}
