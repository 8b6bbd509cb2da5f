import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { knownModels } from '../../companion/release/audit/audit-figures';
import type { ChoiceModel } from '../../companion/release/audit/choice-model';
import { FIGURE_COUNT } from '../../companion/release/audit/counting-model';
import { openBounds } from '../../companion/release/audit/linear-bounds';
import { seededRandom } from '../../companion/simulation/random';

const CHECKS = 40;
const highs = await loadHighs();
const { unbroken, anything } = knownModels();
const models = [...unbroken, anything];

/** Makes any choices in the roots, and in the other slots as many as they call for. */
function chooseAnything(model: ChoiceModel, seed: number): number[] {
  const { draw } = seededRandom(seed);
  const counts = new Array<number>(model.figureCount).fill(0);
  const choose = (slot: number): void => {
    const groups = model.slots[slot]?.groups ?? [];
    const group = groups[draw(groups.length)];
    if (!group) return;
    const choice = group.first + draw(group.end - group.first);
    for (const figure of model.figures.subarray(model.starts[choice], model.starts[choice + 1]))
      counts[figure] = (counts[figure] ?? 0) + 1;
    for (const needed of group.needs) choose(needed);
  };
  for (const [slot, { isRoot }] of model.slots.entries())
    for (let times = isRoot ? draw(CHECKS) : 0; times > 0; times--) choose(slot);
  return counts;
}

describe.each(models.map((model, index) => ({ model, index })))('model $index', ({ model, index }) => {
  test('whatever is chosen, its counts are possible in the counting model', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const ranges = chooseAnything(model.choices, 100 * index + seed).map((count) => ({
        low: count,
        high: count,
      }));
      const bounds = openBounds(highs, model.counting, ranges);
      expect(typeof bounds.findOptimum([0], 'least')).not.toBe('string');
      bounds.dispose();
    }
  });

  test('it counts what the counting model counts', () => {
    expect(new Set(model.choices.figures)).toEqual(new Set(model.counting.kinds.flat()));
    expect(model.choices.figureCount).toBe(FIGURE_COUNT);
  });
});
