import { type Answers, BEH_MORNING, DUR_GT3M, Q_BEH, Q_DUR, Q_LOC, Q_STIFF, STIFF_LONG } from './questions';

export const PFP = 0;
export const ITB = 1;
export const PT = 2;
export const MEN = 3;
export const OA = 4;
export const UNCLEAR = 5;
export const NO_PATTERN = -1;

export const CONFIDENCE_FITS = 0;
export const CONFIDENCE_MAY_FIT = 1;
export const CONFIDENCE_UNCLEAR = 2;

/** OA that may fit alone, and that fits alone. */
const OA_MAY_FIT = 46;
const OA_FITS = 47;

/**
 * The pattern table's cell for complete answers of the pattern questions. Tens: the first pattern. Ones: 0 to 4 a
 * second pattern, both may fit; else the first alone: 5 unclear, 6 may fit, 7 fits.
 *
 * A row for each `loc`; columns stairs_sit, eases, distance, twist, stiff long, other, stiff short_45, short_u45.
 * front: sources.ts#kneecapPattern; below: #tendonPattern; outer: #outerBandPattern; twist: #twistPattern, which
 * never fits, only may; stiff: #stiffPattern, which fits only after three months; back: #backOfKnee.
 */
export function patternCell(answers: Answers): number {
  const beh = answers[Q_BEH] as number;
  const stiff = answers[Q_STIFF] as number;
  const column = beh === BEH_MORNING && stiff !== STIFF_LONG ? 5 + stiff : beh;
  const row = answers[Q_LOC] as number;
  const cell =
    +'070206035506400620272626552624261016173155164116035555365555465555555555555555550655553655554655'.substr(
      row * 16 + column * 2,
      2,
    );
  return cell === OA_MAY_FIT && answers[Q_DUR] === DUR_GT3M ? OA_FITS : cell;
}
