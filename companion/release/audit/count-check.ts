import { outcome, patternTally } from '../../../shared/check/outcome';
import { NO_PATTERN } from '../../../shared/check/patterns';
import {
  type Answers,
  NOT_ANSWERED,
  optionStart,
  PATH_KNEE,
  Q_FOOT,
  Q_PAIR,
  Q_PATH,
} from '../../../shared/check/questions';
import { REFERRAL_URGENT } from '../../../shared/check/referral';
import { TALLY_ANSWER, TALLY_PATTERN, TALLY_REFERRAL, TALLY_SHOE } from '../../../shared/tallies';
import type { KioskRules } from './walk-checks';

/** What one finished check adds to the counters, in two halves that share no question. */
export interface CountedCheck {
  /** up to the last question about the knee, with referral and patterns */
  readonly knee: readonly number[];
  /** the questions about shoes and the verdict on them; empty when none was asked */
  readonly shoes: readonly number[];
  /** an urgent result: neither foot nor staff outcome follows */
  readonly isUrgent: boolean;
}

/** The counters to which a kiosk adds 1 when a check with these answers is finished, language and size apart. */
export function countCheck(answers: Answers, rules: KioskRules): CountedCheck {
  const found = outcome(answers, rules.isInstabilityUrgent, rules.isSignposting);
  const knee: number[] = [];
  const shoes: number[] = [];
  for (let question = Q_PATH; question < Q_FOOT; question++) {
    const option = answers[question] as number;
    if (option !== NOT_ANSWERED)
      (question < Q_PAIR ? knee : shoes).push(TALLY_ANSWER + optionStart(question) + option);
  }
  if (answers[Q_PATH] === PATH_KNEE) knee.push(TALLY_REFERRAL + found.referral);
  for (const pattern of [found.pattern, found.second]) {
    if (pattern !== NO_PATTERN) knee.push(TALLY_PATTERN + patternTally(pattern, found.confidence));
  }
  if (shoes.length > 0) shoes.push(TALLY_SHOE + found.shoe);
  return { knee, shoes, isUrgent: found.referral === REFERRAL_URGENT };
}
