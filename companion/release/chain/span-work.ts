import type { ChoiceGroup, ChoiceModel } from '../audit/choice-model';

/** The choices of one made-up span, and what they add up to. */
export interface SpanState {
  /** how often each choice was made */
  readonly times: Uint16Array;
  /** by figure */
  readonly counts: Int32Array;
}

/** What a search is after, by figure. */
export interface Wishes {
  /** never to be left once inside */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** to be left only for the limits' sake */
  readonly firmLow: Int32Array;
  readonly firmHigh: Int32Array;
  readonly target: Float64Array;
  /** how much the distance from the target, squared, matters */
  readonly weight: Float64Array;
  /** what a unit outside the limits costs */
  outside: number;
}

/** What a unit outside the limits costs, and outside the firm ones; wishes together cost less. */
export const OUTSIDE = 1e6;
const FIRM = 300;
/** A figure that nearly every choice of its slot names is hard to bring back later. */
const SHARED = 50;
const INSIST = 3;
const NEVER = 1e12;

/** One span on the workbench: its state, and what one unit more or less of each figure would cost. */
export interface SpanWork {
  readonly wishes: Wishes;
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** Takes up a span, which is changed in place; once more whenever wishes have changed. */
  open(state: SpanState): void;
  /** The same span, after wishes have changed. */
  reopen(): void;
  /** Makes what is outside its limits cost more, until the next span is taken up. */
  insist(): void;
  timesOf(choice: number): number;
  countOf(figure: number): number;
  change(choice: number, by: 1 | -1): void;
  /** What a choice costs, by `up` or `down`. */
  costOf(costs: Float64Array, choice: number): number;
  /** The choice that is best to add, of all in a group or of those given, and its cost; -1 without any. */
  bestToAdd(group: ChoiceGroup, among?: Int32Array): Best;
  bestToRemove(group: ChoiceGroup): Best;
  /** How far figures are outside their limits, all together. */
  distance(): number;
}

/** Overwritten by the next question. */
export interface Best {
  choice: number;
  cost: number;
}

export function createSpanWork(model: ChoiceModel): SpanWork {
  const { figureCount, starts, figures } = model;
  const ints = (value: number): Int32Array => new Int32Array(figureCount).fill(value);
  const wishes: Wishes = {
    low: ints(0),
    high: ints(0),
    firmLow: ints(0),
    firmHigh: ints(0),
    target: new Float64Array(figureCount),
    weight: new Float64Array(figureCount),
    outside: OUTSIDE,
  };
  const { low, high, firmLow, firmHigh, target, weight } = wishes;
  const hardAtFirst = weighFigures(model);
  const hard = hardAtFirst.slice();
  const up = new Float64Array(figureCount);
  const down = new Float64Array(figureCount);
  const best: Best = { choice: -1, cost: 0 };
  let times = new Uint16Array(0);
  let counts = new Int32Array(0);
  let outside = 0;

  const far = (count: number, from: Int32Array, to: Int32Array, figure: number): number =>
    Math.max(0, (from[figure] as number) - count, count - (to[figure] as number));

  function cost(figure: number, count: number): number {
    const off = count - (target[figure] as number);
    return (
      wishes.outside * (hard[figure] as number) * far(count, low, high, figure) +
      FIRM * far(count, firmLow, firmHigh, figure) +
      (weight[figure] as number) * off * off
    );
  }

  function refresh(figure: number): void {
    const count = counts[figure] as number;
    const now = cost(figure, count);
    up[figure] = cost(figure, count + 1) - now;
    down[figure] = count === 0 ? NEVER : cost(figure, count - 1) - now;
  }

  function reopen(): void {
    outside = 0;
    for (let figure = 0; figure < figureCount; figure++) {
      refresh(figure);
      outside += far(counts[figure] as number, low, high, figure);
    }
  }

  function costOf(costs: Float64Array, choice: number): number {
    let total = 0;
    for (let at = starts[choice] as number; at < (starts[choice + 1] as number); at++)
      total += costs[figures[at] as number] as number;
    return total;
  }

  return {
    wishes,
    up,
    down,
    open(state) {
      times = state.times as Uint16Array<ArrayBuffer>;
      counts = state.counts as Int32Array<ArrayBuffer>;
      hard.set(hardAtFirst);
      reopen();
    },
    reopen,
    insist() {
      for (let figure = 0; figure < figureCount; figure++)
        if (far(counts[figure] as number, low, high, figure) > 0)
          hard[figure] = INSIST * (hard[figure] as number);
      reopen();
    },
    timesOf: (choice) => times[choice] as number,
    countOf: (figure) => counts[figure] as number,
    change(choice, by) {
      times[choice] = (times[choice] as number) + by;
      for (let at = starts[choice] as number; at < (starts[choice + 1] as number); at++) {
        const figure = figures[at] as number;
        const before = counts[figure] as number;
        counts[figure] = before + by;
        outside += far(before + by, low, high, figure) - far(before, low, high, figure);
        refresh(figure);
      }
    },
    costOf,
    bestToAdd({ first, end }, among) {
      best.choice = -1;
      best.cost = Number.POSITIVE_INFINITY;
      for (let index = among ? 0 : first; index < (among ? among.length : end); index++) {
        const choice = among ? (among[index] as number) : index;
        const cost = costOf(up, choice);
        if (cost >= best.cost) continue;
        best.cost = cost;
        best.choice = choice;
      }
      return best;
    },
    bestToRemove({ first, end }) {
      best.choice = -1;
      best.cost = Number.POSITIVE_INFINITY;
      for (let choice = first; choice < end; choice++) {
        if (times[choice] === 0) continue;
        const cost = costOf(down, choice);
        if (cost >= best.cost) continue;
        best.cost = cost;
        best.choice = choice;
      }
      return best;
    },
    distance: () => outside,
  };
}

function weighFigures({ figureCount, slots, starts, figures }: ChoiceModel): Float64Array {
  const hard = new Float64Array(figureCount).fill(1);
  for (const { groups } of slots) {
    const share = SHARED / groups.reduce((sum, { first, end }) => sum + end - first, 0);
    for (const { first, end } of groups)
      for (let at = starts[first] as number; at < (starts[end] as number); at++) {
        const figure = figures[at] as number;
        hard[figure] = (hard[figure] as number) + share;
      }
  }
  return hard;
}
