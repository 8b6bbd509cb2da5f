/**
 * The questions of a check and when each is asked. Runs on the kiosk and in Node: numbers and string tables only.
 * The readable key of every question and option number is in `codes.ts`.
 */

/**
 * The answers of one check: the option number at each question's place, NOT_ANSWERED where there is none.
 * Always QUESTION_COUNT long.
 */
export type Answers = number[];

export const NOT_ANSWERED = -1;

export const Q_PATH = 0;
export const Q_RF1 = 1;
export const Q_RF2 = 2;
export const Q_DUR = 3;
export const Q_LOC = 4;
export const Q_BEH = 5;
export const Q_LOAD = 6;
export const Q_STIFF = 7;
export const Q_PAIR = 8;
export const Q_WEEK = 9;
export const Q_DIST = 10;
export const Q_WEAR = 11;
export const Q_FOOT = 12;
export const QUESTION_COUNT = 13;

/** The options that rules name. */
export const PATH_KNEE = 0;
export const PATH_SHOES = 1;
/** "None of these" of rf1 and rf2; the signs come before it. */
export const RF_NONE = 5;
export const RF2_CATCHES = 1;
export const DUR_GT3M = 2;
export const LOC_INNER = 3;
export const LOC_BACK = 4;
export const LOC_UNSURE = 5;
export const BEH_DISTANCE = 2;
export const BEH_MORNING = 4;
export const BEH_OTHER = 5;
export const LOAD_JUMP = 0;
export const STIFF_LONG = 0;
export const PAIR_KNOW = 4;

/** Bands of the distance run in a pair; the same numbers as the options of `dist`. */
export const BAND_GT500 = 2;

/**
 * The first counter (shared/tallies.ts) and the first option text (shared/wording/keys.ts) of a question, counted
 * from 0 through all questions; for QUESTION_COUNT the number of all options, 62.
 */
export function optionStart(question: number): number {
  // no space after a digit: Espruino 2v29 reads '2 ' as NaN
  return +'0002081417232934374349525862'.substr(question * 2, 2);
}

/** How many options a question has. */
export function optionCount(question: number): number {
  return +('2663665366364'[question] as string);
}

/**
 * The band of the distance run in the pair (0 under 300 miles, 1 from 300 to 500, 2 over 500): as known by the
 * shopper, or guessed from age and weekly distance; NOT_ANSWERED as long as that is open.
 * An unknown week never gives the highest band (sources.ts#shoeLife, #pairAge).
 */
export function distanceBand(answers: Answers): number {
  const pair = answers[Q_PAIR] as number;
  const week = answers[Q_WEEK] as number;
  if (pair === PAIR_KNOW) return answers[Q_DIST] as number;
  return pair < 0 || pair > PAIR_KNOW || week < 0
    ? NOT_ANSWERED
    : +('000010001121012221122221'[pair * 6 + week] as string);
}

/**
 * Whether a question belongs to the check with these answers. Looks only at answers of questions that are asked
 * themselves, so answers left behind by going back change nothing.
 * Any rf1 sign ends the check (sources.ts#urgentSigns), any rf2 sign skips the pattern questions (#soonSigns).
 */
export function isAsked(question: number, answers: Answers): boolean {
  const path = answers[Q_PATH];
  const isUrgentFree = path === PATH_KNEE && answers[Q_RF1] === RF_NONE;
  if (question < Q_RF2) return question === Q_PATH || path === PATH_KNEE;
  if (question === Q_RF2) return isUrgentFree;
  if (question < Q_PAIR) {
    if (!isUrgentFree || answers[Q_RF2] !== RF_NONE) return false;
    const beh = answers[Q_BEH] as number;
    return question < Q_LOAD || (beh >= 0 && (question === Q_STIFF) === (beh === BEH_MORNING));
  }
  if (!isUrgentFree && path !== PATH_SHOES) return false;
  const pair = answers[Q_PAIR] as number;
  if (question === Q_WEEK) return pair >= 0 && pair < PAIR_KNOW;
  if (question === Q_DIST) return pair === PAIR_KNOW;
  if (question !== Q_WEAR) return true;
  const band = distanceBand(answers);
  return band >= 0 && band < BAND_GT500;
}

/**
 * The first asked question without an answer, -1 when the result can be given. `foot` is not among them: it is
 * optional and comes after the result.
 *
 * @param from  where to begin; every question before it is answered or not asked
 */
export function nextQuestion(answers: Answers, from?: number): number {
  for (let question = from || Q_PATH; question < Q_FOOT; question++) {
    if (answers[question] === NOT_ANSWERED && isAsked(question, answers)) return question;
  }
  return -1;
}
