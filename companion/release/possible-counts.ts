import {
  optionCount,
  optionStart,
  PATH_KNEE,
  Q_PAIR,
  Q_PATH,
  Q_RF1,
  Q_RF2,
} from '../../shared/check/questions';
import {
  TALLY_ANSWER,
  TALLY_COUNT,
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_MAX,
  TALLY_REFERRAL,
  TALLY_SHOE,
  TALLY_STAFF,
} from '../../shared/tallies';

/** No kiosk closes a sheet with fewer finished checks on the knee path, or fewer verdicts on shoes. */
const SHEET_MINIMUM = 5;

/**
 * Whether a kiosk can have counted this in one closed sheet. A finished check is kept whole or not at all, so
 * tables that every check of a kind adds to once agree to the unit, whatever a power cut lost besides.
 */
export function areCountsPossible(counts: readonly number[]): boolean {
  if (counts.length !== TALLY_COUNT) return false;
  if (counts.includes(TALLY_MAX)) return true; // a full counter stands for more than it says
  const sum = (first: number, end: number): number =>
    counts.slice(first, end).reduce((total, count) => total + count, 0);
  const answers = (question: number): number => {
    const first = TALLY_ANSWER + optionStart(question);
    return sum(first, first + optionCount(question));
  };
  const knee = counts[TALLY_ANSWER + PATH_KNEE] ?? 0;
  const finished = answers(Q_PATH);
  const verdicts = answers(Q_PAIR);
  return (
    knee >= SHEET_MINIMUM &&
    verdicts >= SHEET_MINIMUM &&
    verdicts <= finished &&
    answers(Q_RF1) === knee &&
    answers(Q_RF2) <= knee &&
    sum(TALLY_REFERRAL, TALLY_SHOE) === knee &&
    sum(TALLY_SHOE, TALLY_STAFF) === verdicts &&
    sum(TALLY_LANGUAGE, TALLY_LARGE) === finished &&
    (counts[TALLY_LARGE] ?? 0) <= finished
  );
}
