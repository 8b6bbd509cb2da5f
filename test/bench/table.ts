import { type Figure, isOver, type PartResult } from './part';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

function row(figure: Figure): string[] {
  const { what, value, unit, limit, note = '' } = figure;
  const judged = limit === undefined ? '' : `${number.format(limit)}${isOver(figure) ? ' OVER' : ''}`;
  return [what, number.format(value), judged, unit, note];
}

/** The results as text: a heading a part, then a line a figure: what, value, limit, unit, note. */
export function describeResults(results: readonly PartResult[]): string {
  const rows = results.flatMap(({ figures }) => figures.map(row));
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(5, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return results
    .map(({ part, skipped, failed, figures }) =>
      skipped || failed
        ? `${part}: ${skipped ?? `failed: ${failed}`}\n`
        : [
            part,
            line(['', 'value', 'limit', '', '']),
            ...figures.map((figure) => line(row(figure))),
            '',
          ].join('\n'),
    )
    .join('\n');
}
