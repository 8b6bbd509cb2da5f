import { readImage } from '../device/image';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import { runOnDevice, standInNames } from '../device/run-script';
import { type Script, scriptOf, scripts } from '../device/script';
import { type Cost, hasValgrind, profile } from './callgrind';
import type { Figure, Part } from './part';
import { kindsOf, type ScreenKind } from './screen-kinds';
import { buildStockMenu } from './stock-menu';

/**
 * Functions of the interpreter that neither program calls mark where a press begins and a frame is finished. Asking for
 * the keys that are down runs in the interpreter itself, as on the chip.
 */
const STRETCH = { from: 'jswrap_espruino_reverseByte', to: 'jswrap_espruino_getAddressOf' };
const MARKS = `
var watchPlainly=setWatch;
setWatch=(callback,pin,options)=>watchPlainly(event=>{E.reverseByte(0);callback(event)},pin,options);
g.flip=()=>{E.getAddressOf(0,0)};
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
];
const STOCK_MOVES = scriptOf('moves', [4, 4, 4]);

/** What a kind of screen may cost, in moves of the stock menu. */
interface Limit {
  /** guarded: as measured, and a few hundredths more */
  readonly most: number;
  /** planned, and missed */
  readonly aim: number;
}

/** Attract and the staff menu are what nobody waits for. Why the aims are missed is in CONTRIBUTING. */
const LIMITS: Readonly<Record<ScreenKind, Limit | undefined>> = {
  attract: undefined,
  notice: { most: 1.25, aim: 1 },
  question: { most: 1.82, aim: 0.5 },
  checklist: { most: 1.85, aim: 1 },
  'which sign': { most: 1.55, aim: 0.5 },
  picture: { most: 1.82, aim: 1 },
  'under 18': { most: 1.1, aim: 1 },
  'result card': { most: 3, aim: 1 },
  'hand to staff': { most: 1.2, aim: 1 },
  'staff card': { most: 2.05, aim: 1 },
  'staff answer': { most: 1.2, aim: 0.5 },
  'staff menu': undefined,
};

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
  const missed = Object.entries(LIMITS).flatMap(([kind, limit]) =>
    limit && ![...found.keys()].some((known) => known === kind) ? kind : [],
  );
  if (missed.length > 0) throw new Error(`No script leads to: ${missed.join(', ')}`);
  return found;
}

const estimateMs = (instructions: number): string =>
  `about ${Math.round((instructions * CYCLES_AN_INSTRUCTION) / CYCLES_A_MS)} ms on the chip, estimated`;

const rawNote = ({ all, inside }: Cost, stock: number): string =>
  `${((all - inside) / stock).toFixed(2)} moves, ${estimateMs(all - inside)}; raw ${all}, of these ${inside} in ${FLASH_READ}`;

const aimNote = (value: number, { aim }: Limit, stock: number): string =>
  `aim ${aim} moves${value > aim * stock ? ', missed' : ''}; `;

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
        note: (limit ? aimNote(net(cost), limit, net(stock)) : '') + rawNote(cost, net(stock)),
        ...(limit ? { limit: Math.floor(limit.most * net(stock)) } : {}),
      });
    }
    return figures;
  },
};
