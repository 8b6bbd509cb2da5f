import type { Highs } from 'highs';
import { LEAST_POSSIBLE_VALUES } from '../../companion/release/audit/audit-figures';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { type CountingModel, FIGURE_COUNT, modelKiosk } from '../../companion/release/audit/counting-model';
import { settleTogether } from '../../companion/release/audit/judge-ranges';
import { findRange, openBounds, type Range } from '../../companion/release/audit/linear-bounds';
import { counterKeys } from '../../shared/check/codes';

/** Counters by table, each table's numbers in order. */
export const tables: readonly (readonly number[])[] = [
  ...counterKeys
    .reduce((found, key, counter) => {
      const table = key.split('.')[0] ?? key;
      return found.set(table, [...(found.get(table) ?? []), counter]);
    }, new Map<string, number[]>())
    .values(),
];

/** Figures of the model below: those of the audit, then the exact total of each table. */
const model = withTotals(
  modelKiosk(classifyChecks({ isInstabilityUrgent: false, isSignposting: false }), true),
);

/** `left.path` is in no kind: nobody can leave there. */
const counted = new Set(model.kinds.flat());

function withTotals(plain: CountingModel): CountingModel {
  const kinds = plain.kinds.map((figures) => [
    ...figures,
    ...tables.flatMap((table, number) =>
      table.filter((counter) => figures.includes(counter)).map(() => FIGURE_COUNT + number),
    ),
  ]);
  return { ...plain, kinds, figureCount: FIGURE_COUNT + tables.length };
}

/** What is known about small counts. */
export interface Known {
  /** counters that can have one value only */
  readonly exactly: ReadonlySet<number>;
  /** counters that can have fewer than five values, those among them */
  readonly nearly: ReadonlySet<number>;
}

/**
 * What somebody can work out about small counts who knows every exact total: of each table, of finished checks and
 * of started runs.
 *
 * @param exact   the true figures, those of the audit
 * @param ranges  what a publication says about each counter; nothing where there is no publication
 * @param small   the counters in question
 */
export function workOut(
  highs: Highs,
  exact: readonly number[],
  ranges: readonly (Range | undefined)[],
  small: readonly number[],
): Known {
  const known = (count: number): Range => ({ low: count, high: count });
  const totals = tables.map((table) => known(table.reduce((sum, counter) => sum + (exact[counter] ?? 0), 0)));
  const counters = counterKeys.map((_, counter) => ranges[counter]);
  const bounds = openBounds(highs, model, [
    ...counters,
    ...exact.slice(counterKeys.length).map(known),
    ...totals,
  ]);
  try {
    const open = new Set(small.filter((counter) => counted.has(counter)));
    const answer = settleTogether(bounds, open, LEAST_POSSIBLE_VALUES);
    if (answer !== 'safe') throw new Error(`the publication is ${answer}`);
    const widths = [...open].map((counter) => {
      const range = findRange(bounds, counter);
      if (typeof range === 'string') throw new Error(`counter ${counterKeys[counter]} is ${range}`);
      return { counter, values: range.high - range.low + 1 };
    });
    const below = (limit: number): Set<number> =>
      new Set(widths.flatMap(({ counter, values }) => (values < limit ? [counter] : [])));
    return { exactly: below(2), nearly: below(LEAST_POSSIBLE_VALUES) };
  } finally {
    bounds.dispose();
  }
}
