import { buildFont, FONTS, measureWidthPx, QUESTION_FONT } from '../../firmware/build/fonts';
import { layOutTexts } from '../../firmware/build/texts';
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
import { optionCount, Q_PATH, RF_NONE } from '../../shared/check/questions';
import { TEXT_QUESTION, UI_NOTICE } from '../../shared/wording/keys';
import { textList } from '../../shared/wording/texts';
import type { Figure, Part } from './part';

const ANSWERS_A_PAGE = 3;
const MOST_PRESSES = 20;
const MEDIAN_PRESSES = 16;
const LANGUAGE = 'en';

/** What it takes to come to a result. */
export interface Effort {
  readonly presses: number;
  readonly screens: number;
  readonly largePresses: number;
}

type Walk = Effort & { readonly run: Run };

/** Presses keys in normal size and adds what `large` more presses the same would take in large size. */
function go(walk: Walk, keys: readonly number[], large: number): Walk {
  const run = { ...walk.run, answers: [...walk.run.answers], cards: [...walk.run.cards] };
  for (const key of keys) press(run, key);
  return {
    run,
    presses: walk.presses + keys.length,
    screens: walk.screens + keys.length,
    largePresses: walk.largePresses + large,
  };
}

/**
 * Every way through a check of knee and shoes without a red flag, from the attract screen to the first card.
 *
 * In large size each page of a question's words is passed by one press and each answer before the chosen one by
 * another; choosing is one more, and so is switching to large size.
 */
export function measureEfforts(): Effort[] {
  const fonts = FONTS.map(buildFont);
  const large = fonts[FONTS.indexOf(QUESTION_FONT)];
  if (!large) throw new Error('There is no font for large size');
  const texts = layOutTexts(LANGUAGE, textList(LANGUAGE), fonts);
  const pages = (text: number): number =>
    pagesOf(texts[text] ?? '', (line) => 2 * measureWidthPx(large, line)).length;
  const efforts: Effort[] = [];
  const walkOn = (walk: Walk): void => {
    const { screen, question } = walk.run;
    if (screen === SCREEN_RESULT) efforts.push(walk);
    else if (screen === SCREEN_CHECKLIST)
      walkOn(go(walk, [3, 3], pages(TEXT_QUESTION + question) + RF_NONE + 1));
    else if (screen === SCREEN_QUESTION)
      for (let option = 0; option < optionCount(question); option++) {
        const turns = new Array<number>(Math.floor(option / ANSWERS_A_PAGE)).fill(4);
        const keys = [...turns, 1 + (option % ANSWERS_A_PAGE)];
        walkOn(go(walk, keys, pages(TEXT_QUESTION + question) + option + 1));
      }
    else if (screen === SCREEN_PICTURE) walkOn(go(walk, [3], 1));
    else throw new Error(`A check without red flags came to screen ${screen}`);
  };
  const start = { run: newRun(0), presses: 0, screens: 1, largePresses: 1 };
  const noticed = go(start, [1], pages(TEXT_QUESTION + Q_PATH) + 1);
  if (noticed.run.screen !== SCREEN_NOTICE) throw new Error('The attract screen does not lead to the notice');
  walkOn(go(noticed, [3], pages(UI_NOTICE) + 1));
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
