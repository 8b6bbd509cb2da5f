import { CONFIDENCE_MAY_FIT, NO_PATTERN, patternCell } from './patterns';
import { type Answers, isAsked, PATH_KNEE, Q_DUR, Q_PATH } from './questions';
import { CARD_NONE, referralCard, referralOf } from './referral';
import { shoeVerdict } from './shoe';

/** What a finished check comes to. */
export interface Outcome {
  /** the first pattern's number, NO_PATTERN when no label is shown */
  pattern: number;
  /** a second pattern that may fit too, NO_PATTERN without one */
  second: number;
  /** CONFIDENCE_* of the pattern or of both; means nothing without a pattern */
  confidence: number;
  /** REFERRAL_* */
  referral: number;
  /** the referral card, CARD_* or an rf1 sign's option number; CARD_NONE on the shoes path too */
  card: number;
  /** SHOE_* */
  shoe: number;
}

/**
 * The outcome of a check for which `nextQuestion` finds nothing more to ask. Looks only at answers of questions
 * that were asked.
 *
 * @param isInstabilityUrgent store setting: giving way and catching are urgent (sources.ts#instability)
 * @param isSignposting store setting: no pattern is named (sources.ts#signposting); nothing else changes
 */
export function outcome(answers: Answers, isInstabilityUrgent: boolean, isSignposting?: boolean): Outcome {
  const cell = isAsked(Q_DUR, answers) ? patternCell(answers) : -1;
  const first = cell < 0 ? NO_PATTERN : Math.floor(cell / 10);
  const second = cell % 10;
  const card = answers[Q_PATH] === PATH_KNEE ? referralCard(answers, first, isInstabilityUrgent) : CARD_NONE;
  return {
    pattern: isSignposting ? NO_PATTERN : first,
    second: isSignposting || second > 4 ? NO_PATTERN : second,
    confidence: second > 4 ? 7 - second : CONFIDENCE_MAY_FIT,
    referral: referralOf(card),
    card: card,
    shoe: shoeVerdict(answers),
  };
}

/**
 * The counter of a pattern within the pattern counters of shared/tallies.ts, 0 to 9.
 * Only PFP, ITB, PT and OA have one for "fits" and the next one for "may fit".
 */
export function patternTally(pattern: number, confidence: number): number {
  return +('024579'[pattern] as string) + (confidence & CONFIDENCE_MAY_FIT);
}
