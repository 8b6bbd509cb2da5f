import { optionStart } from '../../shared/check/questions';
import { TEXT_OPTION, TEXT_QUESTION, UI_BACK, UI_WHICH_ONE, UI_YES_ONE } from '../../shared/wording/keys';
import { ANSWER_PITCH_PX, CENTRE, FONT_ANSWER, FONT_SMALL, LEFT, write } from '../device/screen';
import { textOf } from '../device/texts';
import type { Run } from '../flow/run';
import { writeLabel } from './label';
import { writeOptions } from './question';

const SIGNS_A_PAGE = 3;
const SIGN_COUNT = 5;
const CENTRE_X_PX = 64;
const QUESTION_TOP_PX = 11;
const SIGNS_TOP_PX = 19;
const WHICH_TOP_PX = 28;

/** Red-flag signs, full width: a yes or a none answers the whole page. */
export function showChecklist(run: Run): void {
  const first = optionStart(run.question);
  const end = run.page ? SIGN_COUNT : SIGNS_A_PAGE;
  write(FONT_SMALL, textOf(TEXT_QUESTION + run.question), 0, QUESTION_TOP_PX, LEFT);
  for (let sign = run.page * SIGNS_A_PAGE, line = 0; sign < end; sign++, line++)
    write(
      FONT_ANSWER,
      textOf(TEXT_OPTION + first + sign)
        .split('\n')
        .join(' '),
      0,
      SIGNS_TOP_PX + line * ANSWER_PITCH_PX,
      LEFT,
    );
  writeLabel(2, FONT_ANSWER, textOf(UI_YES_ONE));
  writeLabel(3, FONT_ANSWER, textOf(TEXT_OPTION + first + SIGN_COUNT));
  writeLabel(4, FONT_SMALL, textOf(UI_BACK));
}

/** After a yes: the same signs, each beside its own key. */
export function showWhich(run: Run): void {
  write(FONT_SMALL, textOf(UI_WHICH_ONE), CENTRE_X_PX, WHICH_TOP_PX, CENTRE);
  writeOptions(run.question, run.page * SIGNS_A_PAGE, run.page ? SIGN_COUNT : SIGNS_A_PAGE);
  writeLabel(4, FONT_SMALL, textOf(UI_BACK));
}
