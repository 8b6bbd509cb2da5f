import { UI_ATTRACT, UI_BACK, UI_HOLD_BACK, UI_LARGE_TEXT, UI_MORE } from '../../shared/wording/keys';
import { BOTTOM, CENTRE, FONT_ANSWER, FONT_LARGE, FONT_SMALL, LEFT, RIGHT, write } from '../device/screen';
import { commonText, textOf } from '../device/texts';
import { type Run, SCREEN_ATTRACT, SCREEN_QUESTION } from '../flow/run';

const ANSWERS_A_PAGE = 3;
const CENTRE_X_PX = 64;
const RIGHT_EDGE_PX = 128;
const QUESTION_TOP_PX = 28;
const ATTRACT_TOP_PX = 38;

/** One question and its answers beside the keys, three a page. */
export function showQuestion(run: Run, texts: string[]): void {
  const first = 1 + run.page * ANSWERS_A_PAGE;
  const second = texts[first + 1];
  const third = texts[first + 2];
  let back = commonText(UI_BACK - UI_BACK);
  write(FONT_SMALL, texts[0] as string, CENTRE_X_PX, QUESTION_TOP_PX, CENTRE);
  if (run.screen === SCREEN_ATTRACT) {
    write(FONT_SMALL, textOf(UI_ATTRACT), CENTRE_X_PX, ATTRACT_TOP_PX, CENTRE);
    write(FONT_LARGE, textOf(UI_LARGE_TEXT), 0, BOTTOM, LEFT);
  } else {
    if (run.screen === SCREEN_QUESTION && texts.length > 1 + ANSWERS_A_PAGE)
      back = commonText(UI_MORE - UI_BACK) + '\n' + commonText(UI_HOLD_BACK - UI_BACK);
    write(FONT_SMALL, back, 0, BOTTOM, LEFT);
  }
  write(FONT_ANSWER, texts[first] as string, 0, 0, LEFT);
  if (second) write(FONT_ANSWER, second, RIGHT_EDGE_PX, 0, RIGHT);
  if (third) write(FONT_ANSWER, third, RIGHT_EDGE_PX, BOTTOM, RIGHT);
}
