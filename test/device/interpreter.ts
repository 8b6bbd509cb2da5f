import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Path of a real Espruino interpreter for this machine, or undefined when the environment names none. */
export const interpreterPath = process.env['ESPRUINO'];

/** What a skipped suite says about itself. */
export const interpreterMissing = 'skipped: set ESPRUINO to the path of an Espruino interpreter';

/** Size of the interpreter's flash, and where it begins in its memory. */
export const INTERPRETER_FLASH_BYTES = 36_864;
export const INTERPRETER_FLASH_BASE = 0x10000000;

const FLASH_FILE = 'espruino.flash';
const SCRIPT_FILE = 'script.js';

/** What came of a run on the interpreter. */
export interface InterpreterRun {
  /** lines that the script printed, one character a byte */
  output: string[];
  /** Storage afterwards */
  flash: Uint8Array;
}

/**
 * Runs `script` (characters 0 to 255) on the real interpreter in a folder of its own, beginning with `flash`.
 * The interpreter ends when nothing is left to do; after `timeoutMs` it is stopped and this throws.
 * `under` is a command that runs it, with its options, such as a profiler.
 */
export function runOnInterpreter(
  script: string,
  flash?: Uint8Array,
  timeoutMs = 20_000,
  under: readonly string[] = [],
): InterpreterRun {
  if (!interpreterPath) throw new Error(interpreterMissing);
  const [command = interpreterPath, ...args] = [...under, interpreterPath, SCRIPT_FILE];
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-device-'));
  try {
    writeFileSync(join(folder, SCRIPT_FILE), script, 'latin1');
    if (flash) writeFileSync(join(folder, FLASH_FILE), flash);
    const run = spawnSync(command, args, {
      cwd: folder,
      encoding: 'latin1',
      timeout: timeoutMs,
      input: '',
      maxBuffer: 64 << 20,
    });
    if (run.error) throw run.error;
    const flashPath = join(folder, FLASH_FILE);
    const isWritten = existsSync(flashPath);
    return {
      output: run.stdout.split('\n').map(stripLineEditing),
      flash: isWritten
        ? new Uint8Array(readFileSync(flashPath))
        : new Uint8Array(INTERPRETER_FLASH_BYTES).fill(0xff),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ERASE_LINE = '\u001b[J';

/** The interpreter redraws its prompt around what timers print; this leaves the printed line itself. */
function stripLineEditing(line: string): string {
  const text = line.replace(/\r$/, '');
  const end = text.lastIndexOf(ERASE_LINE);
  return end < 0 ? text : text.slice(end + ERASE_LINE.length);
}
