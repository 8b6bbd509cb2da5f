import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EVENT_ENDED,
  EVENT_FINISHED,
  EVENT_LEFT,
  EVENT_NONE,
  EVENT_STAFF,
  EVENT_STARTED,
  EVENT_UNDER_18,
  KEY_BACK,
  KEY_WIPE,
  press,
} from '../../firmware/flow/press';
import {
  newRun,
  RULE_INSTABILITY_URGENT,
  RULE_SIGNPOSTING,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
  SCREEN_STAFF,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
  wipe,
} from '../../firmware/flow/run';
import { outcome } from '../../shared/check/outcome';
import {
  isAsked,
  NOT_ANSWERED,
  Q_BEH,
  Q_DUR,
  Q_FOOT,
  Q_PAIR,
  Q_RF1,
  Q_RF2,
  QUESTION_COUNT,
  RF_NONE,
} from '../../shared/check/questions';
import {
  TEXT_PATTERN_CARD,
  TEXT_REFERRAL_CARD,
  TEXT_SHOE_CARD,
  TEXT_STAFF_CARD,
} from '../../shared/wording/keys';

function pressAll(run: Run, keys: readonly number[]): number[] {
  return keys.map((key) => press(run, key));
}

/** From the attract screen to the first question after both checklists, no sign. */
const TO_DUR = [1, 3, 3, 3, 3, 3];
/** The whole knee path: under two weeks, front, stairs, jump, under 3 months, under 5 miles, the picture, no wear. */
const TO_RESULT = [...TO_DUR, 1, 1, 1, 1, 1, 1, 3, 1];

test('the knee path shows its result after its last answer and counts it once', () => {
  const run = newRun(0);
  const events = pressAll(run, TO_RESULT);
  expect(events[0]).toBe(EVENT_STARTED);
  expect(events.at(-1)).toBe(EVENT_FINISHED);
  expect(run.screen).toBe(SCREEN_RESULT);
  expect(run.cards[0]).toBe(TEXT_PATTERN_CARD);
});

test('one press on each page of a red-flag checklist is the only way past it', () => {
  const run = newRun(0);
  pressAll(run, [1, 3]);
  const seen: string[] = [];
  for (let i = 0; i < 4; i++) {
    seen.push(`${run.screen} ${run.question} ${run.page}`);
    press(run, 3);
  }
  expect(seen).toEqual([
    `${SCREEN_CHECKLIST} ${Q_RF1} 0`,
    `${SCREEN_CHECKLIST} ${Q_RF1} 1`,
    `${SCREEN_CHECKLIST} ${Q_RF2} 0`,
    `${SCREEN_CHECKLIST} ${Q_RF2} 1`,
  ]);
  expect(run.question).toBe(Q_DUR);
});

for (let sign = 0; sign < RF_NONE; sign++) {
  test(`rf1 sign ${sign} ends in its urgent card alone, offers no shoe check and tells staff to help first`, () => {
    const run = newRun(0);
    pressAll(run, sign < 3 ? [1, 3, 2, 1 + sign] : [1, 3, 3, 2, 1 + sign - 3]);
    expect(run.cards).toEqual([TEXT_REFERRAL_CARD + sign]);
    pressAll(run, [3, 3]);
    expect(run.screen).toBe(SCREEN_STAFF);
    expect(run.cards).toEqual([TEXT_STAFF_CARD + 4]);
    expect(press(run, 3)).toBe(EVENT_ENDED);
  });
}

test('a knee that gives way is referred soon, and today where the store says so, before any shoe question', () => {
  const soon = newRun(0);
  pressAll(soon, [1, 3, 3, 3, 2, 1]);
  expect(soon.question).toBe(Q_PAIR);
  const urgent = newRun(RULE_INSTABILITY_URGENT);
  expect(pressAll(urgent, [1, 3, 3, 3, 2, 1]).at(-1)).toBe(EVENT_FINISHED);
  expect(urgent.cards).toHaveLength(1);
  expect(urgent.answers[Q_PAIR]).toBe(NOT_ANSWERED);
});

test('signposting shows no pattern card', () => {
  const run = newRun(RULE_SIGNPOSTING);
  pressAll(run, TO_RESULT);
  expect(run.cards.length).toBeGreaterThan(1);
  for (const card of run.cards) expect(card).toBeGreaterThanOrEqual(TEXT_REFERRAL_CARD);
});

test('the third key at the notice is for people under 18: a card, then the end, nothing counted as left', () => {
  const run = newRun(0);
  expect(pressAll(run, [1, 2])[1]).toBe(EVENT_UNDER_18);
  expect(run.screen).toBe(SCREEN_UNDER_18);
  expect(press(run, 3)).toBe(EVENT_ENDED);
  expect(run.screen).toBe(SCREEN_ATTRACT);
});

test('leaving at the notice and at a question says where', () => {
  const atNotice = newRun(0);
  press(atNotice, 1);
  expect(press(atNotice, KEY_BACK)).toBe(EVENT_LEFT);
  const atDur = newRun(0);
  pressAll(atDur, TO_DUR);
  expect(press(atDur, KEY_WIPE)).toBe(EVENT_LEFT + 1 + Q_DUR);
});

