import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Interval } from '../bands/interval';
import { shareWords } from '../bands/interval';
import { shortWords } from '../bands/reading';
import type { MeasuredSpans } from '../panels/measure-panel';
import { percent } from './percent';
import { BAR_PX, ChartRow, RowChart } from './row-chart';

/** Where every share is small, the bars shall look so. */
const SCALE_MIN = 0.3;

type Shown = Pick<MeasuredSpans, 'reading' | 'share'>;

/** One share as it is drawn, in the span shown and in the spans before. */
interface BarLine {
  readonly label: string;
  readonly now: Shown;
  readonly before: Shown;
}

type Across = (share: number) => number;

/** One share as a bar: solid as far as it surely reaches, hatched as far as it may. */
function ShareBar({ share, across }: { share: Interval; across: Across }) {
  const low = across(share.low);
  return (
    <>
      <rect width={percent(low)} height={BAR_PX} class="sure" />
      <rect x={percent(low)} width={percent(across(share.high) - low)} height={BAR_PX} class="maybe" />
    </>
  );
}

/** A figure in its three states: a bar, an outline of dashes, or an empty frame. */
function Drawn({ now: { reading, share }, across }: { now: Shown; across: Across }) {
  if (reading.state === 'no report') return <rect width="100%" height={BAR_PX} class="unknown" />;
  const isHeldBack = reading.state === 'held back';
  return (
    <>
      <rect width="100%" height={BAR_PX} class="track" />
      {share && !isHeldBack ? <ShareBar share={share} across={across} /> : null}
      {isHeldBack ? (
        // without a share it may be anything from none to all
        <rect
          y="0.5"
          width={percent(share ? across(share.high) : 100)}
          height={BAR_PX - 1}
          class="held-back"
        />
      ) : null}
    </>
  );
}

function Row({ line: { label, now, before }, across }: { line: BarLine; across: Across }) {
  const { reading, share } = now;
  const isNumber = reading.state === 'number';
  return (
    <ChartRow
      label={label}
      value={shortWords(reading)}
      isWithout={!isNumber}
      {...(share && isNumber ? { share: shareWords(share) } : {})}
    >
      <Drawn now={now} across={across} />
      {before.share ? (
        <rect
          x={percent(across(before.share.low))}
          y={BAR_PX + 2}
          width={percent(Math.max(0.5, across(before.share.high) - across(before.share.low)))}
          height="3"
          class="before"
        />
      ) : null}
    </ChartRow>
  );
}

type ShareBarsProps = { id: string; title: string; description: string; lines: readonly BarLine[] };

/** Bars of shares, one row a line; a thin line under each shows where the spans before lay. */
export function ShareBars({ id, title, description, lines }: ShareBarsProps) {
  const largest = max(lines, (line) => Math.max(line.now.share?.high ?? 0, line.before.share?.high ?? 0));
  const across = scaleLinear([0, Math.max(largest ?? 0, SCALE_MIN)], [0, 100]);
  return (
    <RowChart id={id} title={title} description={description}>
      {lines.map((line) => (
        <Row line={line} across={across} />
      ))}
    </RowChart>
  );
}
