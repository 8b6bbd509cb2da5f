/** Made-up days at a kiosk, for measuring: how many bytes they take and how long the flash lasts. */
import {
  TALLY_COUNT,
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_LEFT,
  TALLY_PATTERN,
  TALLY_PLAY,
  TALLY_REFERRAL,
  TALLY_SHOE,
  TALLY_STAFF,
  TALLY_START,
  TALLY_TIME_OUT,
  TALLY_UNDER_18,
} from '../../shared/tallies';

/** Numbers from 0 to less than 1; the same seed gives the same numbers. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// First counter and options of each question, in the order of content and counters.
const QUESTIONS = {
  path: [0, 2],
  rf1: [2, 6],
  rf2: [8, 6],
  dur: [14, 3],
  loc: [17, 6],
  beh: [23, 6],
  load: [29, 5],
  stiff: [34, 3],
  pair: [37, 6],
  week: [43, 6],
  dist: [49, 3],
  wear: [52, 6],
  foot: [58, 4],
} as const;
type QuestionKey = keyof typeof QUESTIONS;

/** A store's shoppers: how they answer differs from store to store, and each shopper is drawn from it. */
export interface Shoppers {
  /** counters of one finished check, each once */
  drawCheck(): number[];
  /** counters that change while nothing finishes: a start, a run left unfinished, what staff pressed */
  drawAside(): number[];
}

/** Shoppers who answer by weights drawn for this store, or all options alike with `isUniform`. */
export function makeShoppers(seed: number, isUniform: boolean): Shoppers {
  const random = seededRandom(seed);
  const pick = (weights: readonly number[]): number => {
    let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
    let at = 0;
    for (const weight of weights) {
      rest -= weight;
      if (rest < 0) return at;
      at++;
    }
    return weights.length - 1;
  };
  const drawWeights = (options: number) =>
    Array.from({ length: options }, () => (isUniform ? 1 : random() ** 2 + 0.02));
  const weights = new Map<string, number[]>();
  const weightsOf = (table: string, options: number): number[] => {
    const known = weights.get(table) ?? drawWeights(options);
    weights.set(table, known);
    return known;
  };
  if (!isUniform) {
    weights.set('path', [3, 1]);
    weights.set('rf1', [...drawWeights(5).map((weight) => weight / 5), 4]);
    weights.set('rf2', [...drawWeights(5).map((weight) => weight / 3), 3]);
    weights.set('language', [20, 1, 1, 1]);
  }

  const drawCheck = (): number[] => {
    const counters: number[] = [];
    const answer = (key: QuestionKey): number => {
      const [first, options] = QUESTIONS[key];
      const option = pick(weightsOf(key, options));
      counters.push(first + option);
      return option;
    };
    const table = (name: string, first: number, options: number) =>
      counters.push(first + pick(weightsOf(name, options)));
    counters.push(TALLY_START + pick([4, 4, 5, 1, 0]));
    table('language', TALLY_LANGUAGE, 4);
    if (random() < 0.1) counters.push(TALLY_LARGE);
    if (answer('path') === 0) {
      if (answer('rf1') < 5) {
        counters.push(TALLY_REFERRAL + 2);
        return counters;
      }
      if (answer('rf2') < 5) counters.push(TALLY_REFERRAL + 1);
      else {
        answer('dur');
        answer('loc');
        if (answer('beh') === 4) answer('stiff');
        else answer('load');
        table('pattern', TALLY_PATTERN, 10);
        table('referral', TALLY_REFERRAL, 2);
      }
    }
    const pair = answer('pair');
    if (pair < 4) answer('week');
    const isFar = pair === 4 ? answer('dist') === 2 : random() < 0.2;
    if (pair < 5 && !isFar) answer('wear');
    counters.push(TALLY_SHOE + (pair === 5 ? 3 : pick(weightsOf('shoe', 3))));
    if (random() < 0.8) answer('foot');
    return counters;
  };

  const drawAside = (): number[] => {
    const kind = random();
    if (kind < 0.6) return [TALLY_STAFF + pick(weightsOf('staff', 3))];
    const left = [TALLY_START + pick([4, 4, 5, 1, 0])];
    if (kind < 0.9) left.push(TALLY_LEFT + pick(weightsOf('left', 13)), TALLY_TIME_OUT);
    else left.push(kind < 0.95 ? TALLY_PLAY : TALLY_UNDER_18);
    return left;
  };
  return { drawCheck, drawAside };
}

/** The counters of a day with this many finished checks and about as many other events. */
export function drawDay(shoppers: Shoppers, checks: number): number[] {
  const counts = new Array<number>(TALLY_COUNT).fill(0);
  for (let check = 0; check < checks; check++) {
    for (const counter of [...shoppers.drawCheck(), ...shoppers.drawAside()])
      counts[counter] = (counts[counter] ?? 0) + 1;
  }
  return counts;
}
