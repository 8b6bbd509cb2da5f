import { countFinished, countStarted } from '../../companion/release/totals';
import { finishedCounters } from '../../firmware/flow/count';
import { findOutcome } from '../../firmware/flow/press';
import { type Run, SCREEN_RESULT } from '../../firmware/flow/run';
import { optionCodes, type QuestionKey, questionKeys } from '../../shared/check/codes';
import { optionStart, Q_FOOT } from '../../shared/check/questions';
import { REFERRAL_URGENT } from '../../shared/check/referral';
import { TALLY_COUNT, TALLY_START } from '../../shared/tallies';

/** The codes of one shopper's answers. */
export type Codes = Partial<Record<QuestionKey, string>>;

const FOOT_UNSURE = 3;

/** What these shoppers' checks add to a kiosk's counters, each started in the morning and left with the staff's card unpressed. */
export function countChecks(checks: readonly Codes[]): number[] {
  const counts = new Array<number>(TALLY_COUNT).fill(0);
  const times = new Map<Codes, number>();
  for (const codes of checks) times.set(codes, 1 + (times.get(codes) ?? 0));
  for (const [codes, count] of times) {
    for (const counter of countersOf(codes)) counts[counter] = (counts[counter] ?? 0) + count;
  }
  return counts;
}

/** Every published figure, exactly: the counters, then finished and started. */
export function exactFigures(counts: readonly number[]): number[] {
  return [...counts, countFinished(counts), countStarted(counts)];
}

/** So many shoppers with the same answers. */
export function repeat(count: number, codes: Codes): Codes[] {
  return Array.from({ length: count }, () => codes);
}

function countersOf(codes: Codes): number[] {
  const answers = questionKeys.map((key) =>
    (optionCodes[key] as readonly string[]).indexOf(codes[key] ?? ''),
  );
  const run: Run = {
    screen: SCREEN_RESULT,
    question: 0,
    page: 0,
    answers,
    cards: [],
    referral: 0,
    confidence: 0,
    rules: 0,
    isCounted: true,
    isLarge: false,
    step: 0,
    wordPages: 0,
    pages: 0,
  };
  const counters = [TALLY_START, ...finishedCounters(run, 0)];
  if (findOutcome(run).referral !== REFERRAL_URGENT) {
    const foot = answers[Q_FOOT] ?? -1;
    counters.push(optionStart(Q_FOOT) + (foot < 0 ? FOOT_UNSURE : foot));
  }
  return counters;
}
