import { readImage } from '../device/image';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import { runOnDevice, standInNames } from '../device/run-script';
import { type Script, scriptOf, scripts } from '../device/script';
import { type Cost, hasValgrind, profile } from './callgrind';
import type { Figure, Part } from './part';
import { kindsOf, type ScreenKind } from './screen-kinds';
import { buildStockMenu } from './stock-menu';

/** Functions of the interpreter that neither program calls: they mark where a press begins and a frame is finished. */
const STRETCH = { from: 'jswrap_espruino_reverseByte', to: 'jswrap_espruino_getAddressOf' };
const MARKS = `
var watchPlainly=setWatch;
setWatch=(callback,pin,options)=>watchPlainly(event=>{E.reverseByte(0);callback(event)},pin,options);
g.flip=()=>{E.getAddressOf(0,0)};`;
/** On the chip the interpreter finds after all other names what the stand-ins stand for: so their names go last. */
const GO_LAST = `"${standInNames.join(' ')} watchPlainly".split(" ").forEach(name=>{
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
];
const STOCK_MOVES = scriptOf('moves', [4, 4, 4]);

/** Most that a kind of screen may cost, in moves of the stock menu; attract is what nobody waits for. */
const LIMITS: Readonly<Record<ScreenKind, number | undefined>> = {
  attract: undefined,
  notice: 1,
  question: 0.5,
  checklist: 1,
  'which sign': 0.5,
  picture: 1,
  'under 18': 1,
  'result card': 1,
  'hand to staff': 1,
  'staff card': 1,
  'staff answer': 0.5,
  'staff menu': undefined,
};

const net = ({ all, inside }: Cost): number => all - inside;
const dearest = (costs: readonly Cost[]): Cost => costs.reduce((a, b) => (net(b) > net(a) ? b : a));
const MINUTES_MS = 60_000;

/** Cost of every frame after the first, in order. */
function measureFrames(image: Uint8Array, script: Script): Cost[] {
  const costs = profile(STRETCH, FLASH_READ, (under) => {
    runOnDevice(image, script, {
      before: MARKS,
      started: GO_LAST,
      after: LEAVE,
      under,
      timeoutMs: 10 * MINUTES_MS,
    });
  });
  return costs.slice(1);
}

function measureKinds(): Map<ScreenKind, Cost> {
  const image = readImage();
  const found = new Map<ScreenKind, Cost>();
  for (const script of scripts.filter(({ name }) => SCRIPT_NAMES.includes(name))) {
    const kinds = kindsOf(script);
    const costs = measureFrames(image, script);
    if (costs.length !== kinds.length)
      throw new Error(`"${script.name}" showed ${costs.length} frames after ${kinds.length} presses`);
    kinds.forEach((kind, at) => {
      const known = found.get(kind);
      const cost = costs[at];
      if (cost) found.set(kind, known ? dearest([known, cost]) : cost);
    });
  }
  const missed = Object.keys(LIMITS).filter((kind) => ![...found.keys()].some((known) => known === kind));
  if (missed.length > 0) throw new Error(`No script leads to: ${missed.join(', ')}`);
  return found;
}

const rawNote = ({ all, inside }: Cost, stock: number): string =>
  `${((all - inside) / stock).toFixed(2)} moves; raw ${all}, of these ${inside} in ${FLASH_READ}`;

/** Work of the interpreter from key press to finished frame, against its own menu moving by one line. */
export const instructionsPart: Part = {
  name: 'Instructions from key press to finished frame',
  missing: () => {
    if (!interpreterPath) return interpreterMissing;
    return hasValgrind() ? undefined : 'skipped: valgrind is not installed';
  },
  measure: async () => {
    const stock = dearest(measureFrames(buildStockMenu(), STOCK_MOVES));
    const figures: Figure[] = [
      {
        what: 'stock menu, one line',
        value: net(stock),
        unit: 'instructions',
        note: rawNote(stock, net(stock)),
      },
    ];
    for (const [kind, cost] of measureKinds()) {
      const limit = LIMITS[kind];
      figures.push({
        what: kind,
        value: net(cost),
        unit: 'instructions',
        note: rawNote(cost, net(stock)),
        ...(limit === undefined ? {} : { limit: Math.floor(limit * net(stock)) }),
      });
    }
    return figures;
  },
};
