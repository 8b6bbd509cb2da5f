import { finishedCounters } from '../../firmware/flow/count';
import {
  EVENT_FINISHED,
  EVENT_LEFT,
  EVENT_STAFF,
  EVENT_STARTED,
  findOutcome,
  KEY_WIPE,
  press,
} from '../../firmware/flow/press';
import { newRun, RULE_CODES, SCREEN_ATTRACT } from '../../firmware/flow/run';
import { shopperKeys } from '../../firmware/simulator/shopper';
import { NOT_ANSWERED, optionStart, Q_FOOT } from '../../shared/check/questions';
import { REFERRAL_URGENT } from '../../shared/check/referral';
import { TALLY_COUNT, TALLY_LEFT, TALLY_STAFF, TALLY_START, TALLY_TIME_OUT } from '../../shared/tallies';
import type { SeededRandom } from './random';

const FOOT_UNSURE = 3;
const DAY_PARTS_OPEN = 3;

/** The counters to which one made-up shopper adds 1 each, as the kiosk counts them. */
export function drawVisit(random: SeededRandom): number[] {
  return countVisit(shopperKeys(random.draw), TALLY_START + random.draw(DAY_PARTS_OPEN));
}

/**
 * The counters to which these presses of a key add 1 each.
 *
 * @param started  the counter of the time of day
 * @param hasCodes  whether the kiosk was flashed with QR codes
 */
export function countVisit(keys: Iterable<number>, started: number, hasCodes = false): number[] {
  const run = newRun(hasCodes ? RULE_CODES : 0);
  const counters: number[] = [];
  const count = (event: number): void => {
    if (event === EVENT_STARTED) counters.push(started);
    else if (event === EVENT_FINISHED) counters.push(...finishedCounters(run, 0));
    else if (event >= EVENT_LEFT) counters.push(TALLY_LEFT + event - EVENT_LEFT);
    if (run.screen !== SCREEN_ATTRACT || !run.isCounted) return;
    if (event >= EVENT_STAFF) counters.push(TALLY_STAFF + event - EVENT_STAFF);
    if (findOutcome(run).referral === REFERRAL_URGENT) return;
    const foot = run.answers[Q_FOOT] as number;
    counters.push(optionStart(Q_FOOT) + (foot === NOT_ANSWERED ? FOOT_UNSURE : foot));
  };
  for (const key of keys) count(press(run, key));
  if (run.screen !== SCREEN_ATTRACT) {
    count(press(run, KEY_WIPE));
    counters.push(TALLY_TIME_OUT);
  }
  return counters;
}

/** The counts of so many made-up shoppers; one in a few dozen walks away before the result. */
export function drawVisits(random: SeededRandom, visits: number): number[] {
  const counts = new Array<number>(TALLY_COUNT).fill(0);
  for (let visit = 0; visit < visits; visit++) {
    for (const counter of drawVisit(random)) counts[counter] = (counts[counter] ?? 0) + 1;
  }
  return counts;
}
