import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import type { KioskModel } from '../../companion/release/audit/audit-figures';
import { numberChoices } from '../../companion/release/audit/choice-model';
import { proveQuarter } from '../../companion/release/chain/prove-quarter';
import type { PublishedQuarter } from '../../companion/release/chain/published-quarter';
import { seededRandom } from '../../companion/simulation/random';

const LEAST = 5;
const WIDTH = 10;
const FIGURES = 4;
const ALL = 3;
const highs = await loadHighs();

/** A made-up check with three answers; figure 3 counts all checks. */
const model: KioskModel = {
  choices: numberChoices(FIGURES, [
    { isRoot: true, groups: [{ choices: [[ALL]], needs: [1] }] },
    { groups: [{ choices: [[0], [1], [2]] }] },
  ]),
  counting: {
    figureCount: FIGURES,
    kinds: [[ALL], [0], [1], [2]],
    equations: [[[0], [1, 2, 3]]],
  },
};

const lowOf = (count: number): number => count - (count % WIDTH);
const addUp = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((count, figure) => count + (other[figure] ?? 0));

function publish(spans: readonly (readonly number[])[]): PublishedQuarter {
  const counts = spans.map((answers) => [...answers, answers.reduce((sum, count) => sum + count, 0)]);
  return {
    spans: spans.length,
    figureCount: FIGURES,
    lows: Int32Array.from(counts.flat(), lowOf),
    chainLows: Int32Array.from(counts.reduce(addUp), lowOf),
    chainWidth: WIDTH,
  };
}

/** Every count of a span that is published as this one. */
function tryEverySpan(lows: Int32Array): number[][] {
  const found: number[][] = [];
  const isInBand = (count: number, figure: number): boolean => lowOf(count) === lows[figure];
  for (let a = lows[0] ?? 0; isInBand(a, 0); a++)
    for (let b = lows[1] ?? 0; isInBand(b, 1); b++)
      for (let c = lows[2] ?? 0; isInBand(c, 2); c++)
        if (isInBand(a + b + c, ALL)) found.push([a, b, c, a + b + c]);
  return found;
}

/** The fewest values that a held back count, of a span or of the chain, may have for somebody who tries everything. */
function attack({ spans, lows, chainLows }: PublishedQuarter): number {
  const every = Array.from({ length: spans }, (_, span) =>
    tryEverySpan(lows.subarray(span * FIGURES, (span + 1) * FIGURES)),
  );
  let fewest = Number.POSITIVE_INFINITY;
  const note = (values: ReadonlySet<number>[], held: Int32Array): void => {
    for (const [figure, seen] of values.entries())
      if (held[figure] === 0) fewest = Math.min(fewest, seen.size);
  };
  const ofChain = Array.from({ length: FIGURES }, () => new Set<number>());
  for (let span = 0; span < spans; span++) {
    let others = new Map([['', new Array<number>(FIGURES).fill(0)]]);
    for (const [other, options] of every.entries()) {
      if (other === span) continue;
      const sums = [...others.values()].flatMap((sum) => options.map((one) => addUp(sum, one)));
      others = new Map(sums.map((sum) => [sum.join(), sum]));
    }
    const values = Array.from({ length: FIGURES }, () => new Set<number>());
    for (const own of every[span] ?? [])
      for (const sum of others.values()) {
        const all = addUp(own, sum);
        if (all.some((count, figure) => lowOf(count) !== chainLows[figure])) continue;
        for (let figure = 0; figure < FIGURES; figure++) {
          values[figure]?.add(own[figure] ?? 0);
          ofChain[figure]?.add(all[figure] ?? 0);
        }
      }
    note(values, lows.subarray(span * FIGURES, (span + 1) * FIGURES));
  }
  note(ofChain, chainLows);
  return fewest;
}

const prove = (published: PublishedQuarter, least = LEAST) => proveQuarter(highs, published, [model], least);

const ALL_VALUES = 10;
const count = fc.oneof(fc.nat({ max: 13 }), fc.constantFrom(0, 9, 10));
const span = fc.tuple(count, count, count);

test('what is proven leaves every held back count so many values, for somebody who tries everything', () => {
  fc.assert(
    fc.property(fc.tuple(span, span), fc.integer({ min: 5, max: 10 }), (spans, least) => {
      const published = publish(spans);
      const proof = prove(published, least);
      expect(proof).not.toBe('contradicted');
      if (attack(published) < least) expect(proof).toBe('unproven');
    }),
    { numRuns: 40 },
  );
});

test('where somebody who tries everything is left with five values, most proofs are found', () => {
  const { draw } = seededRandom(4);
  let safe = 0;
  let proven = 0;
  let refused = 0;
  for (let quarter = 0; quarter < 25; quarter++) {
    const published = publish([0, 1].map(() => [draw(14), draw(14), draw(14)]));
    const fewest = attack(published);
    if (fewest < ALL_VALUES && prove(published, ALL_VALUES) === 'unproven') refused++;
    if (fewest < LEAST) continue;
    safe++;
    if (prove(published) === 'proven') proven++;
  }
  expect(safe).toBeGreaterThan(10);
  expect(proven / safe).toBeGreaterThan(0.8);
  expect(refused).toBeGreaterThan(5); // where he is left with fewer than were asked for
});

test('a total as large as can be is not proven, a weakened proof would be', () => {
  const telling = publish(Array.from({ length: 10 }, () => [9, 25, 30]));
  expect(telling.chainLows[0]).toBe(90);
  expect(prove(telling)).toBe('unproven');
  expect(prove(telling, 1)).toBe('proven');
});

test('a total that no counts lead to is contradicted', () => {
  const published = publish([
    [4, 12, 25],
    [5, 14, 22],
  ]);
  const off = published.chainLows.map((low, figure) => (figure === ALL ? low + 40 : low));
  expect(prove({ ...published, chainLows: off })).toBe('contradicted');
});
