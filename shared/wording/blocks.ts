/**
 * Numbers of the entries in a language's file. What a screen shows together is one entry, its texts with BETWEEN in
 * the middle: first one for each question, by its number.
 */

/** Added to the number of `week` and `dist`: the same in kilometres. */
export const BLOCK_KM = 4;
/** UI_BACK to UI_NO. */
export const BLOCK_COMMON = 15;
/** UI_NOTICE to UI_UNDER_18. */
export const BLOCK_NOTICE = 16;
/** UI_STAFF_ASK and the three answers. */
export const BLOCK_STAFF_ASK = 17;
/** From here on one text an entry: that of TEXT_PATTERN and all after it. */
export const FIRST_TEXT = 18;
