/**
 * Readable names for the numbers of `shared/check` and `shared/tallies.ts`. For Node and the build only: the
 * firmware never needs them. Order is number: never reorder, never rename, a name is an interface.
 */

/** Keys of the questions, by question number. */
export const questionKeys = [
  'path',
  'rf1',
  'rf2',
  'dur',
  'loc',
  'beh',
  'load',
  'stiff',
  'pair',
  'week',
  'dist',
  'wear',
  'foot',
] as const;
export type QuestionKey = (typeof questionKeys)[number];

/** Codes of each question's options, by option number. */
export const optionCodes = {
  path: ['knee', 'shoes'],
  rf1: ['no_weight_move', 'hot_fever', 'big_swelling', 'calf', 'injury', 'none'],
  rf2: ['gives_way', 'catches', 'swelling_stays', 'night_rest', 'sharp_worse', 'none'],
  dur: ['lt2w', '2w_3m', 'gt3m'],
  loc: ['front', 'below', 'outer', 'inner', 'back', 'unsure'],
  beh: ['stairs_sit', 'eases', 'distance', 'twist', 'morning', 'other'],
  load: ['jump', 'only_run', 'slope', 'no_warm', 'none'],
  stiff: ['long', 'short_45', 'short_u45'],
  pair: ['lt3m', '3_6m', '6_12m', 'gt12m', 'know', 'nopair'],
  week: ['w1', 'w2', 'w3', 'w4', 'w5', 'wx'],
  dist: ['lt300', '300_500', 'gt500'],
  wear: ['none', 'crease', 'smooth', 'lean', 'two', 'nothere'],
  foot: ['flat', 'high', 'rolls_in', 'unsure'],
} as const satisfies Record<QuestionKey, readonly string[]>;
export type OptionCode<Q extends QuestionKey> = (typeof optionCodes)[Q][number];

/** Codes of the patterns, by pattern number. */
export const patternCodes = ['PFP', 'ITB', 'PT', 'MEN', 'OA', 'UNCLEAR'] as const;

/** Codes of how well a pattern fits, by CONFIDENCE_* number. */
export const confidenceCodes = ['fits', 'may_fit', 'unclear'] as const;

/** Codes of the referrals, by REFERRAL_* number. */
export const referralCodes = ['none', 'soon', 'urgent'] as const;

/** Codes of the referral cards, by card number. */
export const referralCardCodes = [
  'rf1.no_weight_move',
  'rf1.hot_fever',
  'rf1.big_swelling',
  'rf1.calf',
  'rf1.injury',
  'rf2',
  'soon.duration',
  'soon.other',
  'none',
  'rf2.urgent',
] as const;

/**
 * What the address in a card's QR code ends with: one character for each pattern, then one for each referral card, in
 * the order of their numbers. A code of the smallest size holds no more beside the store's own address.
 */
export const cardAddressCodes = 'ABCDEF0123456789';

/** Codes of the verdicts on a pair, by SHOE_* number. */
export const shoeCodes = ['replace_now', 'plan', 'fine', 'not_checked'] as const;

/** Codes of the cards for staff: after a verdict on a pair, then after a referral. */
export const staffCardCodes = [...shoeCodes, 'urgent', 'soon'] as const;

/** Codes of the wording's languages, in the order of their counters. */
export const languageCodes = ['en', 'es', 'fr', 'de'] as const;
export type Language = (typeof languageCodes)[number];

function withPrefix(prefix: string, codes: readonly string[]): string[] {
  return codes.map((code) => `${prefix}.${code}`);
}

const answerKeys: string[] = [];
for (const key of questionKeys) answerKeys.push(...withPrefix(key, optionCodes[key]));

/** A readable key for every counter of shared/tallies.ts, by counter number. */
export const counterKeys: readonly string[] = [
  ...answerKeys,
  ...withPrefix('pattern', [
    'PFP.fits',
    'PFP.may_fit',
    'ITB.fits',
    'ITB.may_fit',
    'PT.fits',
    'PT.may_fit',
    'MEN.may_fit',
    'OA.fits',
    'OA.may_fit',
    'UNCLEAR.unclear',
  ]),
  ...withPrefix('referral', referralCodes),
  ...withPrefix('shoe', shoeCodes),
  ...withPrefix('staff', ['fitted', 'later', 'no']),
  ...withPrefix('left', ['notice', ...questionKeys.slice(0, 12)]),
  'time_out',
  'play',
  ...withPrefix('start', ['5_11', '11_15', '15_19', '19_5', 'unknown']),
  'under_18',
  ...withPrefix('language', languageCodes),
  'large',
];
