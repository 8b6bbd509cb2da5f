import type { Highs } from 'highs';
import { LEAST_POSSIBLE_VALUES } from '../../companion/release/audit/audit-figures';
import { findRange, openBounds, type Range } from '../../companion/release/audit/linear-bounds';
import { publishedBand } from '../../companion/release/band';
import type { Band } from '../../companion/release/release-record';

/** One count that somebody published, and the sheets that it was counted on. */
export interface Statement {
  readonly sheets: readonly number[];
  /** null: held back */
  readonly range: Range | null;
}

/** What our release says about a count. */
export function sayInBands(count: number): Range | null {
  return fromBand(publishedBand(count));
}

/** What a release that hides 0 to 9 and shows all else exactly says about a count. */
export function sayExactly(count: number): Range | null {
  return count < 10 ? null : { low: count, high: count };
}

/** A band as its reader understands it. */
export function fromBand(band: Band): Range | null {
  return band === null ? null : { low: band, high: band + 9 };
}

/** A group of sheets about which somebody learned something that nobody published. */
export interface Finding {
  readonly sheets: readonly number[];
  readonly range: Range;
}

/**
 * Adds and subtracts published statements about one counter in every way at once, and returns what that says about
 * small groups of sheets: those that one statement has and another has not, and those whose count is held back.
 *
 * @param isSmall    whether a group is one that should be protected
 * @returns groups whose count is known to fewer than five values, or known not to be zero
 */
export function subtractStatements(
  highs: Highs,
  statements: readonly Statement[],
  isSmall: (sheets: readonly number[]) => boolean,
): Finding[] {
  const groups = differences(statements).filter(isSmall);
  const held = statements.filter(({ range }) => range === null).map(({ sheets }) => sheets);
  const asked = [...groups, ...held];
  const sheetCount = 1 + Math.max(...statements.flatMap(({ sheets }) => sheets));
  const figures = [...statements.map(({ sheets }) => sheets), ...asked];
  const kinds = Array.from({ length: sheetCount }, (_, sheet) =>
    figures.flatMap((group, figure) => (group.includes(sheet) ? [figure] : [])),
  );
  const ranges = statements.map(({ range }) => range ?? { low: 0, high: 9 });
  const bounds = openBounds(highs, { figureCount: figures.length, kinds, equations: [] }, ranges);
  const findings = asked.flatMap((sheets, index): Finding[] => {
    const range = findRange(bounds, statements.length + index);
    if (typeof range === 'string') throw new Error(`the statements are ${range}`);
    const isKnown = range.high - range.low + 1 < LEAST_POSSIBLE_VALUES;
    const isGroup = index < groups.length;
    return isKnown || (isGroup && range.low > 0) ? [{ sheets, range }] : [];
  });
  bounds.dispose();
  return findings;
}

function differences(statements: readonly Statement[]): number[][] {
  const found = new Map<string, number[]>();
  for (const { sheets } of statements) {
    for (const { sheets: other } of statements) {
      const rest = sheets.filter((sheet) => !other.includes(sheet));
      const shared = sheets.length - rest.length;
      if (rest.length > 0 && shared > 0) found.set(rest.join(), rest);
    }
  }
  return [...found.values()];
}
