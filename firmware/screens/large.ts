import { UI_BACK, UI_NO, UI_NORMAL_TEXT, UI_YES_ONE } from '../../shared/wording/keys';
import { CENTRE, FONT_LARGE, fillBox, largeWidthPx, write } from '../device/screen';
import { commonText, textOf } from '../device/texts';
import { type Run, SCREEN_ATTRACT, SCREEN_CHECKLIST } from '../flow/run';
import { writeLabel } from './label';
import { pagesOf } from './pages';
import { PICTURE_CODE, showPicture } from './picture';

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
export function showLarge(run: Run, texts: string[]): void {
  const answers = texts.length - 1;
  const said = texts[0] as string;
  const picture = showPicture(run, PICTURE_TOP_PX);
  const pages = picture === PICTURE_CODE ? [said, ''] : picture ? [''] : pagesOf(said, largeWidthPx);
  run.wordPages = pages.length;
  run.pages = run.wordPages + answers;
  run.step = Math.min(run.step, run.pages - 1);
  const option = run.step - run.wordPages;
  const isSign = run.screen === SCREEN_CHECKLIST && option >= 0 && run.step < run.pages - 1;
  const words = (option < 0 ? pages[run.step] : texts[option + 1]) as string;
  writeLabel(
    4,
    FONT_LARGE,
    run.screen === SCREEN_ATTRACT ? textOf(UI_NORMAL_TEXT) : commonText(UI_BACK - UI_BACK),
  );
  write(FONT_LARGE, words, CENTRE_X_PX, words.indexOf('\n') < 0 ? ONE_LINE_TOP_PX : TWO_LINES_TOP_PX, CENTRE);
  if (run.step || (run.page && !answers)) writeLabel(1, FONT_LARGE, LEFT_ARROW);
  if (isSign || !answers || run.step < run.pages - 1)
    writeLabel(2, FONT_LARGE, isSign ? commonText(UI_NO - UI_BACK) : RIGHT_ARROW);
  if (option >= 0)
    writeLabel(3, FONT_LARGE, isSign ? (commonText(UI_YES_ONE - UI_BACK).split(',')[0] as string) : OK);
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
