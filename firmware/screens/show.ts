import { Q_PATH } from '../../shared/check/questions';
import {
  TEXT_OPTION,
  TEXT_QUESTION,
  UI_ANY_KEY,
  UI_ATTRACT,
  UI_BACK,
  UI_DONE,
  UI_FITTED,
  UI_HAND_TO_STAFF,
  UI_LATER,
  UI_NEEDS_ATTENTION,
  UI_NEXT,
  UI_NO,
  UI_NOTICE,
  UI_NOTICE_GO,
  UI_STAFF_TITLE,
  UI_STILL_THERE,
  UI_UNDER_18,
  UI_UNDER_18_CARD,
} from '../../shared/wording/keys';
import { CENTRE, clearScreen, FONT_ANSWER, FONT_SMALL, fillBox, showScreen, write } from '../device/screen';
import { textOf } from '../device/texts';
import {
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_QUESTION,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from '../flow/run';
import { language, nextLanguage } from '../settings';
import { showCard, writeCard } from './card';
import { showChecklist, showWhich } from './checklist';
import { writeLabel } from './label';
import { showQuestion } from './question';

/** Each language's own name, in Latin-1; the one file that is read holds only its own. */
const NAMES = 'English Espa\xf1ol Fran\xe7ais Deutsch';
const CENTRE_X_PX = 64;
const BAR_TOP_PX = 48;
const BAR_BOTTOM_PX = 55;
const BAR_WIDTH_PX = 128;

/** Draws what the run is at, in the language in use. */
export function show(run: Run): void {
  clearScreen();
  switch (run.screen) {
    case SCREEN_ATTRACT:
      writeLabel(1, FONT_ANSWER, textOf(TEXT_OPTION));
      writeLabel(2, FONT_ANSWER, textOf(TEXT_OPTION + 1));
      if (nextLanguage() !== language) writeLabel(3, FONT_ANSWER, NAMES.split(' ')[nextLanguage()] as string);
      write(FONT_SMALL, textOf(UI_ATTRACT), CENTRE_X_PX, 36, CENTRE);
      write(FONT_SMALL, textOf(TEXT_QUESTION + Q_PATH), CENTRE_X_PX, 26, CENTRE);
      break;
    case SCREEN_NOTICE:
      writeCard('', textOf(UI_NOTICE), UI_BACK, UI_NOTICE_GO);
      writeLabel(2, FONT_ANSWER, textOf(UI_UNDER_18));
      break;
    case SCREEN_QUESTION:
      showQuestion(run);
      break;
    case SCREEN_CHECKLIST:
      showChecklist(run);
      break;
    case SCREEN_WHICH:
      showWhich(run);
      break;
    case SCREEN_UNDER_18:
      writeCard(textOf(UI_UNDER_18), textOf(UI_UNDER_18_CARD), UI_BACK, UI_DONE);
      break;
    case SCREEN_HAND:
      writeCard('', textOf(UI_HAND_TO_STAFF), UI_BACK, UI_NEXT);
      break;
    case SCREEN_STAFF_ASK:
      write(FONT_SMALL, textOf(UI_STAFF_TITLE), CENTRE_X_PX, 28, CENTRE);
      for (let key = 1; key < 4; key++)
        writeLabel(key, FONT_ANSWER, textOf([UI_FITTED, UI_LATER, UI_NO][key - 1] as number));
      writeLabel(4, FONT_SMALL, textOf(UI_BACK));
      break;
    default:
      showCard(run);
  }
  showScreen();
}

/** Asks whether somebody is still there; `left` is the part of the time that is left, 1 to 0. */
export function showWarning(left: number): void {
  clearScreen();
  write(FONT_ANSWER, textOf(UI_STILL_THERE), CENTRE_X_PX, 12, CENTRE);
  write(FONT_SMALL, textOf(UI_ANY_KEY), CENTRE_X_PX, 30, CENTRE);
  fillBox(0, BAR_TOP_PX, Math.floor(left * BAR_WIDTH_PX) - 1, BAR_BOTTOM_PX, true);
  showScreen();
}

/** Says that the kiosk cannot count and staff should look after it. */
export function showNeedsAttention(): void {
  clearScreen();
  write(FONT_ANSWER, textOf(UI_NEEDS_ATTENTION), CENTRE_X_PX, 12, CENTRE);
  showScreen();
}
