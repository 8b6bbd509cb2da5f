import { RF_NONE } from '../../shared/check/questions';
import { EVENT_NONE, press } from './press';
import { type Run, SCREEN_CHECKLIST, SCREEN_MENU, SCREEN_NOTICE, SCREEN_RESULT } from './run';

const ANSWERS_A_PAGE = 3;
/** Past any page; drawing takes it back to the last one. */
const LAST_PAGE = 99;

/**
 * A press in large size: 1 the page before, 2 the next, 3 choose, 4 back. Only what is chosen moves the run on, as the
 * key beside it would in normal size.
 *
 * Pages do not go round: the answer behind all others, on a checklist "None of these", is reached through each of
 * them only.
 */
export function pressLarge(run: Run, key: number): number {
  const step = run.step;
  const option = step - run.wordPages;
  const isLast = step === run.pages - 1;
  run.step = 0;
  if (key > 3) return press(run, key);
  if (key === 1 && !step && run.page && run.screen >= SCREEN_RESULT) {
    run.page--;
    run.step = LAST_PAGE;
  } else if (key === 2 && isLast && option < 0) return press(run, 3);
  else if (key < 3) run.step = key === 2 ? step + (isLast ? 0 : 1) : step && step - 1;
  else if (option < 0) {
    run.step = step;
    if (run.screen === SCREEN_RESULT) return press(run, 2);
  } else if (run.screen === SCREEN_NOTICE) return press(run, 3 - option);
  else {
    if (run.screen === SCREEN_MENU) run.step = step;
    run.page = option < ANSWERS_A_PAGE ? 0 : 1;
    // "None of these" is the third key of the last page; a sign is a yes, then that sign
    if (run.screen === SCREEN_CHECKLIST && option < RF_NONE) press(run, 2);
    return press(run, 1 + (option % ANSWERS_A_PAGE));
  }
  return EVENT_NONE;
}
