const SOFT_HYPHEN = '\xad';
const BREAKS_BEHIND = ' /+\xad';
const STAYS_BEHIND = '?!:;/';

/** What a line reads as: a soft hyphen shows at its end only. */
function spell(line: string): string {
  const end = line.length - 1;
  return line.split(SOFT_HYPHEN).join('').trim() + (line.charAt(end) === SOFT_HYPHEN ? '-' : '');
}

/**
 * Breaks a text into as few lines as the width allows: at spaces, behind `/` and `+`, and at soft hyphens, never
 * elsewhere, and not before the punctuation that French sets apart. A word that is too wide stays whole. Two numbers to
 * call with a slash between stay on one line if one holds them.
 *
 * @param widthPx  how wide a line would be
 */
export function foldText(text: string, widthPx: (line: string) => number, limitPx: number): string[] {
  const lines: string[] = [];
  text.split('\n').forEach((given) => {
    let line = '';
    let piece = '';
    for (let at = 0; at < given.length; at++) {
      const letter = given.charAt(at);
      const next = given.charAt(at + 1);
      piece += letter;
      const mayEnd =
        letter === ' ' ? STAYS_BEHIND.indexOf(next) < 0 : BREAKS_BEHIND.indexOf(letter) >= 0 && next > '@';
      if (next && !mayEnd) continue;
      const isNumber = given.charAt(at - 1) === '/' && next >= '0' && next <= '9';
      if (isNumber && widthPx(piece + given.slice(at + 1)) <= limitPx) continue;
      if (line && widthPx(spell(line + piece)) > limitPx) {
        lines.push(spell(line));
        line = '';
      }
      line += piece;
      piece = '';
    }
    lines.push(spell(line));
  });
  return lines;
}

/** Rows of large letters that a page of two lines may fill: the first line two, the second one. */
const ROWS_A_LINE = 2;

/**
 * Whether words are one line of a page in large size (`screens/pages.ts`): such a line may be broken once more, so that
 * a sentence of three rows stays on one page.
 */
export function isOneLine(text: string, widthPx: (line: string) => number, limitPx: number): boolean {
  const rows = foldText(text, widthPx, limitPx);
  return rows.length <= ROWS_A_LINE && !rows.some((row) => widthPx(row) > limitPx);
}
