import {
  optionCodes,
  patternCodes,
  questionKeys,
  referralCardCodes,
  shoeCodes,
  staffCardCodes,
} from '../../shared/check/codes';
import { CONFIDENCE_FITS } from '../../shared/check/patterns';
import {
  TEXT_FACTOR_CARD,
  TEXT_FOOT_CARD,
  TEXT_PATTERN,
  TEXT_PATTERN_CARD,
  TEXT_REFERRAL_CARD,
  TEXT_SHOE_CARD,
  TEXT_STAFF_CARD,
} from '../../shared/wording/keys';
import { CODE_CARD } from '../flow/cards';
import { findOutcome, isPaged, press } from '../flow/press';
import {
  newRun,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
  wipe,
} from '../flow/run';

/** A screen that looks like no other, and the keys that lead to it from the attract screen. */
export interface TourStop {
  /** for a file's name, for example `question-loc-1` */
  readonly name: string;
  readonly keys: readonly number[];
  /** how many pages it has in large size; 1 in normal size, where each page is a stop of its own */
  readonly pages: number;
  /** what the run is at there */
  readonly run: Run;
}

/** Walks without a new screen after which the tour is taken to be complete. */
export const WALKS_WITHOUT_NEWS = 20000;

const CARD_GROUPS: readonly (readonly [number, string, readonly string[]])[] = [
  [TEXT_FOOT_CARD, 'foot', optionCodes.foot],
  [TEXT_STAFF_CARD, 'staff', staffCardCodes],
  [TEXT_SHOE_CARD, 'shoe', shoeCodes],
  [TEXT_FACTOR_CARD, 'tip', optionCodes.load],
  [TEXT_REFERRAL_CARD, 'referral', referralCardCodes],
  [TEXT_PATTERN_CARD, 'pattern', patternCodes],
  [TEXT_PATTERN, 'place', patternCodes],
  [CODE_CARD, 'code', [...patternCodes, ...referralCardCodes]],
];

function cardName(run: Run): string {
  const card = run.cards[run.page] ?? 0;
  const [base, group, codes] = CARD_GROUPS.find(([first]) => card >= first) ?? [0, 'card', []];
  const fit =
    group !== 'pattern' ? '' : findOutcome(run).confidence === CONFIDENCE_FITS ? '-fits' : '-may-fit';
  return `card-${group}-${codes[card - base] ?? card - base}${fit}`;
}

/** What to call the screen that a run is at; equal names look alike but for the page mark. */
export function screenName(run: Run): string {
  const question = questionKeys[run.question] ?? '';
  switch (run.screen) {
    case SCREEN_ATTRACT:
      return 'attract';
    case SCREEN_NOTICE:
      return 'notice';
    case SCREEN_QUESTION:
      return isPaged(run) ? `question-${question}-${run.page + 1}` : `question-${question}`;
    case SCREEN_CHECKLIST:
      return `checklist-${question}-${run.page + 1}`;
    case SCREEN_WHICH:
      return `which-${question}-${run.page + 1}`;
    case SCREEN_PICTURE:
      return `picture-${question}`;
    case SCREEN_UNDER_18:
      return 'under-18';
    case SCREEN_HAND:
      return 'hand-to-staff';
    case SCREEN_STAFF_ASK:
      return 'staff-answer';
    default:
      return cardName(run);
  }
}

/**
 * Finds the way to every screen that a shopper or staff can meet, in the order in which they meet them.
 *
 * @param draw a whole number from 0 to below its argument; the same draws give the same tour
 * @param rules RULE_* bits of the store's settings
 */
export function tourScreens(draw: (below: number) => number, rules: number): TourStop[] {
  const found = new Map<string, { keys: number[]; run: Run }>();
  const run = newRun(rules);
  let walksWithoutNews = 0;
  while (walksWithoutNews++ < WALKS_WITHOUT_NEWS) {
    wipe(run);
    const keys: number[] = [];
    do {
      const name = screenName(run);
      const known = found.get(name);
      if (!known) walksWithoutNews = 0;
      if (!known || known.keys.length > keys.length)
        found.set(name, { keys: [...keys], run: structuredClone(run) });
      // the fourth key only where it turns a page: the tour does not go back
      const isPast = run.screen === SCREEN_CHECKLIST && draw(4) > 0;
      const key = isPaged(run) && draw(3) === 0 ? 4 : isPast ? 3 : 1 + draw(3);
      const isLanguage = run.screen === SCREEN_ATTRACT && key === 3;
      keys.push(isLanguage ? 1 : key);
      press(run, isLanguage ? 1 : key);
    } while (run.screen !== SCREEN_ATTRACT && keys.length < 80);
  }
  return [...found]
    .map(([name, stop]) => ({ name, ...stop, pages: 1 }))
    .sort((a, b) => a.keys.length - b.keys.length);
}
