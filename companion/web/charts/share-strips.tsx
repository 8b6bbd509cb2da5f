import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { MeasuredSpans } from '../panels/measure-panel';
import { ChartSvg } from './chart-svg';
import { percent } from './percent';

const LABEL_PX = 20;
const STRIP_PX = 34;
const ROW_PX = LABEL_PX + STRIP_PX + 14;

/** One line of a panel over some spans, the oldest first. */
export interface ShareStrip {
  readonly label: string;
  readonly spans: readonly MeasuredSpans[];
}

type PieceProps = {
  measured: MeasuredSpans;
  x: number;
  width: number;
  bottom: number;
  up: (share: number) => number;
};

function Piece({ measured: { reading, share }, x, width, bottom, up }: PieceProps) {
  const box = { x: percent(x), width: percent(width) };
  if (!share || reading.state === 'no report') {
    // without a share what is held back may be anything from none to all; it is still no missing report
    const drawn = reading.state === 'held back' ? 'held-back' : 'unknown';
    return <rect {...box} y={bottom - STRIP_PX} height={STRIP_PX} class={drawn} />;
  }
  const low = Math.round(up(share.low));
  const high = Math.max(low + 1, Math.round(up(share.high)));
  if (reading.state === 'held back')
    return <rect {...box} y={bottom - high} height={high} class="held-back" />;
  return (
    <>
      <rect {...box} y={bottom - low} height={low} class="sure" />
      <rect {...box} y={bottom - high} height={high - low} class="maybe" />
    </>
  );
}

type ShareStripsProps = { id: string; title: string; description: string; strips: readonly ShareStrip[] };

/** A strip of columns for each line, one column a span: solid as far as the share surely reaches, hatched as far as it may. */
export function ShareStrips({ id, title, description, strips }: ShareStripsProps) {
  const shares = strips.flatMap(({ spans }) => spans.map(({ share }) => share?.high ?? 0));
  const up = scaleLinear([0, max(shares) || 1], [0, STRIP_PX]);
  const across = scaleBand(
    (strips[0]?.spans ?? []).map((_, index) => String(index)),
    [0, 100],
  ).paddingInner(0.2);
  return (
    <ChartSvg id={id} title={title} description={description} heightPx={strips.length * ROW_PX}>
      {strips.map(({ label, spans }, row) => {
        const bottom = row * ROW_PX + LABEL_PX + STRIP_PX;
        return (
          <>
            <text x="0" y={row * ROW_PX + 14} class="row-label">
              {label}
            </text>
            <line x1="0" x2="100%" y1={bottom} y2={bottom} class="grid" />
            {spans.map((measured, index) => (
              <Piece
                measured={measured}
                x={across(String(index)) ?? 0}
                width={across.bandwidth()}
                bottom={bottom}
                up={up}
              />
            ))}
          </>
        );
      })}
    </ChartSvg>
  );
}
