import { readFileSync } from 'node:fs';
import { crc32 } from '../../firmware/simulator/crc32';
import { runOnInterpreter } from './interpreter';
import { runOnBoard, runOnDevice } from './run-script';
import type { Script } from './script';

const budgets = JSON.parse(readFileSync(new URL('../../firmware/budget.json', import.meta.url), 'utf8'));

/** How many variables interpreter, screen buffer and firmware may use together at any moment. */
export const VARIABLES_LIMIT: number = budgets.pixljs.variables;

/** What a script came to with few variables left. */
export interface BallastRun {
  /** what went wrong, in the interpreter's words; empty when nothing did */
  readonly faults: readonly string[];
  /** "time in ms, CRC-32" of every frame */
  readonly frames: readonly string[];
}

/** Where the search for the peak begins and ends; above the upper one the stand-ins would not fit. */
const LEAST_VARIABLES = 500;
const MOST_VARIABLES = 1600;

const numbersAfter = (output: readonly string[], kind: string): number[] =>
  output.filter((line) => line.startsWith(`${kind} `)).map((line) => Number(line.slice(kind.length + 1)));

const smallest = (numbers: readonly number[], what: string): number => {
  if (numbers.length === 0) throw new Error(`The interpreter did not tell ${what}`);
  return Math.min(...numbers);
};

interface BareInterpreter {
  readonly total: number;
  /** in use with the screen's buffer and nothing else */
  readonly used: number;
}

/** The interpreter alone: how many variables it has, and how many are gone before any program and with the screen. */
function measureInterpreter(): BareInterpreter {
  const { output } = runOnInterpreter(
    'g=Graphics.createArrayBuffer(128,64,1,{msb:true});print("T "+process.memory().total);print("U "+process.memory().usage);\n',
  );
  return {
    total: smallest(numbersAfter(output, 'T'), 'how many variables it has'),
    used: smallest(numbersAfter(output, 'U'), 'how many variables it uses'),
  };
}

/**
 * Makes the stand-ins thrifty and tell more: a frame leaves as its checksum, garbage goes before every event (the
 * device collects it when idle and fewer than a twentieth of all variables are free), flags and restarts are told.
 */
const beforeFirmware = (ballast: number): string => `
g.flip=()=>{print("F "+nowMs+" "+E.CRC32(g.buffer))};
E.reboot=()=>{print("R "+nowMs)};
var readFlags=E.getErrorFlags,callPlainly=call;
E.getErrorFlags=()=>{var flags=readFlags();if(flags.length)print("M "+nowMs+" "+flags);return flags};
call=(callback,argument)=>{process.memory();callPlainly(callback,argument);E.getErrorFlags()};
E.getErrorFlags();
var ballast=new Array(${ballast}).fill(0);
process.memory();`;

/** A program in the firmware's place that tells, at every press, how many variables are in use. */
const TELL_USE = 'setWatch(()=>{print("U "+process.memory().usage)},1,{debounce:25});';

/** What goes on beside a script, as program text. */
export interface Beside {
  /** before the firmware, and in its place */
  readonly before: string;
  readonly instead: string;
  /** after the firmware has started */
  readonly started: string;
}
const NOTHING: Beside = { before: '', instead: '', started: '' };

/** Variables that only the stand-ins and the script's presses take, while a callback runs. */
function measureHarness(image: Uint8Array, script: Script, bare: BareInterpreter, beside: Beside): number {
  const [first] = script.steps;
  const presses = { ...script, steps: script.steps.map((step) => ({ ...step, key: 1 })) };
  if (!first) throw new Error(`${script.name} presses no key`);
  const { output } = runOnDevice(image, presses, {
    before: beforeFirmware(0) + beside.before,
    instead: TELL_USE + beside.instead,
    started: beside.started,
  });
  return smallest(numbersAfter(output, 'U'), 'how many variables the stand-ins use') - bare.used;
}

/** The frames that a script shows on the simulated board, told as `BallastRun` tells them. */
export function expectedFrames(image: Uint8Array, script: Script): string[] {
  return runOnBoard(image, script).frames.map(
    ({ atMs, bits }) => `${atMs} ${crc32(Buffer.from(bits, 'base64'))}`,
  );
}

/**
 * Plays scripts on the real interpreter with ballast in its memory.
 *
 * @param image  the Storage region
 * @param beside  what else goes on; it is left out of the count as the stand-ins are
 * @returns a function that plays a script such that interpreter, screen buffer and firmware together can use no more
 *   than so many variables at any moment. What the stand-ins use is measured with the same program without the
 *   firmware, inside a key's callback, and left out.
 */
export function createBallast(
  image: Uint8Array,
  beside: Beside = NOTHING,
): (script: Script, usableVariables: number) => BallastRun {
  let bare: BareInterpreter | undefined;
  const harnessOf = new Map<Script, number>();
  return (script, usableVariables) => {
    bare ??= measureInterpreter();
    const harness = harnessOf.get(script) ?? measureHarness(image, script, bare, beside);
    harnessOf.set(script, harness);
    const ballast = bare.total - usableVariables - harness;
    if (ballast < 0) throw new RangeError(`${usableVariables} variables are more than the stand-ins leave`);
    const { output } = runOnDevice(image, script, {
      before: beforeFirmware(ballast) + beside.before,
      started: beside.started,
    });
    return {
      faults: output.filter((line) => /^[XRM] |^Uncaught|OUT OF MEMORY|ERROR/.test(line)),
      frames: output.filter((line) => line.startsWith('F ')).map((line) => line.slice(2)),
    };
  };
}

/** What is used at most. */
export interface Peak {
  readonly variables: number;
  /** the script that needs them */
  readonly script: string;
  /** true: more than the stand-ins leave, so that nobody knows how many */
  readonly isMore: boolean;
}

/** Finds the fewest usable variables with which all scripts run without a fault and show every frame. */
export function measurePeak(image: Uint8Array, scripts: readonly Script[]): Peak {
  const run = createBallast(image);
  let peak: Peak = { variables: LEAST_VARIABLES, script: '', isMore: false };
  for (const script of scripts) {
    const frames = expectedFrames(image, script).join();
    const isEnough = (usable: number): boolean => {
      const { faults, frames: shown } = run(script, usable);
      return faults.length === 0 && shown.join() === frames;
    };
    let [tooFew, enough] = [peak.variables, MOST_VARIABLES];
    if (isEnough(tooFew)) continue;
    if (!isEnough(enough)) return { variables: enough, script: script.name, isMore: true };
    while (enough - tooFew > 1) {
      const middle = (tooFew + enough) >> 1;
      if (isEnough(middle)) enough = middle;
      else tooFew = middle;
    }
    peak = { variables: enough, script: script.name, isMore: false };
  }
  return peak;
}
