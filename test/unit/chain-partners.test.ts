import { expect, test } from 'vitest';
import { numberChoices } from '../../companion/release/audit/choice-model';
import { balance } from '../../companion/release/chain/balance';
import { makeUpFor } from '../../companion/release/chain/partners';
import { createStandIns } from '../../companion/release/chain/stand-ins';
import { seededRandom } from '../../companion/simulation/random';

const WIDTH = 10;
const FIGURES = 4;
const ALL = 3;
const SPANS = 12;
/** A made-up check with three answers; figure 3 counts all checks. */
const model = numberChoices(FIGURES, [
  { isRoot: true, groups: [{ choices: [[ALL]], needs: [1] }] },
  { groups: [{ choices: [[0], [1], [2]] }] },
]);
const lowOf = (count: number): number => count - (count % WIDTH);

function makeQuarter(seed: number) {
  const { draw } = seededRandom(seed);
  const spans = Array.from({ length: SPANS }, () => [draw(14), 20 + draw(30), 20 + draw(30)]);
  const counts = spans.map((answers) => [...answers, answers.reduce((sum, count) => sum + count, 0)]);
  const total = Array.from({ length: FIGURES }, (_, figure) =>
    counts.reduce((sum, own) => sum + (own[figure] ?? 0), 0),
  );
  const standIns = createStandIns({
    spans: SPANS,
    figureCount: FIGURES,
    lows: Int32Array.from(counts.flat(), lowOf),
    chainLows: Int32Array.from(total, lowOf),
    chainWidth: WIDTH,
  });
  for (let span = 0; span < SPANS; span++) expect(standIns.make(span, model)).toBe(true);
  expect(
    balance(
      standIns,
      Float64Array.from(total, (count) => lowOf(count) + 4.5),
    ),
  ).toBe(true);
  return standIns;
}

test('what others make up for is still published the same, span by span and in total, by checks that may be made', () => {
  let madeUp = 0;
  for (let seed = 1; seed <= 10; seed++) {
    for (let span = 0; span < SPANS; span++) {
      const standIns = makeQuarter(seed);
      const { published, stateOf, searchOf } = standIns;
      const { lows, chainLows } = published;
      standIns.wish(span);
      const search = searchOf(span);
      search.open(stateOf(span));
      const totalBefore = standIns.total.slice();
      standIns.addTotal(span, -1);
      while (search.step(0, 1));
      const found = makeUpFor(Object.assign({}, standIns, { total: totalBefore }), span, search.moves);
      standIns.addTotal(span, 1);
      if (!found) continue;
      madeUp += found.partners.length;
      for (const { span: partner, move } of found.partners) {
        expect(partner).not.toBe(span);
        const { times, counts } = stateOf(partner);
        standIns.addTotal(partner, -1);
        for (const [choice, by] of move) {
          expect((times[choice] as number) - by).toBeGreaterThanOrEqual(0);
          times[choice] = (times[choice] as number) - by;
          for (const figure of model.figures.subarray(model.starts[choice], model.starts[choice + 1]))
            counts[figure] = (counts[figure] as number) - by;
        }
        standIns.addTotal(partner, 1);
      }
      for (let one = 0; one < SPANS; one++) {
        const { times, counts } = stateOf(one);
        expect([...counts].map(lowOf)).toEqual([...lows.subarray(one * FIGURES, (one + 1) * FIGURES)]);
        const [checks, ...answers] = times;
        expect(counts[ALL]).toBe(checks);
        expect([...counts.subarray(0, ALL)]).toEqual(answers);
      }
      expect([...standIns.total].map(lowOf)).toEqual([...chainLows]);
      for (const [figure, by] of found.change)
        expect(standIns.total[figure]).toBe((totalBefore[figure] as number) + by);
    }
  }
  expect(madeUp).toBeGreaterThan(20);
});
