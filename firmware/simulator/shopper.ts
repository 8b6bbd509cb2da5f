import { optionCount, Q_FOOT, Q_PATH, Q_RF1, RF_NONE } from '../../shared/check/questions';
import { press } from '../flow/press';
import {
  newRun,
  RULE_CODES,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_QUESTION,
  SCREEN_STAFF_ASK,
  SCREEN_WHICH,
} from '../flow/run';

/** A made-up shopper's leanings, in percent of shoppers or weights of options. They are invented, not measured. */
const KNEE_PERCENT = 72;
const SIGN_PERCENT = { rf1: 4, rf2: 9 };
const LEAVES_PERCENT = 1;
const OPTION_WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  3: [38, 40, 22],
  4: [34, 12, 22, 14, 6, 12],
  5: [30, 12, 24, 8, 12, 14],
  6: [34, 26, 14, 10, 16],
  7: [12, 44, 44],
  8: [16, 20, 22, 22, 14, 6],
  9: [10, 24, 34, 16, 6, 10],
  10: [34, 38, 28],
  11: [28, 22, 18, 12, 8, 12],
  12: [24, 14, 26, 36],
};
const STAFF_WEIGHTS = [34, 30, 36];
const ANSWERS_A_PAGE = 3;

/** A whole number from 0 to `below` - 1. */
type Draw = (below: number) => number;

function pick(weights: readonly number[], draw: Draw): number {
  let left = draw(weights.reduce((sum, weight) => sum + weight, 0));
  return Math.max(
    0,
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
  );
}

function wish(question: number, draw: Draw): number {
  if (question === Q_PATH) return draw(100) < KNEE_PERCENT ? 0 : 1;
  if (question < 3) {
    const percent = question === Q_RF1 ? SIGN_PERCENT.rf1 : SIGN_PERCENT.rf2;
    return draw(100) < percent ? draw(RF_NONE) : RF_NONE;
  }
  return pick(OPTION_WEIGHTS[question] ?? Array<number>(optionCount(question)).fill(1), draw);
}

/** The key that brings a shopper with this wish one step nearer to it. */
function nextKey(run: Run, option: number): number {
  const page = Math.floor(option / ANSWERS_A_PAGE);
  if (run.screen === SCREEN_CHECKLIST) return option < RF_NONE && page === run.page ? 2 : 3;
  return page === run.page ? 1 + (option % ANSWERS_A_PAGE) : 4;
}

/**
 * The keys that one made-up shopper, and then staff, press from the attract screen back to it. An empty last run of
 * keys means that the shopper walked away: the kiosk's time-out ends that run.
 *
 * @param draw randomness, so that the same draws give the same shopper
 * @param hasCodes whether the kiosk was flashed with QR codes, each a page more
 */
export function shopperKeys(draw: Draw, hasCodes = false): number[] {
  const run = newRun(hasCodes ? RULE_CODES : 0);
  const keys: number[] = [];
  const act = (key: number): void => {
    keys.push(key);
    press(run, key);
  };
  act(1 + wish(Q_PATH, draw));
  let question = Q_PATH;
  let option = 0;
  while (run.screen !== SCREEN_ATTRACT) {
    if (run.screen === SCREEN_QUESTION || run.screen === SCREEN_CHECKLIST || run.screen === SCREEN_WHICH) {
      if (run.question !== question) {
        if (draw(100) < LEAVES_PERCENT && run.question !== Q_FOOT) return keys;
        question = run.question;
        option = wish(question, draw);
      }
      act(nextKey(run, option));
    } else if (run.screen === SCREEN_STAFF_ASK) {
      act(1 + pick(STAFF_WEIGHTS, draw));
    } else {
      act(3);
    }
  }
  return keys;
}
