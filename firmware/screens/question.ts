import { optionCount, optionStart, Q_DIST, Q_WEEK } from '../../shared/check/questions';
import {
  TEXT_KM,
  TEXT_OPTION,
  TEXT_QUESTION,
  UI_BACK,
  UI_HOLD_BACK,
  UI_MORE,
} from '../../shared/wording/keys';
import { CENTRE, FONT_ANSWER, FONT_SMALL, write } from '../device/screen';
import { textOf } from '../device/texts';
import { isPaged } from '../flow/press';
import type { Run } from '../flow/run';
import { isMetric } from '../settings';
import { writeLabel } from './label';

const ANSWERS_A_PAGE = 3;
const KM_WEEK_TEXTS = 5;
const CENTRE_X_PX = 64;
const QUESTION_TOP_PX = 24;

/** The number of an option's text; distances in the store's unit. */
function optionText(question: number, option: number): number {
  const isKm = isMetric();
  if (isKm && question === Q_WEEK && option < KM_WEEK_TEXTS) return TEXT_KM + option;
  if (isKm && question === Q_DIST) return TEXT_KM + KM_WEEK_TEXTS + option;
  return TEXT_OPTION + optionStart(question) + option;
}

/** Writes up to three options from `first` beside the keys 1 to 3. */
export function writeOptions(question: number, first: number, end: number): void {
  for (let key = 1; key <= ANSWERS_A_PAGE && first + key <= end; key++)
    writeLabel(key, FONT_ANSWER, textOf(optionText(question, first + key - 1)));
}

/** One question: its answers beside the keys, three a page. */
export function showQuestion(run: Run): void {
  write(FONT_SMALL, textOf(TEXT_QUESTION + run.question), CENTRE_X_PX, QUESTION_TOP_PX, CENTRE);
  writeOptions(run.question, run.page * ANSWERS_A_PAGE, optionCount(run.question));
  writeLabel(4, FONT_SMALL, isPaged(run) ? textOf(UI_MORE) + '\n' + textOf(UI_HOLD_BACK) : textOf(UI_BACK));
}