test('who leaves at the question after the result has finished, and is not counted as gone before it', () => {
  const run = newRun(0);
  pressAll(run, TO_RESULT);
  for (let card = run.cards.length; card > 0; card--) press(run, 3);
  expect([run.screen, run.question]).toEqual([SCREEN_QUESTION, Q_FOOT]);
  expect(press(run, KEY_WIPE)).toBe(EVENT_ENDED);
});

test('going back and on again after the result does not finish the check twice', () => {
  const run = newRun(0);
  pressAll(run, TO_RESULT);
  pressAll(run, [4, 3]);
  expect(run.screen).toBe(SCREEN_QUESTION);
  expect(press(run, 2)).toBe(EVENT_NONE);
  expect(run.screen).toBe(SCREEN_RESULT);
});

test('staff cannot go back to the shopper’s result', () => {
  const run = newRun(0);
  pressAll(run, TO_RESULT);
  while (run.screen === SCREEN_RESULT) press(run, 3);
  pressAll(run, [4, 1]);
  expect(run.screen).toBe(SCREEN_HAND);
  press(run, 3);
  expect(run.screen).toBe(SCREEN_STAFF);
  expect(press(run, KEY_BACK)).toBe(EVENT_ENDED);
  expect(run.screen).toBe(SCREEN_ATTRACT);
});

test('the staff’s press is counted by its key and ends the run', () => {
  for (const key of [1, 2, 3]) {
    const run = newRun(0);
    pressAll(run, [...TO_RESULT]);
    while (run.screen === SCREEN_RESULT) press(run, 3);
    pressAll(run, [1, 3]);
    while (run.screen === SCREEN_STAFF) press(run, 3);
    expect(run.screen).toBe(SCREEN_STAFF_ASK);
    expect(press(run, key)).toBe(EVENT_STAFF + key - 1);
    expect(run.screen).toBe(SCREEN_ATTRACT);
  }
});

test('wiping a run forgets every answer and card', () => {
  const run = newRun(0);
  pressAll(run, TO_RESULT);
  wipe(run);
  expect(run.answers).toEqual(Array(QUESTION_COUNT).fill(NOT_ANSWERED));
  expect(run.cards).toEqual([]);
});

const anyKey = fc.integer({ min: 1, max: 5 });

test('whatever is pressed, only answers of asked questions remain and results follow from them', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (keys, rules) => {
      const run = newRun(rules);
      for (const key of keys) {
        press(run, key);
        if (run.screen === SCREEN_ATTRACT) wipe(run);
        for (let question = 0; question < QUESTION_COUNT; question++) {
          if (run.answers[question] !== NOT_ANSWERED) expect(isAsked(question, run.answers)).toBe(true);
        }
        if (run.screen === SCREEN_RESULT) {
          const hasSign = (run.answers[Q_RF1] ?? -1) >= 0 && run.answers[Q_RF1] !== RF_NONE;
          const found = outcome(
            run.answers,
            (rules & RULE_INSTABILITY_URGENT) > 0,
            (rules & RULE_SIGNPOSTING) > 0,
          );
          if (hasSign) expect(run.cards).toEqual([TEXT_REFERRAL_CARD + (run.answers[Q_RF1] ?? -1)]);
          else if (found.referral > 0) expect(run.cards[0]).toBe(TEXT_REFERRAL_CARD + found.card);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('one action back from any question drops its answer and leaves the ones before it', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 3, maxLength: 40 }), (keys) => {
      const run = newRun(0);
      for (const key of keys) {
        press(run, key);
        if (run.screen === SCREEN_ATTRACT) wipe(run);
      }
      const before = [...run.answers];
      const { screen, question } = run;
      press(run, KEY_BACK);
      if (screen !== SCREEN_QUESTION || question === Q_FOOT) return;
      expect(run.screen === SCREEN_NOTICE || run.question < question).toBe(true);
      for (let q = 1; q < QUESTION_COUNT; q++) {
        expect(run.answers[q]).toBe(
          run.screen !== SCREEN_NOTICE && q < run.question ? before[q] : NOT_ANSWERED,
        );
      }
    }),
    { numRuns: 3000 },
  );
});

test('after a yes on a checklist page the shopper names one of that page’s signs', () => {
  const run = newRun(0);
  pressAll(run, [1, 3, 3, 2]);
  expect(run.screen).toBe(SCREEN_WHICH);
  expect(press(run, 3)).toBe(EVENT_NONE);
  expect(run.screen).toBe(SCREEN_WHICH);
  press(run, 2);
  expect(run.answers[Q_RF1]).toBe(4);
});

test('shoes only asks nothing about pain', () => {
  const run = newRun(0);
  pressAll(run, [2, 3, 1, 1, 3, 1]);
  expect(run.screen).toBe(SCREEN_RESULT);
  expect(run.cards).toEqual([TEXT_SHOE_CARD + 2]);
  for (const question of [Q_RF1, Q_RF2, Q_BEH]) expect(run.answers[question]).toBe(NOT_ANSWERED);
});
