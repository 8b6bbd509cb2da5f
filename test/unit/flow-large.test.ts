import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishedCounters } from '../../firmware/flow/count';
import { pressLarge } from '../../firmware/flow/large';
import { EVENT_ENDED, EVENT_FINISHED, EVENT_SIZE, KEY_WIPE, press } from '../../firmware/flow/press';
import {
  newRun,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
  SCREEN_STAFF_ASK,
  wipe,
} from '../../firmware/flow/run';
import { isAsked, NOT_ANSWERED, optionCount, Q_RF1, Q_RF2, RF_NONE } from '../../shared/check/questions';
import { TALLY_LARGE } from '../../shared/tallies';

const PREVIOUS = 1;
const NEXT = 2;
const CHOOSE = 3;
const BACK = 4;

function answersOn({ screen, question }: Run): number {
  if (screen === SCREEN_NOTICE) return 2;
  if (screen === SCREEN_STAFF_ASK) return 3;
  return screen > SCREEN_CHECKLIST ? 0 : optionCount(question);
}

/** What drawing does: counts the pages of words, and stays among the pages. */
function lay(run: Run, wordPages = 2): void {
  run.wordPages = wordPages;
  run.pages = wordPages + answersOn(run);
  run.step = Math.min(run.step, run.pages - 1);
}

function step(run: Run, key: number): number {
  const event = pressLarge(run, key);
  lay(run);
  return event;
}

/** A run in large size at its first page. */
function newLargeRun(): Run {
  const run = newRun(0);
  expect(press(run, BACK)).toBe(EVENT_SIZE);
  lay(run);
  return run;
}

/** Walks to an answer of the present screen and chooses it. */
function choose(run: Run, option: number): number {
  while (run.step < run.wordPages + option) step(run, NEXT);
  return step(run, CHOOSE);
}

/** From the attract screen to the first red flags. */
function toChecklist(run: Run): void {
  choose(run, 0);
  choose(run, 0);
  expect([run.screen, run.question]).toEqual([SCREEN_CHECKLIST, Q_RF1]);
}

test('one press on the attract screen makes everything large, another one normal; a new run starts in the store’s size', () => {
  const run = newLargeRun();
  expect(run.isLarge).toBe(true);
  expect(step(run, BACK)).toBe(EVENT_SIZE);
  expect(run.isLarge).toBe(false);
  run.isLarge = true;
  wipe(run);
  expect(run.isLarge).toBe(false);
  run.rules = 4;
  wipe(run);
  expect(run.isLarge).toBe(true);
});

test('no word of a question can be chosen, and the walk ends at its last answer', () => {
  const run = newLargeRun();
  step(run, CHOOSE);
  expect([run.screen, run.step]).toEqual([SCREEN_ATTRACT, 0]);
  for (let i = 0; i < 20; i++) step(run, NEXT);
  expect(run.step).toBe(run.pages - 1);
  for (let i = 0; i < 20; i++) step(run, PREVIOUS);
  expect(run.step).toBe(0);
});

for (let sign = 0; sign < RF_NONE; sign++) {
  test(`a yes to sign ${sign} of either checklist is that sign`, () => {
    const run = newLargeRun();
    toChecklist(run);
    choose(run, sign);
    expect(run.answers[Q_RF1]).toBe(sign);
    const soon = newLargeRun();
    toChecklist(soon);
    choose(soon, RF_NONE);
    choose(soon, sign);
    expect(soon.answers[Q_RF2]).toBe(sign);
  });
}

test('the key for people under 18 is the notice’s second answer', () => {
  const run = newLargeRun();
  choose(run, 0);
  choose(run, 1);
  while (run.screen !== SCREEN_ATTRACT) step(run, NEXT);
  expect(run.answers[Q_RF1]).toBe(NOT_ANSWERED);
});

test('from the first page of a card the walk goes back to the last page of the card before', () => {
  const run = newLargeRun();
  toChecklist(run);
  choose(run, RF_NONE);
  choose(run, RF_NONE);
  while (run.screen !== SCREEN_RESULT) {
    while (run.screen === SCREEN_PICTURE) step(run, NEXT);
    choose(run, 0);
  }
  step(run, NEXT);
  step(run, NEXT);
  expect([run.page, run.step]).toEqual([1, 0]);
  step(run, PREVIOUS);
  expect([run.page, run.step]).toEqual([0, 1]);
});

