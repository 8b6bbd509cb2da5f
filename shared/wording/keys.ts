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

/** On nearly every screen: the kiosk holds these in its memory. */
export const UI_BACK = 83;
export const UI_MORE = 84;
export const UI_HOLD_BACK = 85;
export const UI_NEXT = 86;
export const UI_DONE = 87;
export const UI_YES_ONE = 88;
export const UI_WHICH_ONE = 89;
export const UI_NO = 90;
/** The notice: what it says, and its two labels. */
export const UI_NOTICE = 91;
export const UI_NOTICE_GO = 92;
export const UI_UNDER_18 = 93;
/** What staff are asked, and their answers; the third is UI_NO. */
export const UI_STAFF_ASK = 94;
export const UI_FITTED = 95;
export const UI_LATER = 96;

/** The labels of the patterns, by pattern number. */
export const TEXT_PATTERN = 97;
export const TEXT_PATTERN_CARD = 103;
/** By referral card number. */
export const TEXT_REFERRAL_CARD = 109;
/** By option of `load`. */
export const TEXT_FACTOR_CARD = 119;
/** By verdict on the pair. */
export const TEXT_SHOE_CARD = 124;
/** By verdict on the pair, then urgent, then soon. */
export const TEXT_STAFF_CARD = 128;
/** By option of `foot`. */
export const TEXT_FOOT_CARD = 134;

/** Before a number to call. */
export const UI_CALL = 138;

/** Titles. */
export const UI_FITS = 139;
export const UI_MAY_FIT = 140;
export const UI_TIPS = 141;
export const UI_SAFETY_NET = 142;
export const UI_SHOES = 143;
export const UI_STAFF_TITLE = 144;
export const UI_TODAY = 145;
export const UI_SOON = 146;

/** In the staff menu; another one further down. */
export const UI_SHEETS = 147;
/** Beside a QR code. */
export const UI_ON_PHONE = 148;

/** Before the first question. */
export const UI_ATTRACT = 149;
export const UI_UNDER_18_CARD = 150;
export const UI_LARGE_TEXT = 151;
export const UI_NORMAL_TEXT = 152;

/** After the result, and aside. */
export const UI_HAND_TO_STAFF = 153;
export const UI_STILL_THERE = 154;
export const UI_ANY_KEY = 155;
export const UI_CONTRAST = 156;
export const UI_NEEDS_ATTENTION = 157;
export const UI_CALL_EMERGENCY = 158;
export const UI_MAINTENANCE = 159;

/** How many texts there are. */
export const TEXT_COUNT = 160;
