import { expect, test } from 'vitest';
import { joinTexts, splitTexts } from '../../firmware/build/text-blocks';
import { optionCount, optionStart, Q_DIST, Q_WEEK, QUESTION_COUNT } from '../../shared/check/questions';
import { BLOCK_KM, BLOCK_NOTICE, BLOCK_STAFF_ASK } from '../../shared/wording/blocks';
import * as numbers from '../../shared/wording/keys';

const texts = Array.from({ length: numbers.TEXT_COUNT }, (_, number) => `text ${number}`);
const entries = joinTexts(texts).map((entry) => entry.split('\t'));
const textsFrom = (first: number, count: number): string[] => texts.slice(first, first + count);

test('a question is one entry with all its answers', () => {
  for (let question = 0; question < QUESTION_COUNT; question++)
    expect(entries[question]).toEqual([
      texts[question],
      ...textsFrom(numbers.TEXT_OPTION + optionStart(question), optionCount(question)),
    ]);
});

test('the questions about distance are there in kilometres too, with as many answers', () => {
  const week = entries[Q_WEEK + BLOCK_KM];
  expect(week).toEqual([texts[Q_WEEK], ...textsFrom(numbers.TEXT_KM, 5), entries[Q_WEEK]?.at(-1)]);
  expect(entries[Q_DIST + BLOCK_KM]).toEqual([texts[Q_DIST], ...textsFrom(numbers.TEXT_KM + 5, 3)]);
});

test('the notice comes with its labels, staff with their answers', () => {
  expect(entries[BLOCK_NOTICE]).toEqual(textsFrom(numbers.UI_NOTICE, 3));
  expect(entries[BLOCK_STAFF_ASK]?.[0]).toBe(texts[numbers.UI_STAFF_ASK]);
  expect(entries[BLOCK_STAFF_ASK]).toHaveLength(4);
});

test('every text comes out of the entries at its number', () => {
  expect(splitTexts(joinTexts(texts))).toEqual(texts);
});
