import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { MeasuredLine } from '../panels/measure-panel';
import { drawLeg } from './knee-shape';

type Place = {
  name: string;
  ellipse: readonly [cx: number, cy: number, rx: number, ry: number];
  text: readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end'];
  /** The line from the words to the edge of the place. */
  lead?: readonly [x1: number, y1: number, x2: number, y2: number];
};

const FRONT_X = 112;
const BACK_X = 286;
const LEG_PX = 188;

/** Where each place is drawn: a right knee, from the front on the left and from behind on the right. */
const places: Record<string, Place> = {
  'loc.front': {
    name: 'Front',
    ellipse: [FRONT_X, 88, 19, 22],
    text: [58, 42, 'end'],
    lead: [61, 46, 97, 74],
  },
  'loc.outer': {
    name: 'Outer',
    ellipse: [84, 96, 8, 25],
    text: [58, 104, 'end'],
    lead: [61, 104, 76, 100],
  },
  'loc.inner': {
    name: 'Inner',
    ellipse: [140, 96, 8, 25],
    text: [168, 88, 'start'],
    lead: [165, 88, 148, 93],
  },
  'loc.below': {
    name: 'Below',
    ellipse: [FRONT_X, 130, 12, 12],
    text: [168, 148, 'start'],
    lead: [165, 146, 124, 133],
  },
  'loc.back': { name: 'Back', ellipse: [BACK_X, 88, 25, 21], text: [BACK_X, 132, 'middle'] },
};

function shareLabel({ now: { reading, share } }: MeasuredLine): string {
  if (reading.state !== 'number') return reading.state;
  if (!share) return `${reading.low}–${reading.high}`;
  return `${Math.floor(share.low * 100)}–${Math.ceil(share.high * 100)} %`;
}

function PlaceMark({ line, place, shade }: { line: MeasuredLine; place: Place; shade: number }) {
  const [cx, cy, rx, ry] = place.ellipse;
  const [x, y, anchor] = place.text;
  const { lead } = place;
  return (
    <>
      <ellipse cx={cx} cy={cy} rx={rx} ry={ry} class="place-ground" />
      <ellipse
        cx={cx}
        cy={cy}
        rx={rx}
        ry={ry}
        class={`place ${line.now.reading.state.replace(' ', '-')}`}
        fill-opacity={shade.toFixed(2)}
      />
      {lead ? <line x1={lead[0]} y1={lead[1]} x2={lead[2]} y2={lead[3]} class="lead" /> : null}
      <text x={x} y={y - 3} text-anchor={anchor} class="place-name">
        {place.name}
      </text>
      <text x={x} y={y + 13} text-anchor={anchor} class="place-share">
        {shareLabel(line)}
      </text>
    </>
  );
}

/** A knee from the front and from behind, each place shaded by the least share it surely has. */
export function KneePicture({ id, lines }: { id: string; lines: readonly MeasuredLine[] }) {
  const largest = max(lines, (line) => line.now.share?.low ?? 0);
  const shade = scaleLinear([0, largest || 1], [0.1, 0.85]);
  return (
    <svg class="picture" viewBox="0 0 340 208" role="img" aria-labelledby={`${id}-kt ${id}-kd`}>
      <title id={`${id}-kt`}>Where it hurts, drawn on a knee</title>
      <desc id={`${id}-kd`}>
        A right knee from the front and from behind. The darker a place, the larger its share; the table holds
        the same figures.
      </desc>
      {/* An inner drawing cuts the legs off at its edges. */}
      <svg width="340" height={LEG_PX} aria-hidden="true">
        {[drawLeg(FRONT_X, false), drawLeg(BACK_X, true)].map(({ outline, lines: inside }) => (
          <>
            <path d={outline} class="leg" />
            {inside.map((path) => (
              <path d={path} class="leg-line" />
            ))}
          </>
        ))}
      </svg>
      <text x={FRONT_X} y="204" text-anchor="middle" class="view-name">
        from the front
      </text>
      <text x={BACK_X} y="204" text-anchor="middle" class="view-name">
        from behind
      </text>
      {lines.map((line) => {
        const place = places[line.code];
        const shaded = line.now.reading.state === 'number' ? line.now.share : null;
        return place ? <PlaceMark line={line} place={place} shade={shaded ? shade(shaded.low) : 0} /> : null;
      })}
    </svg>
  );
}
