import { RF_NONE } from '../../shared/check/questions';
import { UI_BACK, UI_YES_ONE } from '../../shared/wording/keys';
import { BOTTOM, FONT_ANSWER, FONT_SMALL, LEFT, RIGHT, write } from '../device/screen';
import { commonText } from '../device/texts';
import type { Run } from '../flow/run';

const SIGNS_A_PAGE = 3;
const RIGHT_EDGE_PX = 128;
const QUESTION_TOP_PX = 12;
const SIGNS_TOP_PX = 20;
// three signs between the question and the labels: closer than the lines of a card
const SIGN_PITCH_PX = 11;

/** Red-flag signs, full width: a yes or a none answers the whole page. */
export function showChecklist(run: Run, texts: string[]): void {
  let sign = run.page * SIGNS_A_PAGE;
  const end = run.page ? RF_NONE : SIGNS_A_PAGE;
  let topPx = SIGNS_TOP_PX;
  write(FONT_SMALL, texts[0] as string, 0, QUESTION_TOP_PX, LEFT);
  while (sign++ < end) {
    write(FONT_ANSWER, (texts[sign] as string).split('\n').join(' '), 0, topPx, LEFT);
    topPx += SIGN_PITCH_PX;
  }
  write(FONT_ANSWER, commonText(UI_YES_ONE - UI_BACK), RIGHT_EDGE_PX, 0, RIGHT);
  write(FONT_ANSWER, texts[RF_NONE + 1] as string, RIGHT_EDGE_PX, BOTTOM, RIGHT);
}
