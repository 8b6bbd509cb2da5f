import { type Answers, NOT_ANSWERED, QUESTION_COUNT } from '../../shared/check/questions';

/** What is on the screen. */
export const SCREEN_ATTRACT = 0;
export const SCREEN_NOTICE = 1;
/** One question, three answers a page. */
export const SCREEN_QUESTION = 2;
/** Red-flag signs, answered for the page as a whole. */
export const SCREEN_CHECKLIST = 3;
/** After a yes on a checklist: which sign is it? */
export const SCREEN_WHICH = 4;
/** The shoe's signs of wear, before that question. */
export const SCREEN_PICTURE = 5;
export const SCREEN_UNDER_18 = 6;
/** The shopper's cards, one a page. */
export const SCREEN_RESULT = 7;
/** Please hand the kiosk to staff. */
export const SCREEN_HAND = 8;
/** The staff's cards, one a page. */
export const SCREEN_STAFF = 9;
/** Fitted, later or no? */
export const SCREEN_STAFF_ASK = 10;
/** The staff menu, always in large size. */
export const SCREEN_MENU = 11;
/** As long as it is shown, the companion may open the wire for maintenance. */
export const SCREEN_MAINTENANCE = 12;

/** Store settings that change a run, as bits. */
export const RULE_SIGNPOSTING = 1;
export const RULE_INSTABILITY_URGENT = 2;
/** Large size from the attract screen on. */
export const RULE_LARGE = 4;
/** The kiosk was flashed with QR codes. */
export const RULE_CODES = 8;

/** One check in progress. It lives in RAM only and is wiped when the run ends. */
export interface Run {
  screen: number;
  question: number;
  page: number;
  answers: Answers;
  /** REFERRAL_* and CONFIDENCE_* of the cards that were shown last */
  referral: number;
  confidence: number;
  /** numbers of the card texts that are shown one a page, see shared/wording/keys */
  cards: number[];
  rules: number;
  /** everything is shown in the large size, one thing at a time */
  isLarge: boolean;
  /** in large size: which page of the screen's words, or, after these, which answer */
  step: number;
  /** in large size, as drawn: how many pages of words the screen has, and how many pages in all */
  wordPages: number;
  pages: number;
  /** the result was reached and counted; a shopper who goes back and on again is not counted twice */
  isCounted: boolean;
}

/** A run that has not begun, by the store's rules. */
export function newRun(rules: number): Run {
  const run = { answers: [] as number[], rules: rules } as Run;
  wipe(run);
  return run;
}

/** Puts the run back to the attract screen and forgets every answer. */
export function wipe(run: Run): void {
  run.screen = SCREEN_ATTRACT;
  run.question = run.page = run.referral = run.confidence = run.step = run.wordPages = run.pages = 0;
  run.isLarge = (run.rules & RULE_LARGE) > 0;
  run.cards = [];
  run.isCounted = false;
  for (let question = 0; question < QUESTION_COUNT; question++) run.answers[question] = NOT_ANSWERED;
}
