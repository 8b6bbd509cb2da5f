import type { ChoiceGroup, ChoiceModel, Slot } from '../audit/choice-model';
import { createSpanWork, OUTSIDE, type SpanState, type Wishes } from './span-work';

/** What is saved by floating point alone is nothing. */
const NOTHING = 1e-9;
/** More than all wishes together, less than a unit outside the limits. */
const LEAVES_LIMITS = 1e5;
/** A push is worth leaving a few limits, for a while. */
const PUSH = 3000;
const SOFT = 700;
const PUSHES = 3;

/** A search for made-up spans that changes one check or run at a time, so that every state is one that kiosks can count. */
export interface SpanSearch {
  readonly wishes: Wishes;
  /** Takes up a span, which is changed in place; once more whenever wishes have changed. */
  open(state: SpanState): void;
  /** Makes what is outside its limits cost more, until the next span is taken up: a way out where a sweep changes nothing. */
  insist(): void;
  /** Makes every choice anew for the best, and more or fewer of them. @returns whether anything changed */
  sweep(): boolean;
  /** Brings a figure one up or down without leaving the limits or the firm ones. @returns whether that was possible */
  step(figure: number, by: 1 | -1): boolean;
  /**
   * The same by any number of changes, limits left in between. @returns whether that was possible; else the state is
   * spoilt
   */
  push(figure: number, by: 1 | -1): boolean;
  /** How far figures are outside their limits, all together. */
  distance(): number;
  /** Every change since the span was taken up. Each alone leads from what kiosks can count to what they can count. */
  readonly moves: readonly Move[];
}

/** Choices that are made once more (1) or once less (-1), together. */
export type Move = readonly (readonly [choice: number, by: 1 | -1])[];

interface Target {
  readonly group: ChoiceGroup;
  readonly choice: number;
  readonly cost: number;
}

