import { optionCount, optionStart, Q_DIST, Q_WEEK, QUESTION_COUNT } from '../../shared/check/questions';
import {
  TEXT_COUNT,
  TEXT_KM,
  TEXT_OPTION,
  TEXT_PATTERN,
  TEXT_QUESTION,
  UI_BACK,
  UI_FITTED,
  UI_LATER,
  UI_NO,
  UI_NOTICE,
  UI_STAFF_ASK,
  UI_UNDER_18,
} from '../../shared/wording/keys';

/** What stands between the texts of a block. */
const BETWEEN = '\t';
const KM_WEEK_TEXTS = 5;

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const options = (question: number): number[] =>
  range(TEXT_OPTION + optionStart(question), TEXT_OPTION + optionStart(question) + optionCount(question) - 1);

/**
 * The entries of a language's file, each with the numbers of its texts. What a screen shows together is one entry,
 * which the kiosk unpacks at once: a question with its answers; `week` and `dist` in kilometres; what is on nearly
 * every screen; the notice; what staff are asked. From there on each text is an entry of its own.
 */
const BLOCKS: readonly (readonly number[])[] = [
  ...range(0, QUESTION_COUNT - 1).map((question) => [TEXT_QUESTION + question, ...options(question)]),
  [
    TEXT_QUESTION + Q_WEEK,
    ...range(TEXT_KM, TEXT_KM + KM_WEEK_TEXTS - 1),
    ...options(Q_WEEK).slice(KM_WEEK_TEXTS),
  ],
  [TEXT_QUESTION + Q_DIST, ...range(TEXT_KM + KM_WEEK_TEXTS, UI_BACK - 1)],
  range(UI_BACK, UI_NO),
  range(UI_NOTICE, UI_UNDER_18),
  [UI_STAFF_ASK, UI_FITTED, UI_LATER, UI_NO],
  ...range(TEXT_PATTERN, TEXT_COUNT - 1).map((text) => [text]),
];

/** The entries of a language's file, from all texts in the order of their numbers. */
export function joinTexts(texts: readonly string[]): string[] {
  return BLOCKS.map((block) => block.map((number) => texts[number] ?? '').join(BETWEEN));
}

/** All texts in the order of their numbers, from the entries of a language's file. */
export function splitTexts(entries: readonly string[]): string[] {
  const texts: string[] = [];
  BLOCKS.forEach((block, entry) => {
    const parts = entries[entry]?.split(BETWEEN) ?? [];
    block.forEach((number, place) => {
      texts[number] = parts[place] ?? '';
    });
  });
  return texts;
}

/** How many entries a language's file has. */
export const ENTRY_COUNT = BLOCKS.length;
