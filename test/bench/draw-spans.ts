import { addUp, countFinished } from '../../companion/release/totals';
import { drawVisit } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { optionCount, optionStart, Q_PAIR } from '../../shared/check/questions';
import { TALLY_COUNT } from '../../shared/tallies';

const DAYS_A_WEEK = 6;
/** A shopper may come at each of them or not; so days differ. */
const CHANCES_A_DAY = 200;
const SHEET_MINIMUM = 10;
const SPAN_MINIMUM = 100;
const PATH_KNEE = 0;

/**
 * The exact totals of the spans that close in so many weeks at a store with made-up shoppers.
 *
 * Sheets close at the end of a day with at least ten checks on each path's end, spans at the end of a week with at
 * least a hundred finished checks.
 */
export function drawSpans(seed: number, checksPerWeek: number, weeks: number): number[][] {
  const random = seededRandom(seed);
  const spans: number[][] = [];
  let open = empty();
  let closed: number[][] = [];
  for (let day = 1; day <= weeks * DAYS_A_WEEK; day++) {
    for (let chance = 0; chance < CHANCES_A_DAY; chance++) {
      if (random.draw(CHANCES_A_DAY * DAYS_A_WEEK) >= checksPerWeek) continue;
      for (const counter of drawVisit(random)) open[counter] = (open[counter] ?? 0) + 1;
    }
    const verdicts = sum(open, optionStart(Q_PAIR), optionCount(Q_PAIR));
    if ((open[PATH_KNEE] ?? 0) >= SHEET_MINIMUM && verdicts >= SHEET_MINIMUM) {
      closed.push(open);
      open = empty();
    }
    const totals = addUp(closed);
    if (day % DAYS_A_WEEK === 0 && countFinished(totals) >= SPAN_MINIMUM) {
      spans.push(totals);
      closed = [];
    }
  }
  return spans;
}

function empty(): number[] {
  return new Array<number>(TALLY_COUNT).fill(0);
}

function sum(counts: readonly number[], first: number, count: number): number {
  return counts.slice(first, first + count).reduce((total, one) => total + one, 0);
}
