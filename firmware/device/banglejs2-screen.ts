import { FIXED_FONTS } from '../ledger/place';
import { foldLine } from './banglejs2-fold';
import { HEIGHT_PX, spreadY, toX, toY, WIDTH_PX } from './banglejs2-place';
import { CENTRE, FONT_ANSWER, FONT_SMALL, LEFT, RIGHT } from './screen';

export {
  ANSWER_PITCH_PX,
  CENTRE,
  FONT_ANSWER,
  FONT_LARGE,
  FONT_SMALL,
  LEFT,
  RIGHT,
} from './screen';

/** Here is room for page marks below pictures. */
export const MARK_BESIDE_PX = 0;

const MARGIN_PX = 1;
const COLUMN_PX = 86;
/** With the gap behind the last letter. */
const LARGE_WIDTH_PX = 177;
/** Rows that stay free above the first line and below the last, for accents and descenders. */
const RIM_PX = 5;
/** The layout's labels at the lower edge end below this row, */
const LABEL_END_PX = 61;
/** and its cards begin above this one. */
const CARD_TOP_PX = 13;
/** What stands in the middle below this row follows a question, which may have become two lines. */
const BELOW_QUESTION_PX = 32;
const QUESTION_GAP_PX = 9;
/** A card of more lines is drawn smaller: it would reach the labels below. */
const CARD_LINES = 7;
/** Rows for one row of the layout, of what is read from the left. */
const READ_SCALE = 2.2;
/** What lies below this row of the layout is between two labels: here it comes to lie above them. */
const LABEL_TOP_PX = 54;
const LIFT_PX = 28;
const FONT_ENTRY_BYTES = 8;

/**
 * How texts are drawn: entry of the font in the ledger, how many times as large, rows from one line to the next, rows
 * of a capital, rows above it in its cell. Large, then usual, then what is too wide for usual.
 */
const STYLES = [
  [1, 3, 26, 21, 6],
  [1, 2, 18, 14, 4],
  [0, 1, 13, 10, 3],
];
const LARGE = 0;
const USUAL = 1;
const SLIM = 2;

/** What lines of the layout take on 128 x 64 pixels, by font: from line to line, a capital, and where the last begins. */
const LAID_OUT = [
  [11, 10, 52],
  [9, 7, 56],
  [17, 14, 50],
  [17, 14, 50],
];

let styleInUse = -1;

/** Takes the screen back to empty, for a new picture. */
export function clearScreen(): void {
  g.clear();
}

function setStyle(style: number): void {
  if (style === styleInUse) return;
  styleInUse = style;
  const storage = require('Storage');
  const look = STYLES[style] as number[];
  const entry = storage.read(
    'ledger',
    FIXED_FONTS + (look[0] as number) * FONT_ENTRY_BYTES,
    FONT_ENTRY_BYTES,
  ) as string;
  const number = (at: number): number => entry.charCodeAt(at) + 256 * entry.charCodeAt(at + 1);
  g.setFontCustom(
    storage.read('ledger', number(0), number(2)) as string,
    entry.charCodeAt(7),
    storage.read('ledger', number(4), 256 - entry.charCodeAt(7)) as string,
    entry.charCodeAt(6) | ((look[1] as number) << 8),
  );
}

function fold(line: string): string {
  return foldLine(line, g.stringWidth(line), styleInUse === LARGE ? LARGE_WIDTH_PX : WIDTH_PX);
}

/**
 * Writes lines of text; the first one's capitals start about where row `topOrBottom` of the layout is; below 0 the last
 * line's at the bottom. A label beside a key, which has half of the width, and what is in the middle keep their place
 * in proportion; what is read from the left, such as a card, stands closer, so that there is room for lines that became
 * two.
 */
export function write(font: number, text: string, xPx: number, topOrBottom: number, align: number): void {
  const isLarge = font > 1;
  let lines = text.split('\n');
  const laidOut = LAID_OUT[font] as number[];
  const laidOutPx = (lines.length - 1) * (laidOut[0] as number) + (laidOut[1] as number);
  const capTopPx =
    topOrBottom < 0 ? (laidOut[2] as number) - (lines.length - 1) * (laidOut[0] as number) : topOrBottom;
  const isLower = capTopPx > CARD_TOP_PX && capTopPx + laidOutPx > LABEL_END_PX;
  const isLabel = align === RIGHT || (align === LEFT && (isLower || (font === FONT_ANSWER && !capTopPx)));
  const isRead = align === LEFT && !isLabel && !isLarge;
  if (isRead && font === FONT_SMALL) lines = [lines.join(' ')];
  setStyle(isLarge ? LARGE : USUAL);
  if (isLarge || (isRead && lines.length > 1)) {
    lines = lines.map(fold).join('\n').split('\n');
    if (isRead && lines.length > CARD_LINES) setStyle(SLIM);
  } else if (g.stringWidth(lines.join('\n')) > (isLabel ? COLUMN_PX : WIDTH_PX)) setStyle(SLIM);
  const look = STYLES[styleInUse] as number[];
  const pitchPx = look[2] as number;
  const heightPx = (lines.length - 1) * pitchPx + (look[3] as number);
  let topPx = isRead ? RIM_PX + Math.floor(capTopPx * READ_SCALE) : spreadY(capTopPx, laidOutPx, heightPx);
  if (align === CENTRE && capTopPx > BELOW_QUESTION_PX && !isLower) topPx += QUESTION_GAP_PX;
  const firstPx = Math.max(RIM_PX, Math.min(topPx, HEIGHT_PX - RIM_PX - heightPx));
  g.setFontAlign(align, -1);
  for (let line = 0; line < lines.length; line++)
    g.drawString(
      lines[line] as string,
      toX(xPx) - align * MARGIN_PX,
      firstPx + line * pitchPx - (look[4] as number),
    );
}

/** How wide a line is in large size, in pixels of the layout. */
export function largeWidthPx(line: string): number {
  setStyle(LARGE);
  return (g.stringWidth(line) * 128) / WIDTH_PX;
}

/** Fills a box of the layout, edges included. */
export function fillBox(x1Px: number, y1Px: number, x2Px: number, y2Px: number): void {
  const liftPx = y1Px > LABEL_TOP_PX ? LIFT_PX : 0;
  g.fillRect(toX(x1Px), toY(y1Px) - liftPx, toX(x2Px + 1) - 1, toY(y2Px + 1) - 1 - liftPx);
}

/** Shows what was drawn. */
export function showScreen(): void {
  g.flip();
}
