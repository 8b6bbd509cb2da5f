import { optionCount, optionStart, Q_DIST, Q_WEEK, RF_NONE } from '../../shared/check/questions';
import {
  TEXT_KM,
  TEXT_OPTION,
  TEXT_QUESTION,
  UI_FITTED,
  UI_HAND_TO_STAFF,
  UI_NOTICE,
  UI_NOTICE_GO,
  UI_STAFF_TITLE,
  UI_UNDER_18_CARD,
  UI_WHICH_ONE,
} from '../../shared/wording/keys';
import { textOf } from '../device/texts';
import {
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from '../flow/run';
import { isMetric, language, nextLanguage } from '../settings';
import { cardWords } from './card-words';

/** Each language's own name, in Latin-1; the one file that is read holds only its own. */
const NAMES = 'English Espa\xf1ol Fran\xe7ais Deutsch';
const KM_WEEK_TEXTS = 5;
const LANGUAGE_OPTION = 2;

/** What a screen says beside its answers; of a card a title and, below it, lines. */
export function wordsOf(run: Run): string {
  let words = TEXT_QUESTION + run.question;
  switch (run.screen) {
    case SCREEN_NOTICE:
      words = UI_NOTICE;
      break;
    case SCREEN_WHICH:
      words = UI_WHICH_ONE;
      break;
    case SCREEN_UNDER_18:
      words = UI_UNDER_18_CARD;
      break;
    case SCREEN_HAND:
      words = UI_HAND_TO_STAFF;
      break;
    case SCREEN_STAFF_ASK:
      words = UI_STAFF_TITLE;
      break;
    default:
      if (run.screen > SCREEN_CHECKLIST) return cardWords(run);
  }
  return textOf(words);
}

/** How many answers a screen has, on all of its pages. */
export function answerCount(run: Run): number {
  switch (run.screen) {
    case SCREEN_ATTRACT:
      return nextLanguage() === language ? LANGUAGE_OPTION : LANGUAGE_OPTION + 1;
    case SCREEN_NOTICE:
      return 2;
    case SCREEN_WHICH:
      return RF_NONE;
    case SCREEN_STAFF_ASK:
      return 3;
    default:
      return run.screen > SCREEN_CHECKLIST ? 0 : optionCount(run.question);
  }
}

/** One answer's words; distances in the store's unit. */
export function answerOf(run: Run, option: number): string {
  const question = run.question;
  const screen = run.screen;
  let first = TEXT_OPTION + optionStart(question);
  if (screen === SCREEN_ATTRACT && option === LANGUAGE_OPTION)
    return NAMES.split(' ')[nextLanguage()] as string;
  if (screen === SCREEN_NOTICE) first = UI_NOTICE_GO;
  else if (screen === SCREEN_STAFF_ASK) first = UI_FITTED;
  else if (isMetric()) {
    if (question === Q_WEEK && option < KM_WEEK_TEXTS) first = TEXT_KM;
    if (question === Q_DIST) first = TEXT_KM + KM_WEEK_TEXTS;
  }
  return textOf(first + option);
}
