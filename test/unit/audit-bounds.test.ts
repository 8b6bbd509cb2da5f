import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { isContradiction } from '../../companion/release/audit/contradiction';
import type { CountingModel } from '../../companion/release/audit/counting-model';
import { judgeRanges } from '../../companion/release/audit/judge-ranges';
import { findRange, openBounds, type Range } from '../../companion/release/audit/linear-bounds';

const BAND = 3;
const highs = await loadHighs();

/**
 * A made-up check of two or three questions with two or three options; with some answers to the first, the second
 * is not asked. Its figures: the options, and all checks.
 */
const smallCheck = fc
  .record({
    options: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: 3 }),
    skips: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ options, skips }): CountingModel => {
    const starts = options.map((_, question) =>
      options.slice(0, question).reduce((sum, more) => sum + more, 0),
    );
    const figureCount = options.reduce((sum, more) => sum + more, 1);
    let kinds: number[][] = [[figureCount - 1]];
    for (const [question, count] of options.entries()) {
      kinds = kinds.flatMap((kind) =>
        question === 1 && kind.some((figure) => figure < skips)
          ? [kind]
          : Array.from({ length: count }, (_, option) => [...kind, (starts[question] ?? 0) + option]),
      );
    }
    return { figureCount, kinds, equations: [] };
  });

/** A small check, and counts that came about in it. */
const counted = smallCheck.chain((model) =>
  fc.record({
    model: fc.constant(model),
    happened: fc.array(fc.nat({ max: model.kinds.length - 1 }), { minLength: 1, maxLength: 7 }),
  }),
);

function publish({ figureCount, kinds }: CountingModel, happened: readonly number[]): Range[] {
  return Array.from({ length: figureCount }, (_, figure) => {
    const count = happened.filter((kind) => kinds[kind]?.includes(figure)).length;
    const low = count - (count % BAND);
    return { low, high: low + BAND - 1 };
  });
}

/** Every combination of figures that some whole numbers of events lead to, within the ranges. */
function tryEverything({ figureCount, kinds }: CountingModel, ranges: readonly Range[]): Set<number>[] {
  let reached = new Map([
    [new Array<number>(figureCount).fill(0).join(), new Array<number>(figureCount).fill(0)],
  ]);
  for (const kind of kinds) {
    const next = new Map(reached);
    for (const from of reached.values()) {
      for (let counts = from; ; ) {
        counts = counts.map((count, figure) => count + (kind.includes(figure) ? 1 : 0));
        if (counts.some((count, figure) => count > (ranges[figure]?.high ?? 0))) break;
        next.set(counts.join(), counts);
      }
    }
    reached = next;
  }
  const possible = [...reached.values()].filter((counts) =>
    counts.every((count, figure) => count >= (ranges[figure]?.low ?? 0)),
  );
  return Array.from(
    { length: figureCount },
    (_, figure) => new Set(possible.map((counts) => counts[figure] ?? 0)),
  );
}

test('the bounds of every figure of a small check are those of trying everything, with no value missing between', () => {
  fc.assert(
    fc.property(counted, ({ model, happened }) => {
      const ranges = publish(model, happened);
      const tried = tryEverything(model, ranges);
      const bounds = openBounds(highs, model, ranges);
      for (let figure = 0; figure < model.figureCount; figure++) {
        const values = [...(tried[figure] ?? [])];
        const range = findRange(bounds, figure);
        expect(range).toEqual({ low: Math.min(...values), high: Math.max(...values) });
        expect(values).toHaveLength(Math.max(...values) - Math.min(...values) + 1);
      }
      bounds.dispose();
    }),
  );
});

test('the judgement is the one that trying everything leads to', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(counted, fc.integer({ min: 2, max: BAND }), ({ model, happened }, least) => {
      const ranges = publish(model, happened);
      const tried = tryEverything(model, ranges);
      const heldBack = ranges.flatMap(({ low }, figure) => (low === 0 ? [figure] : []));
      const counts = new Set(model.kinds.flat());
      const isSafe = heldBack.every((figure) => !counts.has(figure) || (tried[figure]?.size ?? 0) >= least);
      const judgement = judgeRanges(highs, model, ranges, heldBack, least);
      seen.add(judgement);
      expect(judgement).toBe(isSafe ? 'safe' : 'narrowed');
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['narrowed', 'safe']);
});

