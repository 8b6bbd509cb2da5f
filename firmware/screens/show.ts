import { UI_ANY_KEY, UI_BACK, UI_STILL_THERE } from '../../shared/wording/keys';
import {
  BOTTOM,
  CAN_DRAW_AHEAD,
  CENTRE,
  clearScreen,
  drawForLater,
  FONT_ANSWER,
  FONT_LARGE,
  FONT_SMALL,
  fillBox,
  isDrawn,
  LEFT,
  showScreen,
  write,
} from '../device/screen';
import { commonText, textOf } from '../device/texts';
import { likelyNext, looksAlike } from '../flow/likely';
import { type Run, SCREEN_CHECKLIST, SCREEN_NOTICE, SCREEN_PICTURE } from '../flow/run';
import { showCard, showWords } from './card';
import { showChecklist } from './checklist';
import { showLarge } from './large';
import { showQuestion } from './question';
import { keepShown, screenTexts } from './words';

const CENTRE_X_PX = 64;
const WARNING_TOP_PX = 8;
const ANY_KEY_TOP_PX = 30;
const BAR_TOP_PX = 51;
const BAR_BOTTOM_PX = 58;
const BAR_WIDTH_PX = 128;

/** The run whose screen was drawn ahead, without its answers. */
let ahead: Run | undefined;

function draw(run: Run): void {
  const texts = screenTexts(run);
  clearScreen();
  if (run.isLarge) showLarge(run, texts);
  else if (texts.length > 1 && run.screen !== SCREEN_NOTICE && run.screen !== SCREEN_CHECKLIST)
    showQuestion(run, texts);
  else {
    write(FONT_SMALL, commonText(UI_BACK - UI_BACK), 0, BOTTOM, LEFT);
    if (run.cards.length || run.screen === SCREEN_PICTURE) showCard(run, texts);
    else if (run.screen === SCREEN_CHECKLIST) showChecklist(run, texts);
    else showWords(run, texts);
  }
}

/** Shows what the run is at, in the language and size in use. */
export function show(run: Run): void {
  if (!ahead || !looksAlike(ahead, run)) draw(run);
  ahead = undefined;
  showScreen();
}

/**
 * Makes ready what the next press will probably show, without showing it, and the texts that it may show again. Breaks
 * off when a key goes down. Draws nothing in large size: there, drawing is part of the flow.
 */
export function drawAhead(run: Run): void {
  if (!CAN_DRAW_AHEAD) return;
  const next = !run.isLarge && likelyNext(run);
  if (next) {
    next.answers = []; // memory is short, and no screen needs them
    drawForLater();
    draw(next);
    if (!isDrawn()) return;
    ahead = next;
  }
  keepShown(run);
}

/** Asks whether somebody is still there; `left` is the part of the time that is left, 1 to 0. */
export function showWarning(run: Run, left: number): void {
  ahead = undefined;
  clearScreen();
  write(run.isLarge ? FONT_LARGE : FONT_ANSWER, textOf(UI_STILL_THERE), CENTRE_X_PX, WARNING_TOP_PX, CENTRE);
  write(run.isLarge ? FONT_LARGE : FONT_SMALL, textOf(UI_ANY_KEY), CENTRE_X_PX, ANY_KEY_TOP_PX, CENTRE);
  fillBox(0, BAR_TOP_PX, left * BAR_WIDTH_PX - 1, BAR_BOTTOM_PX);
  showScreen();
}

/** Says what staff should know and shoppers need not do anything about, on an otherwise empty screen. */
export function showNotice(text: string): void {
  clearScreen();
  write(FONT_ANSWER, text, CENTRE_X_PX, 12, CENTRE);
  showScreen();
}
