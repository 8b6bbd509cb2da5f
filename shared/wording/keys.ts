/**
 * Numbers of all texts on the screen. The order is the order of `texts.ts`; where a number belongs to several texts
 * it is the first one's.
 */

/** One for each question, by question number. */
export const TEXT_QUESTION = 0;
/** One for each option, in the order of `optionStart`. */
export const TEXT_OPTION = 13;
/** In kilometres: `week` w1 to w5, then `dist`. */
export const TEXT_KM = 75;
/** The labels of the patterns, by pattern number. */
export const TEXT_PATTERN = 83;
export const TEXT_PATTERN_CARD = 89;
/** By referral card number. */
export const TEXT_REFERRAL_CARD = 95;
/** By option of `load`. */
export const TEXT_FACTOR_CARD = 105;
/** By verdict on the pair. */
export const TEXT_SHOE_CARD = 110;
/** By verdict on the pair, then urgent, then soon. */
export const TEXT_STAFF_CARD = 114;
/** By option of `foot`. */
export const TEXT_FOOT_CARD = 120;

/** On nearly every screen. */
export const UI_BACK = 124;
export const UI_MORE = 125;
export const UI_HOLD_BACK = 126;
export const UI_NEXT = 127;
export const UI_DONE = 128;
export const UI_YES_ONE = 129;
export const UI_WHICH_ONE = 130;
export const UI_CALL = 131;

/** Titles. */
export const UI_FITS = 132;
export const UI_MAY_FIT = 133;
export const UI_TIPS = 134;
export const UI_SAFETY_NET = 135;
export const UI_SHOES = 136;
export const UI_STAFF_TITLE = 137;
export const UI_TODAY = 138;
export const UI_SOON = 139;

/** In the staff menu; another one further down. */
export const UI_SHEETS = 140;

/** Before the first question. */
export const UI_ATTRACT = 141;
export const UI_NOTICE = 142;
export const UI_NOTICE_GO = 143;
export const UI_UNDER_18 = 144;
export const UI_UNDER_18_CARD = 145;
export const UI_LARGE_TEXT = 146;
export const UI_NORMAL_TEXT = 147;

/** After the result, and aside. */
export const UI_HAND_TO_STAFF = 148;
export const UI_FITTED = 149;
export const UI_LATER = 150;
export const UI_NO = 151;
export const UI_STILL_THERE = 152;
export const UI_ANY_KEY = 153;
export const UI_CONTRAST = 154;
export const UI_NEEDS_ATTENTION = 155;
export const UI_CALL_EMERGENCY = 156;
export const UI_MAINTENANCE = 157;

/** How many texts there are. */
export const TEXT_COUNT = 158;
