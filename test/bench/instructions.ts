import { seededRandom } from '../../companion/simulation/random';
import { readImage } from '../device/image';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import { runOnDevice, standInNames } from '../device/run-script';
import { type Script, scriptOf, scripts } from '../device/script';
import { type Cost, hasValgrind, profile } from './callgrind';
import type { Figure, Part } from './part';
import { countForeseen, type ReachedScreen, type ScreenKind, screensOfScript } from './screen-kinds';
import { buildStockMenu } from './stock-menu';

/**
 * Functions of the interpreter that neither program calls mark where a press begins and a frame is finished. Asking for
 * the keys that are down runs in the interpreter itself, as on the chip.
 */
const STRETCH = { from: 'jswrap_espruino_reverseByte', to: 'jswrap_espruino_getAddressOf' };
const FRAME = 'frame';
const END = 'end';
const MARKS = `
var watchPlainly=setWatch;
setWatch=(callback,pin,options)=>watchPlainly(event=>{E.reverseByte(0);callback(event);E.getAddressOf(0,0);print("${END}")},pin,options);
g.flip=()=>{E.getAddressOf(0,0);print("${FRAME}")};
var downBits=new Uint8Array(5),setKeyPlainly=setKey;
setKey=(key,isDown)=>{downBits[key]=isDown?16>>key:0;setKeyPlainly(key,isDown)};
digitalRead=E.sum.bind(E,downBits);`;
/** On the chip the interpreter finds after all other names what the stand-ins stand for: so their names go last. */
const GO_LAST = `"${standInNames.join(' ')} watchPlainly downBits setKeyPlainly".split(" ").forEach(name=>{
var value=global[name];delete global[name];global[name]=value});`;
/** Leaves at once: its own end does not come about under valgrind. */
const LEAVE = 'delete E.reboot;E.reboot();';
/** On Linux a file is read, on the chip this is an access to memory. */
const FLASH_READ = 'jshFlashRead';

const SCRIPT_NAMES = [
  'knee path to the end',
  'an urgent sign',
  'a sign on the second page',
  'shoes only',
  'under 18',
  'back from everywhere',
];
const STOCK_MOVES = scriptOf('moves', [4, 4, 4]);

/** What a kind of screen may cost, in moves of the stock menu. */
interface Limit {
  /** planned, and held where the screen was drawn before the press */
  readonly foreseen: number;
  /** guarded where it was not: as measured, and a few hundredths more */
  readonly otherwise: number;
}

/** Attract and the staff menu are what nobody waits for; staff answers follow their cards, so they are always foreseen. */
const LIMITS: Readonly<Record<ScreenKind, Limit | undefined>> = {
  attract: undefined,
  notice: { foreseen: 0.5, otherwise: 1.75 },
  question: { foreseen: 0.5, otherwise: 1.9 },
  checklist: { foreseen: 0.5, otherwise: 2.3 },
  'which sign': { foreseen: 0.5, otherwise: 1.5 },
  picture: { foreseen: 0.6, otherwise: 1.85 },
  'under 18': { foreseen: 0.5, otherwise: 1.17 },
  'result card': { foreseen: 1, otherwise: 2.5 },
  'hand to staff': { foreseen: 0.5, otherwise: 1.2 },
  'staff card': { foreseen: 0.6, otherwise: 2.05 },
  'staff answer': { foreseen: 0.5, otherwise: 1.2 },
  'staff menu': undefined,
};
/** Of the screens of made-up shoppers, how many must have been drawn before the press. */
const FORESEEN_PERCENT_LEAST = 85;
const SHOPPERS = 2000;
const SEED = 1;
/** Drawing ahead, texts kept, garbage collected: in moves. */
const REST_MOST = 3.7;

/**
 * Clock cycles that the chip is taken to need for one of the interpreter's instructions, counted on a PC: nobody has
 * measured it. Thumb-2 needs about as many instructions as a PC, most in one cycle, jumps and flash in two or three.
 */
const CYCLES_AN_INSTRUCTION = 1.5;
/** nRF52832: 64 MHz. */
const CYCLES_A_MS = 64_000;

const net = ({ all, inside }: Cost): number => all - inside;
const dearest = (costs: readonly Cost[]): Cost => costs.reduce((a, b) => (net(b) > net(a) ? b : a));
const MINUTES_MS = 60_000;

/** Cost of a frame, and of what its key press still does once it is shown. */
interface FrameCost {
  readonly frame: Cost;
  readonly rest: Cost;
}
const NOTHING: Cost = { all: 0, inside: 0 };