export function createSpanSearch(model: ChoiceModel): SpanSearch {
  const { slots } = model;
  const work = createSpanWork(model);
  const { up, down } = work;
  const { slotOf, choicesOf } = findSlots(model);
  const moves: Move[] = [];
  let move: (readonly [number, 1 | -1])[] = [];

  function change(choice: number, by: 1 | -1): void {
    work.change(choice, by);
    move.push([choice, by]);
  }
  function finish(): true {
    moves.push(move);
    move = [];
    return true;
  }

  const leafOf = (slot: number): ChoiceGroup => slots[slot]?.groups[0] as ChoiceGroup;
  function needsCost(
    needs: readonly number[],
    except: readonly number[],
    find: 'bestToAdd' | 'bestToRemove',
  ): number {
    let total = 0;
    for (const slot of needs) if (!except.includes(slot)) total += work[find](leafOf(slot)).cost;
    return total;
  }
  function follow(needs: readonly number[], except: readonly number[], by: 1 | -1): void {
    for (const slot of needs) {
      if (except.includes(slot)) continue;
      const leaf = leafOf(slot);
      change((by > 0 ? work.bestToAdd(leaf) : work.bestToRemove(leaf)).choice, by);
    }
  }

  /** The best to put in the place of a choice of a group that was just taken away; undefined unless it costs less. */
  function findInstead(
    { groups }: Slot,
    from: ChoiceGroup,
    most: number,
    among?: readonly Int32Array[],
  ): Target | undefined {
    let found: Target | undefined;
    for (const [index, group] of groups.entries()) {
      const { choice, cost } = work.bestToAdd(group, among?.[index]);
      const least = found?.cost ?? most;
      if (choice < 0 || (group !== from && cost >= least + NEEDS_SAVE_AT_MOST)) continue;
      const whole =
        group === from
          ? cost
          : cost +
            needsCost(group.needs, from.needs, 'bestToAdd') +
            needsCost(from.needs, group.needs, 'bestToRemove');
      if (whole < least - NOTHING) found = { group, choice, cost: whole };
    }
    return found;
  }
  function put({ group, choice }: Target, from: ChoiceGroup): void {
    change(choice, 1);
    if (group === from) return;
    follow(from.needs, group.needs, -1);
    follow(group.needs, from.needs, 1);
  }
  /** Makes one choice of this kind anew, if that saves more than so much. */
  function replace(slot: Slot, from: ChoiceGroup, old: number, among?: readonly Int32Array[], slack = 0) {
    const removing = slack > 0 ? work.costOf(down, old) : 0;
    change(old, -1);
    const most = slack > 0 ? slack - removing : work.costOf(up, old);
    const target = findInstead(slot, from, most, among);
    if (target) {
      put(target, from);
      return finish();
    }
    work.change(old, 1);
    move = [];
    return false;
  }
  /** Makes one more choice in a root, if that saves more than so much. */
  function grow({ groups }: Slot, among?: readonly Int32Array[], slack = 0): boolean {
    let found: Target | undefined;
    for (const [index, group] of groups.entries()) {
      const { choice, cost } = work.bestToAdd(group, among?.[index]);
      const whole = cost + needsCost(group.needs, [], 'bestToAdd');
      if (choice >= 0 && whole < (found?.cost ?? slack) - NOTHING) found = { group, choice, cost: whole };
    }
    if (!found) return false;
    change(found.choice, 1);
    follow(found.group.needs, [], 1);
    return finish();
  }
  function shrink({ groups }: Slot): boolean {
    let found: Target | undefined;
    for (const group of groups) {
      const { choice, cost } = work.bestToRemove(group);
      const whole = cost + needsCost(group.needs, [], 'bestToRemove');
      if (choice >= 0 && whole < (found?.cost ?? 0) - NOTHING) found = { group, choice, cost: whole };
    }
    if (!found) return false;
    change(found.choice, -1);
    follow(found.group.needs, [], -1);
    return finish();
  }

  function sweep(): boolean {
    let isChanged = false;
    for (const slot of slots) {
      while (slot.isRoot && (shrink(slot) || grow(slot))) isChanged = true;
      for (const group of slot.groups)
        for (let choice = group.first; choice < group.end; choice++)
          while (work.timesOf(choice) > 0 && replace(slot, group, choice)) isChanged = true;
    }
    return isChanged;
  }

  return {
    wishes: work.wishes,
    moves,
    open(state) {
      moves.length = 0;
      work.open(state);
    },
    distance: work.distance,
    insist: work.insist,
    sweep,
    push(figure, by) {
      const { wishes } = work;
      const { target, weight } = wishes;
      const before = { target: target[figure] as number, weight: weight[figure] as number };
      const wanted = work.countOf(figure) + by;
      target[figure] = wanted;
      weight[figure] = PUSH;
      wishes.outside = SOFT;
      work.reopen();
      let isThere = false;
      for (let tries = 0; tries < PUSHES && !isThere; tries++) {
        const isChanged = sweep();
        isThere = work.distance() === 0 && work.countOf(figure) === wanted;
        if (!isChanged) break;
      }
      target[figure] = before.target;
      weight[figure] = before.weight;
      wishes.outside = OUTSIDE;
      work.reopen();
      return isThere;
    },
    step(figure, by) {
      const slot = slots[slotOf[figure] as number];
      const named = choicesOf[figure];
      if (!slot || !named) return false;
      const [including, excluding] = named;
      for (const [index, group] of slot.groups.entries()) {
        for (const old of (by > 0 ? excluding : including)[index] as Int32Array)
          if (
            work.timesOf(old) > 0 &&
            replace(slot, group, old, by > 0 ? including : excluding, LEAVES_LIMITS)
          )
            return true;
      }
      return by > 0 && slot.isRoot && grow(slot, including, LEAVES_LIMITS);
    },
  };
}

/** A choice that costs this much more than another may still be made up for by what it calls for. */
const NEEDS_SAVE_AT_MOST = 1e9;

/** The slot of each figure, and its choices group by group: those that name it and those that do not. */
function findSlots({ figureCount, slots, starts, figures }: ChoiceModel) {
  const slotOf = new Int32Array(figureCount).fill(-1);
  const choicesOf: (readonly [Int32Array[], Int32Array[]] | undefined)[] = new Array(figureCount);
  for (const [slot, { groups }] of slots.entries()) {
    const namesOf = (choice: number): Uint8Array => figures.subarray(starts[choice], starts[choice + 1]);
    const all = new Set(
      groups.flatMap(({ first, end }) => [...figures.subarray(starts[first], starts[end])]),
    );
    for (const figure of all) {
      const pick = (isNamed: boolean): Int32Array[] =>
        groups.map(({ first, end }) =>
          Int32Array.from({ length: end - first }, (_, index) => first + index).filter(
            (choice) => namesOf(choice).includes(figure) === isNamed,
          ),
        );
      slotOf[figure] = slot;
      choicesOf[figure] = [pick(true), pick(false)];
    }
  }
  return { slotOf, choicesOf };
}
