import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Interval } from '../bands/interval';
import { shareWords } from '../bands/interval';
import { shortWords } from '../bands/reading';
import type { MeasuredLine } from '../panels/measure-panel';
import { ChartSvg } from './chart-svg';
import { percent } from './percent';

const ROW_PX = 46;
/** Where every share is small, the bars shall look so. */
const SCALE_MIN = 0.3;

type Across = (share: number) => number;

/** One share as a bar: solid as far as it surely reaches, hatched as far as it may. */
function ShareBar({ share, y, across }: { share: Interval; y: number; across: Across }) {
  const low = across(share.low);
  return (
    <>
      <rect x="0" y={y} width={percent(low)} height="10" class="sure" />
      <rect x={percent(low)} y={y} width={percent(across(share.high) - low)} height="10" class="maybe" />
    </>
  );
}

function Row({ line, y, across }: { line: MeasuredLine; y: number; across: Across }) {
  const { reading, share } = line.now;
  const before = line.before.share;
  return (
    <>
      <text x="0" y={y + 14} class="row-label">
        {line.label}
      </text>
      <text x="100%" y={y + 14} class={reading.state === 'number' ? 'row-value' : 'row-value without'}>
        {share && reading.state === 'number' ? <tspan class="share">{shareWords(share)} </tspan> : null}
        {/* No-break spaces keep the two figures apart; SVG drops plain ones. */}
        {`\u00a0\u00a0${shortWords(reading)}`}
      </text>
      <rect
        x="0"
        y={y + 22}
        width="100%"
        height="10"
        class={reading.state === 'no report' ? 'unknown' : 'track'}
      />
      {share && reading.state === 'number' ? <ShareBar share={share} y={y + 22} across={across} /> : null}
      {share && reading.state === 'held back' ? (
        <rect x="0.5" y={y + 22.5} width={percent(across(share.high))} height="9" class="held-back" />
      ) : null}
      {before ? (
        <rect
          x={percent(across(before.low))}
          y={y + 35}
          width={percent(Math.max(0.5, across(before.high) - across(before.low)))}
          height="3"
          class="before"
        />
      ) : null}
    </>
  );
}

type ShareBarsProps = { id: string; title: string; description: string; lines: readonly MeasuredLine[] };

/** Bars of shares, one row a line; a thin line under each shows where the spans before lay. */
export function ShareBars({ id, title, description, lines }: ShareBarsProps) {
  const largest = max(lines, (line) => Math.max(line.now.share?.high ?? 0, line.before.share?.high ?? 0));
  const across = scaleLinear([0, Math.max(largest ?? 0, SCALE_MIN)], [0, 100]);
  return (
    <ChartSvg id={id} title={title} description={description} heightPx={lines.length * ROW_PX}>
      {lines.map((line, index) => (
        <Row line={line} y={index * ROW_PX} across={across} />
      ))}
    </ChartSvg>
  );
}
