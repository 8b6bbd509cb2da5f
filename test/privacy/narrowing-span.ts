import { optionCodes } from '../../shared/check/codes';
import { type Codes, repeat } from './made-checks';

const COMMON = 19;
const knee: Codes = { path: 'knee', rf1: 'none' };
const shoes: Codes = { pair: 'nopair' };

/** How many shoppers of the span below pressed "calf": a held back count. */
export const CALF_CHECKS = 8;

/**
 * A span in which a held back count can be worked out from relations between tables, although every count is
 * rounded as it should be.
 *
 * Everybody on the knee path is in exactly one of 18 counts: a sign of the first checklist, one of the second, a
 * load factor or a length of stiffness. All are 19, published as 10 to 19; only "calf" is 8. All of them together
 * are 331, published as 330 to 339. The other 17 are at most 17 x 19 = 323: at least 7 shoppers pressed "calf".
 */
export function narrowingSpan(): Codes[] {
  const pains = [
    ...optionCodes.load.flatMap((load) => repeat(COMMON, { load })),
    ...optionCodes.stiff.flatMap((stiff) => repeat(COMMON, { beh: 'morning', stiff })),
  ];
  return [
    ...optionCodes.rf1.flatMap((rf1) =>
      rf1 === 'none' ? [] : repeat(rf1 === 'calf' ? CALF_CHECKS : COMMON, { path: 'knee', rf1 }),
    ),
    ...optionCodes.rf2.flatMap((rf2) => (rf2 === 'none' ? [] : repeat(COMMON, { ...knee, rf2, ...shoes }))),
    ...pains.map((pain, index) => ({
      ...knee,
      rf2: 'none',
      dur: pick(optionCodes.dur, index),
      loc: pick(optionCodes.loc, index + Math.floor(index / 7)),
      beh: pick(['stairs_sit', 'eases', 'distance', 'twist', 'other'], index),
      ...pain,
      ...shoes,
    })),
  ];
}

function pick(codes: readonly string[], index: number): string {
  return codes[index % codes.length] ?? '';
}
