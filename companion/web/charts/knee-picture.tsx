import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { MeasuredLine } from '../panels/measure-panel';
import { drawLeg } from './knee-shape';

type Place = {
  name: string;
  ellipse: readonly [cx: number, cy: number, rx: number, ry: number];
  text: readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end'];
  /** Where the line from the words to the place starts. */
  lead?: readonly [x: number, y: number];
};

const FRONT_X = 112;
const BACK_X = 286;

/** Where each place is drawn: a right knee, from the front on the left and from behind on the right. */
const places: Record<string, Place> = {
  'loc.front': { name: 'Front', ellipse: [FRONT_X, 88, 19, 21], text: [60, 44, 'end'], lead: [63, 46] },
  'loc.outer': { name: 'Outer', ellipse: [84, 96, 8, 24], text: [60, 104, 'end'], lead: [63, 104] },
  'loc.inner': { name: 'Inner', ellipse: [140, 96, 8, 24], text: [166, 92, 'start'], lead: [163, 92] },
  'loc.below': {
    name: 'Below',
    ellipse: [FRONT_X, 129, 12, 12],
    text: [166, 150, 'start'],
    lead: [163, 148],
  },
  'loc.back': { name: 'Back', ellipse: [BACK_X, 88, 24, 20], text: [BACK_X, 134, 'middle'] },
};

function shareLabel({ now: { reading, share } }: MeasuredLine): string {
  if (reading.state !== 'number') return reading.state;
  if (!share) return `${reading.low}+`;
  return `${Math.floor(share.low * 100)}–${Math.ceil(share.high * 100)} %`;
}

function PlaceMark({ line, place, shade }: { line: MeasuredLine; place: Place; shade: number }) {
  const [cx, cy, rx, ry] = place.ellipse;
  const [x, y, anchor] = place.text;
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
      {place.lead ? <line x1={place.lead[0]} y1={place.lead[1]} x2={cx} y2={cy} class="lead" /> : null}
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
    <svg class="picture" viewBox="0 0 340 216" role="img" aria-labelledby={`${id}-kt ${id}-kd`}>
      <title id={`${id}-kt`}>Where it hurts, drawn on a knee</title>
      <desc id={`${id}-kd`}>
        A right knee from the front and from behind. The darker a place, the larger its share; the table holds
        the same figures.
      </desc>
      {[drawLeg(FRONT_X, false), drawLeg(BACK_X, true)].map(({ outline, lines: inside }) => (
        <>
          <path d={outline} class="leg" />
          {inside.map((path) => (
            <path d={path} class="leg-line" />
          ))}
        </>
      ))}
      <text x={FRONT_X} y="210" text-anchor="middle" class="view-name">
        from the front
      </text>
      <text x={BACK_X} y="210" text-anchor="middle" class="view-name">
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
