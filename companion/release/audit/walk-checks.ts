import { type Answers, nextQuestion, optionCount, Q_RF2, RF2_CATCHES } from '../../../shared/check/questions';

/** The store settings that change which checks there are or what is counted of them. */
export interface KioskRules {
  readonly isInstabilityUrgent: boolean;
  readonly isSignposting: boolean;
}

/**
 * Every way in which a kiosk goes on from these answers, until the result or the first question from `end` on.
 *
 * The same array is handed out each time: copy it to keep it. `foot` comes after the result and is not among them.
 */
export function* walkChecks(answers: Answers, rules: KioskRules, end: number): Generator<Answers> {
  const question = nextQuestion(answers);
  if (question < 0 || question >= end || isOverEarly(answers, rules)) {
    yield answers;
    return;
  }
  const before = answers[question] as number;
  for (let option = 0; option < optionCount(question); option++) {
    answers[question] = option;
    yield* walkChecks(answers, rules, end);
  }
  answers[question] = before;
}

/** Whether the kiosk shows an urgent result at once, so that no question about shoes stands before it. */
export function isOverEarly(answers: Answers, rules: KioskRules): boolean {
  const rf2 = answers[Q_RF2] as number;
  return rules.isInstabilityUrgent && rf2 >= 0 && rf2 <= RF2_CATCHES;
}
