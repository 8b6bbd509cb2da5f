import { optionCount, optionStart, Q_FOOT } from '../../../shared/check/questions';
import {
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_LEFT,
  TALLY_PLAY,
  TALLY_STAFF,
  TALLY_START,
  TALLY_TIME_OUT,
  TALLY_UNDER_18,
} from '../../../shared/tallies';
import type { CheckClasses, KneeClass } from './check-classes';
import { FIGURE_COUNT, FIGURE_FINISHED, FIGURE_STARTED, FIRST_LEFT_QUESTION } from './counting-model';

/** Choices by number that call for the same further choices. */
export interface ChoiceGroup {
  readonly first: number;
  readonly end: number;
  /** slots in which one more choice is made for each of these */
  readonly needs: readonly number[];
}

/** One thing that is chosen for each check or run: an answer path about the knee, a language, a time of day. */
export interface Slot {
  readonly groups: readonly ChoiceGroup[];
  /** nothing calls for it: it may be chosen any number of times */
  readonly isRoot: boolean;
}

/**
 * A counting model as choices: what a search for whole checks walks on. Whoever makes any number of choices in the
 * roots, and in each other slot as many as are called for, has counts that the counting model allows.
 */
export interface ChoiceModel {
  readonly figureCount: number;
  readonly slots: readonly Slot[];
  readonly choiceCount: number;
  /** the figures of a choice: from `starts[choice]` to `starts[choice + 1]` in `figures` */
  readonly starts: Int32Array;
  readonly figures: Uint8Array;
}

/** What a slot is made of: figures of its choices, group by group. */
export interface SlotPlan {
  readonly isRoot?: boolean;
  readonly groups: readonly {
    readonly choices: readonly (readonly number[])[];
    readonly needs?: readonly number[];
  }[];
}

/** Numbers the choices of all slots. A slot that is needed needs nothing itself. */
export function numberChoices(figureCount: number, plans: readonly SlotPlan[]): ChoiceModel {
  const all: (readonly number[])[] = [];
  const slots = plans.map(
    ({ isRoot = false, groups }): Slot => ({
      isRoot,
      groups: groups.map(({ choices, needs = [] }) => {
        const first = all.length;
        all.push(...choices);
        return { first, end: all.length, needs };
      }),
    }),
  );
  const starts = new Int32Array(all.length + 1);
  for (const [choice, figures] of all.entries()) starts[choice + 1] = (starts[choice] ?? 0) + figures.length;
  return { figureCount, slots, choiceCount: all.length, starts, figures: Uint8Array.from(all.flat()) };
}

const KNEE = 0;
const SHOES = 1;
const LANGUAGE = 2;
const SIZE = 3;
const FOOT = 4;
const STAFF = 5;
const NO_CHECK = 6;
const TIME_OUT = 7;
const START = 8;
const NOTHING: readonly number[] = [];

/** The same as `modelKiosk`, as choices. */
export function modelChoices({ ending, goingOn, shoes }: CheckClasses, isUnbroken: boolean): ChoiceModel {
  const each = (first: number, next: number, ...also: number[]): number[][] =>
    Array.from({ length: next - first }, (_, index) => [first + index, ...also]);
  const started = isUnbroken ? [START] : [];
  const halves = (classes: readonly KneeClass[], next: readonly number[]) =>
    [false, true].map((isUrgent) => ({
      choices: classes
        .filter((one) => one.isUrgent === isUrgent)
        .map(({ counters }) => [...counters, FIGURE_FINISHED]),
      needs: [...next, LANGUAGE, SIZE, ...started, ...(isUrgent && isUnbroken ? [] : [FOOT, STAFF])],
    }));
  const firstFoot = optionStart(Q_FOOT);
  const feet = each(firstFoot, firstFoot + optionCount(Q_FOOT));
  const plans: SlotPlan[] = [];
  plans[KNEE] = {
    isRoot: true,
    groups: [...halves(ending, []), ...halves(goingOn, [SHOES])].filter(({ choices }) => choices.length > 0),
  };
  plans[SHOES] = { groups: [{ choices: shoes }] };
  plans[LANGUAGE] = { groups: [{ choices: each(TALLY_LANGUAGE, TALLY_LARGE) }] };
  plans[SIZE] = { groups: [{ choices: [[TALLY_LARGE], NOTHING] }] };
  plans[FOOT] = { groups: [{ choices: isUnbroken ? feet : [...feet, NOTHING] }] };
  plans[STAFF] = { groups: [{ choices: [...each(TALLY_STAFF, TALLY_LEFT), NOTHING] }] };
  plans[NO_CHECK] = {
    isRoot: true,
    groups: [
      {
        choices: [[TALLY_LEFT], ...each(FIRST_LEFT_QUESTION, TALLY_TIME_OUT)],
        needs: [TIME_OUT, ...started],
      },
      { choices: [[TALLY_PLAY], [TALLY_UNDER_18]], needs: started },
    ],
  };
  plans[TIME_OUT] = { groups: [{ choices: [[TALLY_TIME_OUT], NOTHING] }] };
  plans[START] = {
    isRoot: !isUnbroken,
    groups: [{ choices: each(TALLY_START, TALLY_UNDER_18, FIGURE_STARTED) }],
  };
  return numberChoices(FIGURE_COUNT, plans);
}
