import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { auditFigures, LEAST_POSSIBLE_VALUES } from '../../companion/release/audit/audit-figures';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { modelKiosk } from '../../companion/release/audit/counting-model';
import { findRange, openBounds, type Range } from '../../companion/release/audit/linear-bounds';
import { publishedBand } from '../../companion/release/band';
import { counterKeys } from '../../shared/check/codes';
import { tables, workOut } from '../bench/attack-totals';
import { drawSpans } from '../bench/draw-spans';
import { releaseRules } from '../bench/release-rules';
import { countChecks, exactFigures } from './made-checks';
import { CALF_CHECKS, narrowingSpan } from './narrowing-span';

const NEVER_COUNTED = counterKeys.indexOf('left.path');
const CALF = counterKeys.indexOf('rf1.calf');
const highs = await loadHighs();
const model = modelKiosk(classifyChecks({ isInstabilityUrgent: false, isSignposting: false }), true);

/** Works out every held back counter from all published bands and the relations between tables. */
function attack(totals: readonly number[]): Map<number, Range> {
  const bands = exactFigures(totals).map(publishedBand);
  const bounds = openBounds(
    highs,
    model,
    bands.map((band) => ({ low: band ?? 0, high: (band ?? 0) + 9 })),
  );
  const found = new Map<number, Range>();
  for (const [counter, band] of bands.entries()) {
    if (band !== null || counter === NEVER_COUNTED) continue;
    const range = findRange(bounds, counter);
    if (typeof range === 'string') throw new Error(`counter ${counter} is ${range}`);
    if (range.high - range.low + 1 < LEAST_POSSIBLE_VALUES) found.set(counter, range);
  }
  bounds.dispose();
  return found;
}

const stores = [
  { checksPerWeek: 20, weeks: 30 },
  { checksPerWeek: 60, weeks: 10 },
  { checksPerWeek: 300, weeks: 4 },
];
test.each(stores)(
  'relations between the tables of a release narrow no held back count, at $checksPerWeek checks a week',
  ({ checksPerWeek, weeks }) => {
    const spans = drawSpans(31 + checksPerWeek, checksPerWeek, weeks);
    expect(spans.length).toBeGreaterThanOrEqual(3);
    for (const totals of spans) {
      expect(auditFigures(highs, exactFigures(totals).map(publishedBand))).toBe('safe');
      expect(attack(totals)).toEqual(new Map());
    }
  },
);

test('a span in which they do is refused; a weakened audit would publish it, and the attack narrows one count to 7, 8 or 9', () => {
  const totals = countChecks(narrowingSpan());
  const bands = exactFigures(totals).map(publishedBand);
  expect(auditFigures(highs, bands)).toBe('narrowed');
  expect(auditFigures(highs, bands, 1)).toBe('safe');
  expect(attack(totals)).toEqual(new Map([[CALF, { low: CALF_CHECKS - 1, high: CALF_CHECKS + 1 }]]));
});

test('whoever knows every exact total besides finds out no count that is about somebody, but does where small counts are hidden and the rest is exact', () => {
  const spans = drawSpans(77, 60, 52);
  const [ours, , , complementary] = releaseRules;
  const recovered = [ours, complementary].map((rule) =>
    spans.reduce((sum, totals) => {
      const cells = new Map(
        tables.flatMap((table) => {
          const published = rule?.publish(table.map((counter) => totals[counter] ?? 0));
          return table.map((counter, place) => [counter, published?.[place]] as const);
        }),
      );
      const small = totals.flatMap((count, counter) => (count > 0 && count < 10 ? [counter] : []));
      const ranges = totals.map((_, counter) => cells.get(counter)?.range);
      const before = workOut(highs, exactFigures(totals), [], small).exactly;
      const after = workOut(highs, exactFigures(totals), ranges, small).exactly;
      const isHidden = (counter: number): boolean => cells.get(counter)?.isShown === false;
      return sum + [...after].filter((counter) => isHidden(counter) && !before.has(counter)).length;
    }, 0),
  );
  expect(recovered[0]).toBe(0);
  expect(recovered[1]).toBeGreaterThan(0);
});