const walkKey = fc.constantFrom(PREVIOUS, NEXT, CHOOSE, NEXT, NEXT, BACK);

test('"none of these" of a checklist follows only after each of its signs was on the screen', () => {
  fc.assert(
    fc.property(fc.array(walkKey, { maxLength: 200 }), fc.integer({ min: 1, max: 3 }), (keys, wordPages) => {
      const run = newLargeRun();
      let seen = new Set<number>();
      for (const key of keys) {
        const { question, screen } = run;
        const wasAsked = screen === SCREEN_CHECKLIST ? question : -1;
        pressLarge(run, key);
        if (wasAsked >= 0 && run.answers[wasAsked] === RF_NONE) expect(seen.size).toBe(RF_NONE);
        if (run.screen === SCREEN_ATTRACT && screen !== SCREEN_ATTRACT) wipe(run);
        if (!run.isLarge) run.isLarge = true;
        lay(run, wordPages);
        if (run.question !== question || run.screen !== screen) seen = new Set();
        const sign = run.step - run.wordPages;
        if (run.screen === SCREEN_CHECKLIST && sign >= 0 && sign < RF_NONE) seen.add(sign);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the same answers come to the same counts in both sizes, but for the counter of large size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: 13, maxLength: 13 }),
      fc.integer({ min: 0, max: 3 }),
      (wishes, rules) => {
        const [normal, large] = [newRun(0), newLargeRun()];
        normal.rules = large.rules = rules;
        press(normal, 1 + ((wishes[0] ?? 0) % 2));
        press(normal, 3);
        choose(large, (wishes[0] ?? 0) % 2);
        choose(large, 0);
        for (let i = 0; i < 20 && large.screen !== SCREEN_RESULT; i++) {
          const option = (wishes[large.question] ?? 0) % optionCount(large.question);
          if (large.screen === SCREEN_PICTURE) {
            press(normal, 3);
            while (large.screen === SCREEN_PICTURE) step(large, NEXT);
          }
          expect([normal.screen, normal.question]).toEqual([large.screen, large.question]);
          pressNormal(normal, option);
          choose(large, option);
        }
        expect(normal.answers).toEqual(large.answers);
        expect(normal.cards).toEqual(large.cards);
        const counted = finishedCounters(large, 2).filter((counter) => counter !== TALLY_LARGE);
        expect(counted).toEqual(finishedCounters(normal, 2));
        expect(finishedCounters(large, 2)).toContain(TALLY_LARGE);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Chooses an option of a question or checklist with the keys of normal size. */
function pressNormal(run: Run, option: number): void {
  if (run.screen === SCREEN_QUESTION) {
    for (let page = 0; page < Math.floor(option / 3); page++) press(run, 4);
  } else {
    if (option > 2) press(run, 3);
    if (option < RF_NONE) press(run, 2);
  }
  press(run, 1 + (option % 3));
}

test('every state has a way back to the attract screen, and only answers of asked questions remain', () => {
  fc.assert(
    fc.property(fc.array(walkKey, { maxLength: 120 }), (keys) => {
      const run = newLargeRun();
      for (const key of keys) {
        const event = step(run, key);
        if (event >= EVENT_ENDED) wipe(run);
        run.isLarge = true;
        run.answers.forEach((answer, question) => {
          if (answer !== NOT_ANSWERED) expect(isAsked(question, run.answers)).toBe(true);
        });
      }
      const wiped = { ...run, answers: [...run.answers], cards: [...run.cards] };
      pressLarge(wiped, KEY_WIPE);
      expect(wiped.screen).toBe(SCREEN_ATTRACT);
      let backs = 0;
      while (run.screen !== SCREEN_ATTRACT && backs++ < 60) step(run, BACK);
      expect(run.screen).toBe(SCREEN_ATTRACT);
    }),
    { numRuns: 1000 },
  );
});

test('a run in large size is finished once', () => {
  const run = newLargeRun();
  toChecklist(run);
  expect(choose(run, 0)).toBe(EVENT_FINISHED);
  step(run, BACK);
  expect(choose(run, 0)).not.toBe(EVENT_FINISHED);
});
