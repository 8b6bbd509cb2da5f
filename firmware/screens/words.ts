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
import { common, textOf, textsOf } from '../device/texts';
import {
  type Run,
  SCREEN_ATTRACT,
  SCREEN_HAND,
  SCREEN_MENU,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
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

/** A question and its answers; distances in the store's unit. */
function questionTexts(run: Run): string[] {
  const question = run.question;
  const isDistance = question === Q_WEEK || question === Q_DIST;
  const texts = textsOf(isDistance && isMetric() ? question + BLOCK_KM : question);
  if (run.screen === SCREEN_PICTURE) return [texts[0] as string];
  if (run.screen === SCREEN_WHICH) {
    texts[0] = common[UI_WHICH_ONE - UI_BACK] as string;
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
  return [
    aboutWords(),
    textOf(UI_CONTRAST) + ' ' + chosen(CHOICE_CONTRAST),
    textOf(chosen(CHOICE_SIZE) ? UI_LARGE_TEXT : UI_NORMAL_TEXT),
    nameOf(language) + (chosen(CHOICE_LANGUAGE) ? '' : OF_STORE),
    textOf(UI_MAINTENANCE),
  ];
}
