import { readFileSync } from 'node:fs';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { runOnInterpreter } from './interpreter';
import type { Script } from './script';

/** What a script left behind: every frame that reached the screen, and the flash at its end. */
export interface ScriptRun {
  readonly frames: readonly { readonly atMs: number; readonly bits: string }[];
  readonly flash: Uint8Array;
  /** exceptions that the firmware left uncaught; none is expected */
  readonly errors: readonly string[];
}

/** The row of 32-bit numbers that stands for the chip's randomness, the same on both sides. */
export function fixedRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 75 + 74) % 65537;
    return state * 65535;
  };
}

/** Plays a script on the simulated board, from power-on; `started` gets it before the first press. */
export function runOnBoard(
  image: Uint8Array,
  script: Script,
  started: (board: Board) => void = () => {},
): ScriptRun {
  const frames: { atMs: number; bits: string }[] = [];
  const errors: string[] = [];
  const board = createBoard({ board: 'pixljs', flash: image.slice(), random: fixedRandom() });
  board.onFrame((frame, atMs) => frames.push({ atMs, bits: Buffer.from(frame).toString('base64') }));
  board.onError((error) => errors.push(String(error)));
  board.powerOn();
  started(board);
  for (const step of script.steps) {
    board.advance(step.atMs - board.nowMs);
    if (step.isDown) board.press(step.key);
    else board.release(step.key);
  }
  board.advance(script.endMs - board.nowMs);
  return { frames, flash: board.flash.slice(), errors };
}

/** Without comments and indentation: every character takes room in the interpreter's memory. */
const standIns = readFileSync(
  new URL('../../test/device/stand-ins.js', import.meta.url), // two folders down here and in a bundle
  'latin1',
)
  .replace(/^ *\/\/.*\n/gm, '')
  .replace(/^ +/gm, '');

/** Names that the stand-ins add; all but the screen's, which the device has in the same place. */
export const standInNames = [...standIns.matchAll(/^(?:var |function |global\.)(\w+)/gm)]
  .map((match) => match[1] ?? '')
  .filter((name) => name !== 'g');

const BOOT_NAME = '.boot0';
const HIDDEN_BOOT_NAME = '_boot0';

/** The image with the boot file under another name, so that the interpreter does not run it before the stand-ins. */
function rename(image: Uint8Array, from: string, to: string): Uint8Array {
  const renamed = Buffer.from(image);
  const at = renamed.indexOf(`${from}\0`, 0, 'latin1');
  if (at < 0) throw new Error(`The image has no file ${from}`);
  renamed.write(to, at, 'latin1');
  return new Uint8Array(renamed);
}

/** Program text that starts the firmware. */
const START_FIRMWARE = `eval(require("Storage").read("${HIDDEN_BOOT_NAME}"));`;

/** What a run on the interpreter may do otherwise. */
export interface DeviceOptions {
  /** program text between the stand-ins and the firmware */
  readonly before?: string;
  /** program text in the place of the firmware */
  readonly instead?: string;
  /** program text between the firmware's start and the first press */
  readonly started?: string;
  /** program text at the end */
  readonly after?: string;
  /** how often the script is played, one after the other; `variables` is told after each */
  readonly times?: number;
  readonly timeoutMs?: number;
  /** a command that runs the interpreter, with its options */
  readonly under?: readonly string[];
}

/** Room for the end's digits: the program is as long, and takes as many variables, however often it plays. */
const END_DIGITS = 12;

/** The script as a program for the interpreter: stand-ins, the boot file, then the presses. */
function programOf(script: Script, options: DeviceOptions): string {
  const { before = '', instead = START_FIRMWARE, started = '', after = '', times = 1 } = options;
  const steps = script.steps.map(({ atMs, key, isDown }) => `${atMs},${key},${isDown ? 1 : 0}`);
  steps.push(`${script.endMs},0,0`); // no such key: time alone goes on
  return `${standIns}${before}
${instead}
${started}
var steps="${steps.join(' ')}".split(" ");
for(var startMs=0,end=${String(script.endMs * times).padStart(END_DIGITS)};startMs<end;startMs+=${script.endMs}){
steps.forEach(function(step){step=step.split(",");advanceTo(startMs+ +step[0]);setKey(+step[1],step[2]=="1")});
print("V "+process.memory().usage);
}
${after}
`;
}

/** Plays a script on the real interpreter, with stand-ins for what a Linux machine lacks. */
export function runOnDevice(
  image: Uint8Array,
  script: Script,
  options: DeviceOptions = {},
): ScriptRun & { variables: readonly number[]; output: readonly string[] } {
  const { output, flash } = runOnInterpreter(
    programOf(script, options),
    rename(image, BOOT_NAME, HIDDEN_BOOT_NAME),
    options.timeoutMs ?? 120_000,
    options.under,
  );
  const frames: { atMs: number; bits: string }[] = [];
  const errors: string[] = [];
  const variables: number[] = [];
  for (const line of output) {
    const [kind, number, rest] = line.split(' ');
    if (kind === 'F') frames.push({ atMs: Number(number), bits: rest ?? '' });
    else if (kind === 'V') variables.push(Number(number));
    else if (kind === 'X' || /^Uncaught|OUT OF MEMORY|ERROR/.test(line)) errors.push(line);
  }
  return { frames, flash: rename(flash, HIDDEN_BOOT_NAME, BOOT_NAME), errors, variables, output };
}
