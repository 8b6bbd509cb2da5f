import { readFileSync } from 'node:fs';
import { createBoard } from '../../firmware/simulator/board';
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
function fixedRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 75 + 74) % 65537;
    return state * 65535;
  };
}

/** Plays a script on the simulated board, from power-on. */
export function runOnBoard(image: Uint8Array, script: Script): ScriptRun {
  const frames: { atMs: number; bits: string }[] = [];
  const errors: string[] = [];
  const board = createBoard({ board: 'pixljs', flash: image.slice(), random: fixedRandom() });
  board.onFrame((frame, atMs) => frames.push({ atMs, bits: Buffer.from(frame).toString('base64') }));
  board.onError((error) => errors.push(String(error)));
  board.powerOn();
  for (const step of script.steps) {
    board.advance(step.atMs - board.nowMs);
    if (step.isDown) board.press(step.key);
    else board.release(step.key);
  }
  board.advance(script.endMs - board.nowMs);
  return { frames, flash: board.flash.slice(), errors };
}

/** Without comments and indentation: every character takes room in the interpreter's memory. */
const standIns = readFileSync(new URL('stand-ins.js', import.meta.url), 'latin1')
  .replace(/^ *\/\/.*\n/gm, '')
  .replace(/^ +/gm, '');

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

/** The script as a program for the interpreter: stand-ins, the boot file, then the presses. */
function programOf(script: Script): string {
  const steps = script.steps.map(({ atMs, key, isDown }) => `${atMs},${key},${isDown ? 1 : 0}`);
  return `${standIns}
eval(require("Storage").read("${HIDDEN_BOOT_NAME}"));
"${steps.join(' ')}".split(" ").forEach(function(step){step=step.split(",");advanceTo(+step[0]);setKey(+step[1],step[2]=="1")});
advanceTo(${script.endMs});
print("V "+process.memory().usage);
`;
}

/** Plays a script on the real interpreter, with stand-ins for what a Linux machine lacks. */
export function runOnDevice(image: Uint8Array, script: Script): ScriptRun & { variables: number } {
  const { output, flash } = runOnInterpreter(
    programOf(script),
    rename(image, BOOT_NAME, HIDDEN_BOOT_NAME),
    120_000,
  );
  const frames: { atMs: number; bits: string }[] = [];
  const errors: string[] = [];
  let variables = 0;
  for (const line of output) {
    const [kind, number, rest] = line.split(' ');
    if (kind === 'F') frames.push({ atMs: Number(number), bits: rest ?? '' });
    else if (kind === 'V') variables = Number(number);
    else if (kind === 'X' || /^Uncaught|OUT OF MEMORY|ERROR/.test(line)) errors.push(line);
  }
  return { frames, flash: rename(flash, HIDDEN_BOOT_NAME, BOOT_NAME), errors, variables };
}
