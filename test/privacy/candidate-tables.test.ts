import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_POSSIBLE_VALUES } from '../../companion/release/audit/audit-figures';
import { publishedBand } from '../../companion/release/band';
import type { Band } from '../../companion/release/release-record';

/** How a table of answers is published: a number or nothing for each answer, and something about all of them. */
type ReleaseCode = (table: readonly number[]) => { readonly cells: readonly Band[]; readonly total: Band };

const CELLS = 3;
const CELL_MAX = 24;

const sumUp = (table: readonly number[]): number => table.reduce((sum, count) => sum + count, 0);

/** Our own code: each count by itself. */
const ourRelease: ReleaseCode = (table) => ({
  cells: table.map(publishedBand),
  total: publishedBand(sumUp(table)),
});

/** The weakened one: hides what is under 10, then the smallest of the rest so that the total does not give it away. */
const hideASecond: ReleaseCode = (table) => {
  const hidden = new Set(table.flatMap((count, cell) => (count < 10 ? [cell] : [])));
  if (hidden.size === 1) {
    const shown = table.map((_, cell) => cell).filter((cell) => !hidden.has(cell));
    const second = shown.sort((a, b) => (table[a] ?? 0) - (table[b] ?? 0))[0];
    if (second !== undefined) hidden.add(second);
  }
  return { cells: table.map((count, cell) => (hidden.has(cell) ? null : count)), total: sumUp(table) };
};

function* everyTable(cells: number): Generator<number[]> {
  if (cells === 0) {
    yield [];
    return;
  }
  for (const rest of everyTable(cells - 1))
    for (let count = 0; count <= CELL_MAX; count++) yield [...rest, count];
}

/** Runs the release code on every candidate table and keeps the ones that would have been published just so. */
function findCandidates(release: ReleaseCode, table: readonly number[]): number[][] {
  const seen = JSON.stringify(release(table));
  return [...everyTable(CELLS)].filter((candidate) => JSON.stringify(release(candidate)) === seen);
}

/** The held back counts under 10 that the candidates leave fewer than five values. */
function attack(release: ReleaseCode, table: readonly number[]): number[] {
  const candidates = findCandidates(release, table);
  return table.filter((count, cell) => {
    const values = new Set(candidates.map((candidate) => candidate[cell]));
    return count < 10 && values.size < LEAST_POSSIBLE_VALUES;
  });
}

const tables = fc.array(fc.nat({ max: CELL_MAX }), { minLength: CELLS, maxLength: CELLS });

test('running our own release code on every candidate table excludes none that the bands allow', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { cells, total } = ourRelease(table);
      const isIn = (count: number, band: Band): boolean => count >= (band ?? 0) && count <= (band ?? 0) + 9;
      const allowed = [...everyTable(CELLS)].filter(
        (candidate) =>
          candidate.every((count, cell) => isIn(count, cells[cell] ?? null)) && isIn(sumUp(candidate), total),
      );
      expect(findCandidates(ourRelease, table)).toEqual(allowed);
    }),
    { numRuns: 15 },
  );
});

test('release code that hides a second count because of the first gives the first away', () => {
  expect(attack(hideASecond, [9, 11, 11])).toEqual([9]);
  expect(attack(ourRelease, [9, 11, 11])).toEqual([]);
});
