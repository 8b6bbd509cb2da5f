import { readImage } from './image';
import { runOnDevice } from './run-script';
import { scripts } from './script';

/** Played first, so that whatever is made once is there. */
export const FIRST_CHECKS = 10;
export const ALL_CHECKS = 1000;

const MINUTES_MS = 60_000;
/** A check every 35 s: ten hours of the kiosk's time, heartbeats and hourly marks included. */
const CHECK_SPACE_MS = 35_000;
const BEGIN_OF_DUMP = 'ref,size,flags';
const DUMP = 'process.memory();E.dumpVariables();';

const check = scripts.find(({ name }) => name === 'shoes only');

/** Variables in use at rest. */
export interface InUse {
  /** all but numbers that stand alone */
  readonly lasting: number;
  /**
   * numbers that outgrew their names: Espruino keeps a small number in the variable that holds its name, a larger one
   * in one of its own. That happens once a name; a name too many would count as lasting.
   */
  readonly numbers: number;
}

/** Reads what the interpreter tells with `E.dumpVariables`: "reference, variables, flags, name or contents, ...". */
export function readVariables(output: readonly string[]): InUse {
  const lines = output.slice(output.findIndex((line) => line.startsWith(BEGIN_OF_DUMP)) + 1);
  let [lasting, numbers] = [0, 0];
  for (const line of lines) {
    const [, size, contents] = /^\d+,(\d+),\d+,(Number )?/.exec(line) ?? [];
    if (contents) numbers += Number(size);
    else lasting += Number(size ?? 0);
  }
  if (lasting === 0) throw new Error('The interpreter told no variables');
  return { lasting, numbers };
}

function measureAfter(checks: number): InUse {
  if (!check) throw new Error('There is no script to repeat');
  const run = runOnDevice(
    readImage(),
    { ...check, endMs: CHECK_SPACE_MS },
    { before: 'g.flip=()=>{};', times: checks, timeoutMs: 30 * MINUTES_MS, after: DUMP },
  );
  if (run.errors.length > 0) throw new Error(run.errors.join('\n'));
  if (run.variables.length !== checks) throw new Error(`Only ${run.variables.length} checks were made`);
  return readVariables(run.output);
}

/**
 * Presses one check after the other on the real interpreter, from power-on: first FIRST_CHECKS, then `count`.
 *
 * @returns how many more variables are in use at rest after the longer row of checks
 * @throws Error if the firmware threw, or the interpreter stopped too early
 */
export function measureGrowth(count: number): InUse {
  const first = measureAfter(FIRST_CHECKS);
  const last = measureAfter(count);
  return { lasting: last.lasting - first.lasting, numbers: last.numbers - first.numbers };
}
