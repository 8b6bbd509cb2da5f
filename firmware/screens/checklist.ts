import { RF_NONE } from '../../shared/check/questions';
import { UI_BACK, UI_YES_ONE } from '../../shared/wording/keys';
import { FONT_ANSWER, FONT_SMALL, LEFT, write } from '../device/screen';
import { textOf } from '../device/texts';
import type { Run } from '../flow/run';
import { writeLabel } from './label';
import { answerOf, wordsOf } from './words';

const SIGNS_A_PAGE = 3;
const QUESTION_TOP_PX = 12;
const SIGNS_TOP_PX = 20;
// three signs between the question and the labels: closer than the lines of a card
const SIGN_PITCH_PX = 11;

/** Red-flag signs, full width: a yes or a none answers the whole page. */
export function showChecklist(run: Run): void {
  const end = run.page ? RF_NONE : SIGNS_A_PAGE;
  write(FONT_SMALL, wordsOf(run), 0, QUESTION_TOP_PX, LEFT);
  for (let sign = run.page * SIGNS_A_PAGE, line = 0; sign < end; sign++, line++)
    write(
      FONT_ANSWER,
      answerOf(run, sign).split('\n').join(' '),
      0,
      SIGNS_TOP_PX + line * SIGN_PITCH_PX,
      LEFT,
    );
  writeLabel(2, FONT_ANSWER, textOf(UI_YES_ONE));
  writeLabel(3, FONT_ANSWER, answerOf(run, RF_NONE));
  writeLabel(4, FONT_SMALL, textOf(UI_BACK));
}