/** Cost of every frame after the first, in order. */
function measureFrames(image: Uint8Array, script: Script): FrameCost[] {
  let marks: readonly string[] = [];
  const costs = profile(STRETCH, FLASH_READ, (under) => {
    const { output } = runOnDevice(image, script, {
      before: MARKS,
      started: GO_LAST,
      after: LEAVE,
      under,
      timeoutMs: 10 * MINUTES_MS,
    });
    marks = output.filter((line) => line === FRAME || line === END);
  });
  return marks.flatMap((mark, at) =>
    mark === FRAME && at > 0
      ? { frame: costs[at] ?? NOTHING, rest: (marks[at + 1] === END && costs[at + 1]) || NOTHING }
      : [],
  );
}

const nameOf = ({ kind, isForeseen }: ReachedScreen): string =>
  `${kind}, ${isForeseen ? '' : 'not '}foreseen`;

/** The dearest frame of each kind of screen, foreseen or not, and the dearest rest but that of a counted result. */
function measureKinds(): { frames: Map<string, ReachedScreen & { cost: Cost }>; rest: Cost } {
  const image = readImage();
  const frames = new Map<string, ReachedScreen & { cost: Cost }>();
  let rest = NOTHING;
  for (const script of scripts.filter(({ name }) => SCRIPT_NAMES.includes(name))) {
    const screens = screensOfScript(script);
    const costs = measureFrames(image, script);
    if (costs.length !== screens.length)
      throw new Error(`"${script.name}" showed ${costs.length} frames after ${screens.length} presses`);
    screens.forEach((screen, at) => {
      const cost = costs[at];
      if (!cost) return;
      const known = frames.get(nameOf(screen));
      frames.set(nameOf(screen), { ...screen, cost: dearest([cost.frame, known?.cost ?? NOTHING]) });
      if (screen.kind !== 'result card') rest = dearest([rest, cost.rest]);
    });
  }
  const reached = [...frames.values()].map(({ kind }) => kind);
  const missed = Object.entries(LIMITS).flatMap(([kind, limit]) =>
    limit && !reached.some((known) => known === kind) ? kind : [],
  );
  if (missed.length > 0) throw new Error(`No script leads to: ${missed.join(', ')}`);
  return { frames, rest };
}

function foreseenFigure(): Figure {
  const counts = countForeseen(seededRandom(SEED).draw, SHOPPERS);
  counts.delete('attract'); // drawn anew after every run, so that nothing of it stays
  const sum = (which: number): number =>
    [...counts.values()].reduce((total, pair) => total + (pair[which] ?? 0), 0);
  const percent = (all = 0, foreseen = 0): number => Math.round((100 * foreseen) / all);
  const each = [...counts].map(([kind, pair]) => `${kind} ${percent(...pair)}`).join(', ');
  return {
    what: 'screens not foreseen',
    value: 100 - percent(sum(0), sum(1)),
    unit: 'percent',
    limit: 100 - FORESEEN_PERCENT_LEAST,
    note: `of ${SHOPPERS} made-up shoppers; foreseen, in percent: ${each}`,
  };
}

const estimateMs = (instructions: number): string =>
  `about ${Math.round((instructions * CYCLES_AN_INSTRUCTION) / CYCLES_A_MS)} ms on the chip, estimated`;

const rawNote = ({ all, inside }: Cost, stock: number): string =>
  `${((all - inside) / stock).toFixed(2)} moves, ${estimateMs(all - inside)}; raw ${all}, of these ${inside} in ${FLASH_READ}`;

/** Work of the interpreter from key press to finished frame, against its own menu moving by one line. */
export const instructionsPart: Part = {
  name: 'Instructions from key press to finished frame',
  missing: () => {
    if (!interpreterPath) return interpreterMissing;
    return hasValgrind() ? undefined : 'skipped: valgrind is not installed';
  },
  measure: async () => {
    const stock = dearest(measureFrames(buildStockMenu(), STOCK_MOVES).map(({ frame }) => frame));
    const figures: Figure[] = [
      {
        what: 'stock menu, one line',
        value: net(stock),
        unit: 'instructions',
        note: rawNote(stock, net(stock)),
      },
    ];
    const { frames, rest } = measureKinds();
    for (const [what, { kind, isForeseen, cost }] of frames) {
      const limit = LIMITS[kind]?.[isForeseen ? 'foreseen' : 'otherwise'];
      figures.push({
        what,
        value: net(cost),
        unit: 'instructions',
        note: rawNote(cost, net(stock)),
        ...(limit ? { limit: Math.floor(limit * net(stock)) } : {}),
      });
    }
    figures.push({
      what: 'after a frame, at most',
      value: net(rest),
      unit: 'instructions',
      limit: Math.floor(REST_MOST * net(stock)),
      note: `${rawNote(rest, net(stock))}; a screen counts as foreseen when its press comes later than that. One that comes earlier ends it before the next text, and is drawn as not foreseen; none counts within 250 ms of the one before`,
    });
    figures.push(foreseenFigure());
    return figures;
  },
};