const twoAnswers: CountingModel = {
  figureCount: 3,
  kinds: [
    [0, 2],
    [1, 2],
  ],
  equations: [],
};

test('a question on which the first way of solving gives up is solved another way', () => {
  const kinds = [
    [7, 0, 4],
    [7, 0, 5],
    [7, 0, 6],
    [7, 1, 2, 4],
    [7, 1, 2, 5],
    [7, 1, 2, 6],
    [7, 1, 3, 4],
    [7, 1, 3, 5],
    [7, 1, 3, 6],
  ];
  const model: CountingModel = { figureCount: 8, kinds, equations: [] };
  const ranges = publish(model, [3, 4, 6, 6, 3, 4, 8, 6, 5, 2]);
  expect(judgeRanges(highs, model, ranges, [0, 5], 2)).toBe('safe');
});

test('figures that contradict each other are called impossible', () => {
  const ranges = [
    { low: 0, high: 9 },
    { low: 10, high: 19 },
    { low: 30, high: 39 },
  ];
  expect(judgeRanges(highs, twoAnswers, ranges, [0], 5)).toBe('impossible');
});

test('ranges are proven to contradict each other exactly when trying everything finds nothing', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(
      counted,
      fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 10 }),
      ({ model, happened }, shifts) => {
        const ranges = publish(model, happened).map(({ low }, figure) => {
          const shifted = Math.max(0, low + BAND * (shifts[figure] ?? 0));
          return { low: shifted, high: shifted + BAND - 1 };
        });
        const isPossible = (tryEverything(model, ranges)[0]?.size ?? 0) > 0;
        seen.add(isPossible);
        if (isPossible) expect(isContradiction(highs, model, ranges)).toBe(false);
        else expect(judgeRanges(highs, model, ranges, [0], 1)).not.toBe('safe');
        if (isContradiction(highs, model, ranges)) expect(isPossible).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
  expect(seen.size).toBe(2);
});

test('a solver that wrongly says that nothing is possible is not believed', () => {
  const ranges = [
    { low: 0, high: 9 },
    { low: 10, high: 19 },
    { low: 10, high: 19 },
  ];
  expect(isContradiction(highs, twoAnswers, ranges)).toBe(false);
  expect(isContradiction(highs, twoAnswers, [...ranges.slice(0, 2), { low: 30, high: 39 }])).toBe(true);
  const equal: CountingModel = { figureCount: 2, kinds: [[0], [1]], equations: [[[0], [1]]] };
  expect(
    isContradiction(highs, equal, [
      { low: 0, high: 9 },
      { low: 10, high: 19 },
    ]),
  ).toBe(true);
});

test('a held back figure that no other limits may be anything', () => {
  expect(judgeRanges(highs, { figureCount: 1, kinds: [[0]], equations: [] }, [], [0], 1000)).toBe('safe');
});

test('a figure that is never counted has nothing to hold back', () => {
  const model: CountingModel = { figureCount: 2, kinds: [[0]], equations: [] };
  const ranges = [
    { low: 0, high: 9 },
    { low: 0, high: 9 },
  ];
  expect(judgeRanges(highs, model, ranges, [0, 1], 5)).toBe('safe');
});

test('kinds that happen equally often limit each other', () => {
  const model: CountingModel = { figureCount: 2, kinds: [[0], [1], []], equations: [[[0], [1, 2]]] };
  const bounds = openBounds(highs, model, [
    { low: 0, high: 4 },
    { low: 2, high: 9 },
  ]);
  expect([findRange(bounds, 0), findRange(bounds, 1)]).toEqual([
    { low: 2, high: 4 },
    { low: 2, high: 4 },
  ]);
  bounds.dispose();
});
