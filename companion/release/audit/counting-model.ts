import { optionCount, optionStart, Q_FOOT } from '../../../shared/check/questions';
import {
  TALLY_COUNT,
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_LEFT,
  TALLY_PLAY,
  TALLY_STAFF,
  TALLY_START,
  TALLY_TIME_OUT,
  TALLY_UNDER_18,
} from '../../../shared/tallies';
import type { CheckClasses } from './check-classes';

/** Published figures by number: the counters of shared/tallies, then two sums of them. */
export const FIGURE_FINISHED = TALLY_COUNT;
export const FIGURE_STARTED = TALLY_COUNT + 1;
export const FIGURE_COUNT = TALLY_COUNT + 2;

/**
 * How figures come about. Each kind of event happens a whole number of times, 0 or more, and adds 1 to each of its
 * figures each time, as often as it names it. In each equation the kinds on both sides happen equally often, taken together.
 */
export interface CountingModel {
  readonly figureCount: number;
  /** the figures of each kind */
  readonly kinds: readonly (readonly number[])[];
  readonly equations: readonly Equation[];
}

/** Kinds by number. */
export type Equation = readonly [left: readonly number[], right: readonly number[]];

// picking a path starts a run, so nobody leaves before
export const FIRST_LEFT_QUESTION = TALLY_LEFT + 2;

/**
 * How a kiosk counts: its checks, what comes after them, and the runs that come to nothing.
 *
 * @param isUnbroken nothing is lost to power cuts, and nobody goes back from a result to change an answer or to say
 *                   that they are under 18; otherwise that happens any number of times
 */
export function modelKiosk(classes: CheckClasses, isUnbroken: boolean): CountingModel {
  const kinds: (readonly number[])[] = [];
  const equations: Equation[] = [];
  const add = (figures: readonly number[]): number => kinds.push(figures) - 1;
  const addEach = (first: number, next: number, ...also: number[]): number[] =>
    Array.from({ length: next - first }, (_, index) => add([first + index, ...also]));
  const addUncounted = (): number => add([]);
  const addSum = (parts: readonly number[]): number => {
    const sum = addUncounted();
    equations.push([parts, [sum]]);
    return sum;
  };

  const ending = classes.ending.map(({ counters }) => add([...counters, FIGURE_FINISHED]));
  const goingOn = classes.goingOn.map(({ counters }) => add([...counters, FIGURE_FINISHED]));
  equations.push([goingOn, classes.shoes.map(add)]);
  const finished = addSum([...ending, ...goingOn]);
  equations.push([[finished], addEach(TALLY_LANGUAGE, TALLY_LARGE)]);
  equations.push([[finished], [add([TALLY_LARGE]), addUncounted()]]);

  const isUrgent = [...classes.ending, ...classes.goingOn].map((one) => one.isUrgent);
  const notUrgent = [...ending, ...goingOn].filter((_, index) => !isUrgent[index]);
  const askedOnwards = isUnbroken ? addSum(notUrgent) : finished;
  const firstFoot = optionStart(Q_FOOT);
  const feet = addEach(firstFoot, firstFoot + optionCount(Q_FOOT));
  equations.push([[askedOnwards], isUnbroken ? feet : [...feet, addUncounted()]]);
  // whoever walks off after the result leaves nothing to press for staff
  equations.push([[askedOnwards], [...addEach(TALLY_STAFF, TALLY_LEFT), addUncounted()]]);

  const left = addSum([add([TALLY_LEFT]), ...addEach(FIRST_LEFT_QUESTION, TALLY_TIME_OUT)]);
  equations.push([[left], [add([TALLY_TIME_OUT]), addUncounted()]]);
  const starts = addEach(TALLY_START, TALLY_UNDER_18, FIGURE_STARTED);
  const ends = [finished, left, add([TALLY_PLAY]), add([TALLY_UNDER_18])];
  if (!isUnbroken) {
    starts.push(addUncounted());
    ends.push(addUncounted());
  }
  equations.push([starts, ends]);
  return { figureCount: FIGURE_COUNT, kinds, equations };
}
