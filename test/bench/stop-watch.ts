import { buildFont, FONTS, measureWidthPx, QUESTION_FONT } from '../../firmware/build/fonts';
import { layOutTexts } from '../../firmware/build/texts';
import { pressLarge } from '../../firmware/flow/large';
import { press } from '../../firmware/flow/press';
import {
  newRun,
  type Run,
  SCREEN_CHECKLIST,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
} from '../../firmware/flow/run';
import { pagesOf } from '../../firmware/screens/pages';
import { optionCount, RF_NONE } from '../../shared/check/questions';
import { TEXT_QUESTION, UI_NOTICE } from '../../shared/wording/keys';
import { textList } from '../../shared/wording/texts';
import type { Figure, Part } from './part';

const ANSWERS_A_PAGE = 3;
const MOST_PRESSES = 20;
const MEDIAN_PRESSES = 16;
const LANGUAGE = 'en';
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
const KEY_SIZE = 4;
const PRESSES_ENDLESS = 500;

/** What it takes to come to a result. */
export interface Effort {
  readonly presses: number;
  readonly screens: number;
  readonly largePresses: number;
}

/** The same shopper in both sizes. */
interface Walk extends Effort {
  readonly run: Run;
  readonly large: Run;
}

const copy = (run: Run): Run => ({ ...run, answers: [...run.answers], cards: [...run.cards] });

/** How many answers a screen has in large size. */
function answersOn({ screen, question }: Run): number {
  if (screen === SCREEN_NOTICE) return 2;
  return screen === SCREEN_PICTURE ? 0 : optionCount(question);
}

/**
 * Presses keys in normal size, and in large size what chooses the same: each page of words and each answer before the
 * chosen one is passed by a press.
 *
 * @param option   the answer; undefined where there is nothing to choose
 * @param countWordPages   on how many pages a screen's words stand in large size
 */
function go(
  walk: Walk,
  keys: readonly number[],
  option: number | undefined,
  countWordPages: (run: Run) => number,
): Walk {
  const [run, large] = [copy(walk.run), copy(walk.large)];
  for (const key of keys) press(run, key);
  const isAt = (at: Run) => at.screen === walk.large.screen && at.question === walk.large.question;
  let largePresses = walk.largePresses;
  large.wordPages = countWordPages(large);
  large.pages = large.wordPages + answersOn(large);
  while (isAt(large)) {
    if (largePresses > PRESSES_ENDLESS) throw new Error(`Screen ${large.screen} is never left in large size`);
    pressLarge(
      large,
      option !== undefined && large.step === large.wordPages + option ? KEY_CHOOSE : KEY_NEXT,
    );
    largePresses++;
  }
  if (run.screen !== large.screen || run.answers.join() !== large.answers.join())
    throw new Error('The two sizes came to different screens');
  return {
    run,
    large,
    presses: walk.presses + keys.length,
    screens: walk.screens + keys.length,
    largePresses,
  };
}

/** Every way through a check of knee and shoes without a red flag, from the attract screen to the first card. */
export function measureEfforts(): Effort[] {
  const fonts = FONTS.map(buildFont);
  const largeFont = fonts[FONTS.indexOf(QUESTION_FONT)];
  if (!largeFont) throw new Error('There is no font for large size');
  const texts = layOutTexts(LANGUAGE, textList(LANGUAGE), fonts);
  const known = new Map<string, number>();
  const countWordPages = ({ screen, question }: Run): number => {
    if (screen === SCREEN_PICTURE) return 1;
    const words = texts[screen === SCREEN_NOTICE ? UI_NOTICE : TEXT_QUESTION + question] ?? '';
    const pages = known.get(words) ?? pagesOf(words, (line) => 2 * measureWidthPx(largeFont, line)).length;
    known.set(words, pages);
    return pages;
  };
  const efforts: Effort[] = [];
  const walkOn = (walk: Walk): void => {
    const { screen, question } = walk.run;
    if (screen === SCREEN_RESULT) efforts.push(walk);
    else if (screen === SCREEN_CHECKLIST) walkOn(go(walk, [3, 3], RF_NONE, countWordPages));
    else if (screen === SCREEN_QUESTION)
      for (let option = 0; option < optionCount(question); option++) {
        const turns = new Array<number>(Math.floor(option / ANSWERS_A_PAGE)).fill(4);
        walkOn(go(walk, [...turns, 1 + (option % ANSWERS_A_PAGE)], option, countWordPages));
      }
    else if (screen === SCREEN_PICTURE) walkOn(go(walk, [3], undefined, countWordPages));
    else throw new Error(`A check without red flags came to screen ${screen}`);
  };
  const large = newRun(0);
  press(large, KEY_SIZE);
  const start = { run: newRun(0), large, presses: 0, screens: 1, largePresses: 1 };
  const noticed = go(start, [1], 0, countWordPages);
  if (noticed.run.screen !== SCREEN_NOTICE) throw new Error('The attract screen does not lead to the notice');
  walkOn(go(noticed, [3], 0, countWordPages));
  return efforts;
}

function describe(
  what: string,
  values: readonly number[],
  limits: readonly number[],
  unit: string,
): Figure[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [
    { name: 'most', value: sorted.at(-1) ?? 0, limit: limits[0] },
    { name: 'median', value: sorted[sorted.length >> 1] ?? 0, limit: limits[1] },
  ].map(({ name, value, limit }) => ({
    what: `${what}, ${name}`,
    value,
    unit,
    note: `of ${values.length} ways through a check`,
    ...(limit === undefined ? {} : { limit }),
  }));
}

/** Presses and screens from the attract screen to the result of a check of knee and shoes without a red flag. */
export const stopWatchPart: Part = {
  name: 'Presses to a result, knee and shoes, no red flag',
  missing: () => undefined,
  measure: async () => {
    const efforts = measureEfforts();
    return [
      ...describe(
        'normal size',
        efforts.map(({ presses }) => presses),
        [MOST_PRESSES, MEDIAN_PRESSES],
        'presses',
      ),
      ...describe(
        'normal size',
        efforts.map(({ screens }) => screens),
        [],
        'screens',
      ),
      ...describe(
        `large size, ${LANGUAGE}`,
        efforts.map(({ largePresses }) => largePresses),
        [],
        'presses',
      ),
    ];
  },
};
