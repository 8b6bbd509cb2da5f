import {
  BEH_MORNING,
  optionCount,
  optionStart,
  PAIR_KNOW,
  PATH_KNEE,
  Q_BEH,
  Q_DIST,
  Q_DUR,
  Q_FOOT,
  Q_LOAD,
  Q_LOC,
  Q_PAIR,
  Q_PATH,
  Q_RF1,
  Q_RF2,
  Q_STIFF,
  Q_WEAR,
  Q_WEEK,
  RF_NONE,
} from '../../shared/check/questions';
import {
  TALLY_ANSWER,
  TALLY_COUNT,
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_LEFT,
  TALLY_MAX,
  TALLY_PATTERN,
  TALLY_PLAY,
  TALLY_REFERRAL,
  TALLY_SHOE,
  TALLY_STAFF,
  TALLY_TIME_OUT,
} from '../../shared/tallies';

/** No kiosk closes a sheet with fewer finished checks on the knee path, or fewer verdicts on shoes. */
const SHEET_MINIMUM = 5;

/** What some counters may stand for together: a full one stands for more than it says. */
interface Sum {
  readonly least: number;
  readonly most: number;
}

/**
 * Whether a kiosk can have counted this in one closed sheet. A finished check is kept whole or not at all, so
 * counters to which every check of a kind adds 1 agree to the unit, whatever a power cut lost besides: one that agreed
 * to less would make every audit of its span impossible, for ever.
 */
export function areCountsPossible(counts: readonly number[]): boolean {
  if (counts.length !== TALLY_COUNT) return false;
  const sum = (first: number, end: number): Sum => {
    const some = counts.slice(first, end);
    const least = some.reduce((total, count) => total + count, 0);
    return { least, most: some.includes(TALLY_MAX) ? Number.POSITIVE_INFINITY : least };
  };
  const answersFrom = (question: number, first: number, end: number): Sum =>
    sum(TALLY_ANSWER + optionStart(question) + first, TALLY_ANSWER + optionStart(question) + end);
  const answers = (question: number): Sum => answersFrom(question, 0, optionCount(question));
  const only = (question: number, option: number): Sum => answersFrom(question, option, option + 1);

  const finished = answers(Q_PATH);
  const knee = only(Q_PATH, PATH_KNEE);
  const verdicts = answers(Q_PAIR);
  const asked = only(Q_RF2, RF_NONE); // the questions about patterns
  const equal: readonly (readonly [Sum, Sum])[] = [
    [sum(TALLY_LANGUAGE, TALLY_LARGE), finished],
    [answers(Q_RF1), knee],
    [sum(TALLY_REFERRAL, TALLY_SHOE), knee],
    [answers(Q_RF2), only(Q_RF1, RF_NONE)],
    ...[Q_DUR, Q_LOC, Q_BEH].map((question) => [answers(question), asked] as const),
    [answers(Q_STIFF), only(Q_BEH, BEH_MORNING)],
    [join(answers(Q_LOAD), only(Q_BEH, BEH_MORNING)), asked],
    [sum(TALLY_SHOE, TALLY_STAFF), verdicts],
    [answers(Q_WEEK), answersFrom(Q_PAIR, 0, PAIR_KNOW)],
    [answers(Q_DIST), only(Q_PAIR, PAIR_KNOW)],
  ];
  const inOrder: readonly (readonly [Sum, Sum])[] = [
    [verdicts, finished],
    [answers(Q_WEAR), join(answers(Q_WEEK), answers(Q_DIST))],
    [answers(Q_FOOT), finished],
    [sum(TALLY_STAFF, TALLY_LEFT), finished],
    [sum(TALLY_LARGE, TALLY_LARGE + 1), finished],
    [sum(TALLY_TIME_OUT, TALLY_PLAY), sum(TALLY_LEFT, TALLY_TIME_OUT)],
    ...counts
      .slice(TALLY_PATTERN, TALLY_REFERRAL)
      .map((_, at) => [sum(TALLY_PATTERN + at, TALLY_PATTERN + at + 1), asked] as const),
  ];
  return (
    knee.most >= SHEET_MINIMUM &&
    verdicts.most >= SHEET_MINIMUM &&
    equal.every(([one, other]) => one.least <= other.most && other.least <= one.most) &&
    inOrder.every(([one, other]) => one.least <= other.most)
  );
}

const join = (one: Sum, other: Sum): Sum => ({
  least: one.least + other.least,
  most: one.most + other.most,
});
