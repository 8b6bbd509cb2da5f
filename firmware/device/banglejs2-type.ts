import { FIXED_FONTS } from '../ledger/place';
import { storage } from './storage';

/** How texts are drawn: in large size, as usual, and what does not fit as usual. */
export const LARGE = 0;
export const USUAL = 1;
export const SLIM = 2;

/** By style: entry of the font in the ledger, times as large, rows from line to line, of a capital, and above it in its cell. */
const STYLES = [
  [1, 3, 32, 21, 6],
  [1, 2, 20, 14, 4],
  [0, 1, 14, 10, 3],
];
/** Rows that may be left between lines, in large size and else. */
const LARGE_GAP_PX = 7;
const GAP_PX = 4;
const FONT_ENTRY_BYTES = 8;

let styleInUse = -1;

function look(style: number, index: number): number {
  return (STYLES[style] as number[])[index] as number;
}

/** Rows from one line to the next, closer together or not. */
export function pitchPx(style: number, isClose: boolean): number {
  return isClose ? capPx(style) + (style === LARGE ? LARGE_GAP_PX : GAP_PX) : look(style, 2);
}

/** Rows of a capital. */
export function capPx(style: number): number {
  return look(style, 3);
}

/** Rows of a letter's cell above its capitals. */
export function aboveCapPx(style: number): number {
  return look(style, 4);
}

/** Chooses the font for the next texts. */
export function setStyle(style: number): void {
  if (style === styleInUse) return;
  styleInUse = style;
  const entry = storage.read(
    'ledger',
    FIXED_FONTS + look(style, 0) * FONT_ENTRY_BYTES,
    FONT_ENTRY_BYTES,
  ) as string;
  const number = (at: number): number => entry.charCodeAt(at) + 256 * entry.charCodeAt(at + 1);
  g.setFontCustom(
    storage.read('ledger', number(0), number(2)) as string,
    entry.charCodeAt(7),
    storage.read('ledger', number(4), 256 - entry.charCodeAt(7)) as string,
    entry.charCodeAt(6) | (look(style, 1) << 8),
  );
}

/** How wide a line is in the style that is set. */
export function widthPx(line: string): number {
  return g.stringWidth(line);
}
