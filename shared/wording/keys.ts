/**
 * Numbers of all texts on the screen, as the kiosk reads them from a language's file. The order is the order of
 * `texts.ts`; where a number belongs to several texts it is the first one's.
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

export const UI_LANGUAGE_NAME = 124;
export const UI_ATTRACT = 125;
export const UI_NOTICE = 126;
export const UI_NOTICE_GO = 127;
export const UI_UNDER_18 = 128;
export const UI_UNDER_18_CARD = 129;
export const UI_BACK = 130;
export const UI_MORE = 131;
export const UI_HOLD_BACK = 132;
export const UI_YES_ONE = 133;
export const UI_WHICH_ONE = 134;
export const UI_FITS = 135;
export const UI_MAY_FIT = 136;
export const UI_NEXT = 137;
export const UI_DONE = 138;
export const UI_TIPS = 139;
export const UI_SAFETY_NET = 140;
export const UI_SHOES = 141;
export const UI_CALL_EMERGENCY = 142;
export const UI_CALL = 143;
export const UI_HAND_TO_STAFF = 144;
export const UI_STAFF_TITLE = 145;
export const UI_FITTED = 146;
export const UI_LATER = 147;
export const UI_NO = 148;
export const UI_STILL_THERE = 149;
export const UI_ANY_KEY = 150;
export const UI_OPTIONAL = 151;
export const UI_LARGE_TEXT = 152;
export const UI_NORMAL_TEXT = 153;
export const UI_NEEDS_ATTENTION = 154;
export const UI_TODAY = 155;
export const UI_SOON = 156;
