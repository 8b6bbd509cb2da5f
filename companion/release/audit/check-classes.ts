import { NOT_ANSWERED, nextQuestion, Q_FOOT, Q_PAIR, QUESTION_COUNT } from '../../../shared/check/questions';
import { type CountedCheck, countCheck } from './count-check';
import { isOverEarly, type KioskRules, walkChecks } from './walk-checks';

/** Knee halves of checks that the counters cannot tell apart. */
export interface KneeClass {
  readonly counters: readonly number[];
  /** an urgent result: neither a foot answer nor a staff outcome follows */
  readonly isUrgent: boolean;
}

/**
 * All answer paths of a check, cut between knee and shoes and merged as far as the counters cannot tell them apart.
 *
 * Any knee half that goes on is followed by any shoe half. So many of one and as many of the other make that many
 * checks, and all possible counts come about so: 600 classes say what 60,000 paths say.
 */
export interface CheckClasses {
  /** they end with the result */
  readonly ending: readonly KneeClass[];
  /** they go on with the shoes; the path without a knee half is one of them */
  readonly goingOn: readonly KneeClass[];
  /** counters of the shoe halves */
  readonly shoes: readonly (readonly number[])[];
}

/** The classes of a kiosk that follows these rules. */
export function classifyChecks(rules: KioskRules): CheckClasses {
  const ending = new Map<string, KneeClass>();
  const goingOn = new Map<string, KneeClass>();
  const shoes = new Map<string, readonly number[]>();
  for (const answers of walkChecks(new Array<number>(QUESTION_COUNT).fill(NOT_ANSWERED), rules, Q_PAIR)) {
    const isEnd = nextQuestion(answers) < 0 || isOverEarly(answers, rules);
    const { knee, isUrgent }: CountedCheck = countCheck(answers, rules);
    (isEnd ? ending : goingOn).set(knee.join(), { counters: knee, isUrgent });
    if (isEnd || shoes.size > 0) continue;
    for (const whole of walkChecks([...answers], rules, Q_FOOT)) {
      const counters = countCheck(whole, rules).shoes;
      shoes.set(counters.join(), counters);
    }
  }
  return { ending: [...ending.values()], goingOn: [...goingOn.values()], shoes: [...shoes.values()] };
}
