import { optionCount, optionStart, Q_DIST, Q_WEEK, RF_NONE } from '../../shared/check/questions';
import {
  TEXT_KM,
  TEXT_OPTION,
  TEXT_QUESTION,
  UI_CONTRAST,
  UI_FITTED,
  UI_HAND_TO_STAFF,
  UI_LARGE_TEXT,
  UI_NORMAL_TEXT,
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
  SCREEN_MENU,
  SCREEN_NOTICE,
  SCREEN_RESULT,
  SCREEN_STAFF,
  SCREEN_STAFF_ASK,
  SCREEN_WHICH,
} from '../flow/run';
import { CHOICE_CONTRAST, CHOICE_SIZE, chosen, isMetric, language, nextLanguage } from '../settings';
import { aboutWords } from '../staff';
import { cardWords } from './card-words';

/** Each language's own name, in Latin-1; the one file that is read holds only its own. */
const NAMES = 'English Espa\xf1ol Fran\xe7ais Deutsch';
const KM_WEEK_TEXTS = 5;
const LANGUAGE_OPTION = 2;

/** What a screen says beside its answers; of a card a title and, below it, lines. */
export function wordsOf(run: Run): string {
  const screen = run.screen;
  const words = TEXT_QUESTION + run.question;
  if (screen === SCREEN_MENU) return aboutWords();
  if (screen === SCREEN_RESULT || screen === SCREEN_STAFF) return cardWords(run);
  // by SCREEN_*
  return textOf(
    [
      words,
      UI_NOTICE,
      words,
      words,
      UI_WHICH_ONE,
      words,
      UI_UNDER_18_CARD,
      words,
      UI_HAND_TO_STAFF,
      words,
      UI_STAFF_TITLE,
    ][screen] as number,
  );
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
    case SCREEN_MENU:
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
  if (option === LANGUAGE_OPTION && (screen === SCREEN_ATTRACT || screen === SCREEN_MENU))
    return NAMES.split(' ')[screen ? language : nextLanguage()] as string;
  if (screen === SCREEN_MENU)
    return option === CHOICE_CONTRAST
      ? textOf(UI_CONTRAST) + ' ' + chosen(CHOICE_CONTRAST)
      : textOf(chosen(CHOICE_SIZE) ? UI_LARGE_TEXT : UI_NORMAL_TEXT);
  if (screen === SCREEN_NOTICE) first = UI_NOTICE_GO;
  else if (screen === SCREEN_STAFF_ASK) first = UI_FITTED;
  else if (isMetric()) {
    if (question === Q_WEEK && option < KM_WEEK_TEXTS) first = TEXT_KM;
    if (question === Q_DIST) first = TEXT_KM + KM_WEEK_TEXTS;
  }
  return textOf(first + option);
}
