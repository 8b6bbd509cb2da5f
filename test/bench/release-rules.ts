import type { Range } from '../../companion/release/audit/linear-bounds';
import { publishedBand } from '../../companion/release/band';

/** What a rule makes of one count of a table. */
export interface PublishedCell {
  readonly isShown: boolean;
  /** what its reader knows about it; no range: anything */
  readonly range: Range | undefined;
}

/** A rule that says how a table of counts is published. */
export interface ReleaseRule {
  readonly name: string;
  publish(table: readonly number[]): readonly PublishedCell[];
}

const THRESHOLD = 10;
const OPENSAFELY_THRESHOLD = 8;
const ROUNDED_TO = 5;

/** Ours: each count by itself, rounded down to tens. */
const roundDownToTens: ReleaseRule = {
  name: 'round down to tens',
  publish: (table) =>
    table.map((count) => {
      const low = publishedBand(count);
      return { isShown: low !== null, range: { low: low ?? 0, high: (low ?? 0) + 9 } };
    }),
};

function hideAndRound(name: string, leastShown: number): ReleaseRule {
  const spread = Math.floor(ROUNDED_TO / 2);
  return {
    name,
    publish: (table) =>
      table.map((count) => {
        if (count < leastShown) return { isShown: false, range: { low: 0, high: leastShown - 1 } };
        const rounded = Math.round(count / ROUNDED_TO) * ROUNDED_TO;
        return {
          isShown: true,
          range: { low: Math.max(leastShown, rounded - spread), high: rounded + spread },
        };
      }),
  };
}

/** Hides what is under 10, and the smallest other count where only one is hidden; all else is exact. */
const complementarySuppression: ReleaseRule = {
  name: 'complementary suppression',
  publish(table) {
    const hidden = new Set(table.flatMap((count, cell) => (count < THRESHOLD ? [cell] : [])));
    if (hidden.size === 1 && table.length > 1) {
      const others = table.map((_, cell) => cell).filter((cell) => !hidden.has(cell));
      const [smallest] = others.sort((a, b) => (table[a] ?? 0) - (table[b] ?? 0));
      if (smallest !== undefined) hidden.add(smallest);
    }
    return table.map((count, cell) =>
      hidden.has(cell)
        ? { isShown: false, range: undefined }
        : { isShown: true, range: { low: count, high: count } },
    );
  },
};

/** The rules that are compared; the first is ours. */
export const releaseRules: readonly ReleaseRule[] = [
  roundDownToTens,
  hideAndRound('hide under 10, round to 5', THRESHOLD),
  hideAndRound('hide 7 or fewer, round to 5', OPENSAFELY_THRESHOLD),
  complementarySuppression,
];
