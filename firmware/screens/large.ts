import { UI_BACK, UI_NO, UI_NORMAL_TEXT, UI_YES_ONE } from '../../shared/wording/keys';
import { CENTRE, FONT_LARGE, fillBox, largeWidthPx, write } from '../device/screen';
import { textOf } from '../device/texts';
import { type Run, SCREEN_ATTRACT, SCREEN_CHECKLIST } from '../flow/run';
import { writeLabel } from './label';
import { pagesOf } from './pages';
import { showPicture } from './picture';
import { answerCount, answerOf, wordsOf } from './words';

const CENTRE_X_PX = 64;
const ONE_LINE_TOP_PX = 24;
const TWO_LINES_TOP_PX = 15;
const BAR_LEFT_PX = 60;
const BAR_PX = 32;
const BAR_TOP_PX = 58;
const LINE_PX = 60;
const BAR_BOTTOM_PX = 62;
const PICTURE_TOP_PX = 4;
const LEFT_ARROW = '\x80';
const RIGHT_ARROW = '\x81';
const OK = 'OK';

/**
 * Draws what the run is at in large size: the pages of its words, then each answer on a page of its own. Keys: page
 * before, next page, choose, back. A sign is asked by itself, yes or no.
 */
export function showLarge(run: Run): void {
  const answers = answerCount(run);
  const pages = showPicture(run, PICTURE_TOP_PX) ? [''] : pagesOf(wordsOf(run), largeWidthPx);
  run.wordPages = pages.length;
  run.pages = run.wordPages + answers;
  run.step = Math.min(run.step, run.pages - 1);
  const option = run.step - run.wordPages;
  const isSign = run.screen === SCREEN_CHECKLIST && option >= 0 && run.step < run.pages - 1;
  const words = option < 0 ? (pages[run.step] as string) : answerOf(run, option);
  writeLabel(4, FONT_LARGE, textOf(run.screen === SCREEN_ATTRACT ? UI_NORMAL_TEXT : UI_BACK));
  write(FONT_LARGE, words, CENTRE_X_PX, words.indexOf('\n') < 0 ? ONE_LINE_TOP_PX : TWO_LINES_TOP_PX, CENTRE);
  if (run.step || (run.page && !answers)) writeLabel(1, FONT_LARGE, LEFT_ARROW);
  if (isSign || !answers || run.step < run.pages - 1)
    writeLabel(2, FONT_LARGE, isSign ? textOf(UI_NO) : RIGHT_ARROW);
  if (option >= 0) writeLabel(3, FONT_LARGE, isSign ? (textOf(UI_YES_ONE).split(',')[0] as string) : OK);
  // the place among the screen's pages, or among the pages of all cards
  const place = (run.step + 1) / run.pages;
  fillBox(BAR_LEFT_PX, LINE_PX, BAR_LEFT_PX + BAR_PX, LINE_PX);
  fillBox(
    BAR_LEFT_PX,
    BAR_TOP_PX,
    BAR_LEFT_PX + BAR_PX * (answers ? place : (run.page + place) / (run.cards.length || 1)),
    BAR_BOTTOM_PX,
  );
}
