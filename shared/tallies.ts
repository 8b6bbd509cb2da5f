/**
 * Every counter of a sheet. Its number is its place in the sheet, on the kiosk, on the air and in the store.
 *
 * Numbers are never reused: a counter that is no longer wanted keeps its number, a new one is added at the end.
 * No counter joins two answers of one shopper. Answers are counted for finished checks only.
 */

/** Answers of finished checks: one counter for each option of each question, in the order of `shared/check`. */
export const TALLY_ANSWER = 0;
/** PFP fits, PFP may fit, ITB fits, ITB may fit, PT fits, PT may fit, MEN may fit, OA fits, OA may fit, UNCLEAR. */
export const TALLY_PATTERN = 62;
/** none, soon, urgent; checks on the knee path only */
export const TALLY_REFERRAL = 72;
/** replace_now, plan, fine, not_checked; checks that reached a shoe verdict */
export const TALLY_SHOE = 75;
/** What staff pressed after the prompt: fitted, later, no. */
export const TALLY_STAFF = 79;
/** Where unfinished runs stopped: the notice, then the questions path to wear. */
export const TALLY_LEFT = 82;
/** Unfinished runs that ended because nobody pressed a key; each of them is counted in TALLY_LEFT too. */
export const TALLY_TIME_OUT = 95;
/** Runs faster than a person can read; none of their answers is counted. */
export const TALLY_PLAY = 96;
/** Runs started from 5 to 11 h, 11 to 15 h, 15 to 19 h, 19 to 5 h store time, and without a set clock. */
export const TALLY_START = 97;
/** Runs ended at the notice by the key for people under 18. */
export const TALLY_UNDER_18 = 102;
/** Finished checks by language: en, es, fr, de. */
export const TALLY_LANGUAGE = 103;
/** Finished checks in the large size. */
export const TALLY_LARGE = 107;

/** How many counters a sheet has. */
export const TALLY_COUNT = 108;

/** The largest value a counter holds; it stays there and never wraps. */
export const TALLY_MAX = 65535;
