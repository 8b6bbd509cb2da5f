import { Q_DIST, Q_WEEK, RF_NONE } from '../../shared/check/questions';
import { BLOCK_KM, BLOCK_NOTICE, BLOCK_STAFF_ASK } from '../../shared/wording/blocks';
import {
  UI_BACK,
  UI_CONTRAST,
  UI_HAND_TO_STAFF,
  UI_LARGE_TEXT,
  UI_MAINTENANCE,
  UI_NORMAL_TEXT,
  UI_UNDER_18_CARD,
  UI_WHICH_ONE,
} from '../../shared/wording/keys';
import { HAS_CONTRAST } from '../device/pixljs';
import { commonText, keepTexts, textOf, textsOf } from '../device/texts';
import { isPaged } from '../flow/press';
import {
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_MENU,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from '../flow/run';
import {
  CHOICE_CONTRAST,
  CHOICE_LANGUAGE,
  CHOICE_SIZE,
  chosen,
  isMetric,
  language,
  nextLanguage,
} from '../settings';
import { aboutWords } from '../staff';
import { cardWords } from './card-words';

/** Each language's own name, in Latin-1; the one file that is read holds only its own. */
const NAMES = 'English Espa\xf1ol Fran\xe7ais Deutsch';
/** Behind a language that is the store's setting, not the staff's choice. */
const OF_STORE = ' *';

function nameOf(index: number): string {
  return NAMES.split(' ')[index] as string;
}

/** The entry of a question; distances in the store's unit. */
function blockOf(question: number): number {
  return (question === Q_WEEK || question === Q_DIST) && isMetric() ? question + BLOCK_KM : question;
}

/** Keeps the texts that a press may show again: those of a checklist or a question of two pages, or in large size. */
export function keepShown(run: Run): void {
  if (run.screen === SCREEN_CHECKLIST || (run.screen === SCREEN_QUESTION && (run.isLarge || isPaged(run))))
    keepTexts(blockOf(run.question));
}

/** A question and its answers. */
function questionTexts(run: Run): string[] {
  const texts = textsOf(blockOf(run.question));
  if (run.screen === SCREEN_PICTURE) return [texts[0] as string];
  if (run.screen === SCREEN_WHICH) {
    texts[0] = commonText(UI_WHICH_ONE - UI_BACK);
    return texts.slice(0, RF_NONE + 1);
  }
  if (run.screen === SCREEN_ATTRACT && nextLanguage() !== language) texts.push(nameOf(nextLanguage()));
  return texts;
}

/** What a screen shows: first what it says, of a card a title and, below it, lines; then its answers, on all pages. */
export function screenTexts(run: Run): string[] {
  const screen = run.screen;
  if (screen === SCREEN_NOTICE) return textsOf(BLOCK_NOTICE);
  if (screen < SCREEN_UNDER_18) return questionTexts(run);
  if (screen === SCREEN_UNDER_18) return [textOf(UI_UNDER_18_CARD)];
  if (screen === SCREEN_HAND) return [textOf(UI_HAND_TO_STAFF)];
  if (screen === SCREEN_STAFF_ASK) return textsOf(BLOCK_STAFF_ASK);
  if (screen < SCREEN_MENU) return [cardWords(run)];
  if (screen > SCREEN_MENU) return [textOf(UI_MAINTENANCE)];
  // by CHOICE_*
  const menu = [
    aboutWords(),
    textOf(chosen(CHOICE_SIZE) ? UI_LARGE_TEXT : UI_NORMAL_TEXT),
    nameOf(language) + (chosen(CHOICE_LANGUAGE) ? '' : OF_STORE),
    textOf(UI_MAINTENANCE),
    HAS_CONTRAST ? textOf(UI_CONTRAST) + ' ' + chosen(CHOICE_CONTRAST) : '',
  ];
  return HAS_CONTRAST ? menu : menu.slice(0, -1);
}
