import { type Answers, BAND_GT500, distanceBand, isAsked, Q_PAIR, Q_WEAR } from './questions';

export const SHOE_REPLACE_NOW = 0;
export const SHOE_PLAN = 1;
export const SHOE_FINE = 2;
export const SHOE_NOT_CHECKED = 3;

/**
 * The verdict on the pair, from complete answers. Pain never changes it (sources.ts#wornShoesAndPain). After an
 * urgent sign and without a pair nothing is checked (#careFirst); past 500 miles the pair is worn whatever it
 * looks like (#shoeLife); below, the worse of distance and wear decides, but one sign alone under 300 miles is
 * only a reason to plan (#wearSigns).
 */
export function shoeVerdict(answers: Answers): number {
  const band = distanceBand(answers);
  if (!isAsked(Q_PAIR, answers) || band < 0) return SHOE_NOT_CHECKED;
  if (band === BAND_GT500) return SHOE_REPLACE_NOW;
  return +'211002100001'.charAt(band * 6 + (answers[Q_WEAR] as number));
}
