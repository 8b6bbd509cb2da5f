import { UI_ATTRACT, UI_BACK, UI_HOLD_BACK, UI_LARGE_TEXT, UI_MORE } from '../../shared/wording/keys';
import { CENTRE, FONT_ANSWER, FONT_LARGE, FONT_SMALL, write } from '../device/screen';
import { textOf } from '../device/texts';
import { isPaged } from '../flow/press';
import { type Run, SCREEN_ATTRACT } from '../flow/run';
import { writeLabel } from './label';
import { answerCount, answerOf, wordsOf } from './words';

const ANSWERS_A_PAGE = 3;
const CENTRE_X_PX = 64;
const QUESTION_TOP_PX = 28;
const ATTRACT_TOP_PX = 38;

/** One question: its answers beside the keys, three a page. */
export function showQuestion(run: Run): void {
  const first = run.page * ANSWERS_A_PAGE;
  const answers = answerCount(run);
  write(FONT_SMALL, wordsOf(run), CENTRE_X_PX, QUESTION_TOP_PX, CENTRE);
  for (let key = 1; key <= ANSWERS_A_PAGE && first + key <= answers; key++)
    writeLabel(key, FONT_ANSWER, answerOf(run, first + key - 1));
  if (run.screen === SCREEN_ATTRACT) {
    write(FONT_SMALL, textOf(UI_ATTRACT), CENTRE_X_PX, ATTRACT_TOP_PX, CENTRE);
    writeLabel(4, FONT_LARGE, textOf(UI_LARGE_TEXT));
  } else
    writeLabel(4, FONT_SMALL, isPaged(run) ? textOf(UI_MORE) + '\n' + textOf(UI_HOLD_BACK) : textOf(UI_BACK));
}
