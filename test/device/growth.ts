import { readImage } from './image';
import { runOnDevice } from './run-script';
import { scripts } from './script';

/** Played first, so that whatever is made once is there. */
export const FIRST_CHECKS = 10;
export const ALL_CHECKS = 1000;

/** Variables differ by a handful from check to check, as numbers grow past what a name can hold; not in the long run. */
const LOOK_BACK_CHECKS = 6;
const MINUTES_MS = 60_000;
/** A check every 35 s: ten hours of the kiosk's time, heartbeats and hourly marks included. */
const CHECK_SPACE_MS = 35_000;

const check = scripts.find(({ name }) => name === 'shoes only');

/**
 * Presses one check after the other on the real interpreter, from power-on.
 *
 * @param count  checks in all, at least FIRST_CHECKS
 * @returns how many more variables are in use at rest after the last ones than after the first FIRST_CHECKS
 * @throws Error if the firmware threw, or the interpreter stopped too early
 */
export function measureGrowth(count: number): number {
  if (!check) throw new Error('There is no script to repeat');
  const run = runOnDevice(
    readImage(),
    { ...check, endMs: CHECK_SPACE_MS },
    { before: 'g.flip=()=>{};', times: count, timeoutMs: 30 * MINUTES_MS },
  );
  if (run.errors.length > 0) throw new Error(run.errors.join('\n'));
  if (run.variables.length !== count) throw new Error(`Only ${run.variables.length} checks were made`);
  const mostUsed = (checks: number) => Math.max(...run.variables.slice(checks - LOOK_BACK_CHECKS, checks));
  return mostUsed(count) - mostUsed(FIRST_CHECKS);
}
