import { expect, test } from 'vitest';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { countCheck } from '../../companion/release/audit/count-check';
import { type KioskRules, walkChecks } from '../../companion/release/audit/walk-checks';
import { finishedCounters } from '../../firmware/flow/count';
import { RULE_INSTABILITY_URGENT, RULE_SIGNPOSTING, type Run, SCREEN_RESULT } from '../../firmware/flow/run';
import { type Answers, NOT_ANSWERED, Q_FOOT, QUESTION_COUNT } from '../../shared/check/questions';
import { TALLY_LANGUAGE } from '../../shared/tallies';

const everyRules: readonly KioskRules[] = [false, true].flatMap((isInstabilityUrgent) =>
  [false, true].map((isSignposting) => ({ isInstabilityUrgent, isSignposting })),
);
const nothing = (): Answers => new Array<number>(QUESTION_COUNT).fill(NOT_ANSWERED);
const byNumber = (counters: readonly number[]): string => [...counters].sort((a, b) => a - b).join();

function finishedRun(answers: Answers, rules: KioskRules): Run {
  return {
    screen: SCREEN_RESULT,
    question: 0,
    page: 0,
    answers,
    cards: [],
    referral: 0,
    confidence: 0,
    rules:
      (rules.isInstabilityUrgent ? RULE_INSTABILITY_URGENT : 0) +
      (rules.isSignposting ? RULE_SIGNPOSTING : 0),
    isCounted: true,
    isLarge: false,
    step: 0,
    wordPages: 0,
    pages: 0,
  };
}

test.each(everyRules)('the classes make every whole check, and no other, with %j', (rules) => {
  const { ending, goingOn, shoes } = classifyChecks(rules);
  const made = new Set(ending.map(({ counters }) => byNumber(counters)));
  for (const { counters } of goingOn) for (const half of shoes) made.add(byNumber([...counters, ...half]));
  const walked = new Set<string>();
  for (const answers of walkChecks(nothing(), rules, Q_FOOT)) {
    const { knee, shoes: half } = countCheck(answers, rules);
    walked.add(byNumber([...knee, ...half]));
  }
  expect(made.size).toBeGreaterThan(59_000);
  expect(made).toEqual(walked);
});

test.each(everyRules)('the audit counts every check as the kiosk does, with %j', (rules) => {
  let different = 0;
  for (const answers of walkChecks(nothing(), rules, Q_FOOT)) {
    const { knee, shoes } = countCheck(answers, rules);
    const onKiosk = finishedCounters(finishedRun(answers, rules), 0);
    if (byNumber([...knee, ...shoes, TALLY_LANGUAGE]) !== byNumber(onKiosk)) different++;
  }
  expect(different).toBe(0);
});
