import type {
  OptionCode,
  patternCodes,
  QuestionKey,
  referralCardCodes,
  shoeCodes,
  staffCardCodes,
} from '../check/codes';

type PatternCode = (typeof patternCodes)[number];
type ReferralCardCode = (typeof referralCardCodes)[number];
type ShoeCode = (typeof shoeCodes)[number];
type StaffCardCode = (typeof staffCardCodes)[number];

/** Texts that belong to no question and no card, by the name of their number in `keys.ts` without `UI_`. */
export type UiKey =
  | 'SHEETS'
  | 'ON_PHONE'
  | 'ATTRACT'
  | 'NOTICE'
  | 'NOTICE_GO'
  | 'UNDER_18'
  | 'UNDER_18_CARD'
  | 'BACK'
  | 'MORE'
  | 'HOLD_BACK'
  | 'YES_ONE'
  | 'WHICH_ONE'
  | 'FITS'
  | 'MAY_FIT'
  | 'NEXT'
  | 'DONE'
  | 'TIPS'
  | 'SAFETY_NET'
  | 'SHOES'
  | 'CALL_EMERGENCY'
  | 'CALL'
  | 'HAND_TO_STAFF'
  | 'STAFF_TITLE'
  | 'FITTED'
  | 'LATER'
  | 'NO'
  | 'STILL_THERE'
  | 'ANY_KEY'
  | 'CONTRAST'
  | 'LARGE_TEXT'
  | 'NORMAL_TEXT'
  | 'NEEDS_ATTENTION'
  | 'MAINTENANCE'
  | 'STAFF_ASK'
  | 'TODAY'
  | 'SOON';

/** Questions and their answers in one language, without line breaks. */
export interface QuestionWording {
  questions: Record<QuestionKey, string>;
  options: { [Q in QuestionKey]: Record<OptionCode<Q>, string> };
  /** the answers that name a distance, for stores that count in kilometres */
  km: {
    week: { w1: string; w2: string; w3: string; w4: string; w5: string };
    dist: Record<OptionCode<'dist'>, string>;
  };
}

/** Everything else on the screen. A card is up to three lines joined by \n; the rest has no line breaks. */
export interface CardWording {
  /** always a place and a behaviour, never a condition */
  patterns: Record<PatternCode, string>;
  patternCards: Record<PatternCode, string>;
  referralCards: Record<ReferralCardCode, string>;
  factorCards: Record<OptionCode<'load'>, string>;
  shoeCards: Record<ShoeCode, string>;
  staffCards: Record<StaffCardCode, string>;
  footCards: Record<OptionCode<'foot'>, string>;
  ui: Record<UiKey, string>;
}

/** All texts that a kiosk shows in one language. */
export type Wording = QuestionWording & CardWording;

/** The language's own `Exclude`: device code has no standard library. */
type Without<All, Left> = All extends Left ? never : All;

/** A warning sign: of `rf1` one for help the same day, of `rf2` one for a physio or GP in the next days. */
type Sign<Q extends 'rf1' | 'rf2'> = Without<OptionCode<Q>, 'none'>;

/** The longer text behind each card, for web pages and print: at most 60 words. */
export interface LongWording {
  /** what the signs and answers mean, for the questions that need it; a sign ends a sentence like "get help if" */
  help: {
    rf1: Record<Sign<'rf1'>, string>;
    rf2: Record<Sign<'rf2'>, string>;
    twoSigns: string;
    beh: string;
    wear: string;
  };
  patterns: Record<PatternCode, string>;
  referrals: Record<ReferralCardCode, string>;
  factors: Record<OptionCode<'load'>, string>;
  shoes: Record<ShoeCode, string>;
  staff: Record<StaffCardCode, string>;
  feet: Record<OptionCode<'foot'>, string>;
}
