import { optionCount, RF_NONE } from '../../shared/check/questions';
import { pressLarge } from '../flow/large';
import { press } from '../flow/press';
import {
  newRun,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_NOTICE,
  SCREEN_STAFF_ASK,
  SCREEN_WHICH,
  wipe,
} from '../flow/run';
import { screenName, type TourStop, WALKS_WITHOUT_NEWS } from './screen-tour';

const KEY_SIZE = 4;
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
/** On the attract screen: the two paths, and the other language, which the tour does not choose. */
const PATHS = 2;
const ATTRACT_ANSWERS = 3;

/** How many answers a screen has in large size. */
function answerCount({ screen, question }: Run): number {
  if (screen === SCREEN_ATTRACT) return ATTRACT_ANSWERS;
  if (screen === SCREEN_NOTICE) return 2;
  if (screen === SCREEN_STAFF_ASK) return 3;
  return screen > SCREEN_WHICH ? 0 : optionCount(question);
}

/**
 * Finds the way to every screen in large size. A stop's keys lead to its first page; each press of key 2 shows the
 * next one.
 *
 * @param draw a whole number from 0 to below its argument; the same draws give the same tour
 * @param countWordPages on how many pages a screen's words stand, without its answers
 */
export function tourLargeScreens(
  draw: (below: number) => number,
  rules: number,
  countWordPages: (run: Run) => number,
): TourStop[] {
  const found = new Map<string, TourStop>();
  const run = newRun(rules);
  for (let walksWithoutNews = 0; walksWithoutNews < WALKS_WITHOUT_NEWS; walksWithoutNews++) {
    wipe(run);
    const keys = [KEY_SIZE];
    press(run, KEY_SIZE);
    const act = (key: number): void => {
      keys.push(key);
      pressLarge(run, key);
    };
    do {
      const answers = answerCount(run);
      const options = run.screen === SCREEN_ATTRACT ? PATHS : answers;
      run.wordPages = countWordPages(run);
      run.pages = run.wordPages + answers;
      const name = screenName(run);
      const known = found.get(name);
      if (!known) walksWithoutNews = 0;
      if (!known || known.keys.length > keys.length)
        found.set(name, { name, keys: [...keys], pages: run.pages, run: structuredClone(run) });
      const isPast = run.screen === SCREEN_CHECKLIST && draw(4) > 0;
      const option = isPast ? RF_NONE : draw(options || 1);
      for (let page = options ? option + run.wordPages : run.pages; page > 0; page--) act(KEY_NEXT);
      if (options) act(KEY_CHOOSE);
    } while (run.screen !== SCREEN_ATTRACT);
  }
  return [...found.values()].sort((a, b) => a.keys.length - b.keys.length);
}
