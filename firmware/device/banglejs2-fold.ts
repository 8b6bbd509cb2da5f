const SOFT_HYPHEN = '\xad';
const STAYS_BEHIND = '?!:;';

/**
 * A line that is too wide as two: at its soft hyphen, else at its last space, but not before the punctuation that
 * French sets apart. Unchanged when it fits, or when there is no such place.
 */
export function foldLine(line: string, widthPx: number, limitPx: number): string {
  if (widthPx <= limitPx) return line;
  const hyphen = line.lastIndexOf(SOFT_HYPHEN);
  let space = line.lastIndexOf(' ');
  if (hyphen > 0) return line.slice(0, hyphen) + '-\n' + line.slice(hyphen + 1);
  if (space > 0 && STAYS_BEHIND.indexOf(line.charAt(space + 1)) >= 0)
    space = line.slice(0, space).lastIndexOf(' ');
  return space > 0 ? line.slice(0, space) + '\n' + line.slice(space + 1) : line;
}
