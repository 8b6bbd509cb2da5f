import { TALLY_ANSWER, TALLY_COUNT, TALLY_START } from '../../shared/tallies';

const PATHS = 2; // knee, shoes
const PARTS_OF_DAY = 5; // with "no clock"

/** Adds counts up, counter by counter; a counter that a sheet does not have adds nothing. */
export function addUp(sheets: Iterable<readonly number[]>): number[] {
  const totals = new Array<number>(TALLY_COUNT).fill(0);
  for (const counts of sheets) {
    for (const [counter, count] of counts.entries()) totals[counter] = (totals[counter] ?? 0) + count;
  }
  return totals;
}

/** Finished checks: every one of them took exactly one path. */
export function countFinished(totals: readonly number[]): number {
  return sum(totals.slice(TALLY_ANSWER, TALLY_ANSWER + PATHS));
}

/** Runs started, in every part of the day. */
export function countStarted(totals: readonly number[]): number {
  return sum(totals.slice(TALLY_START, TALLY_START + PARTS_OF_DAY));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
