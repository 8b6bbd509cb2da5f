import { FIXED_FONTS } from '../ledger/place';

/** The fonts in the ledger's fixed part. */
export const FONT_ANSWER = 0;
export const FONT_SMALL = 1;
/** The small font, twice as large: capitals of 14 px. */
export const FONT_LARGE = 3;

/** Left, centre and right of the point that is given. */
export const LEFT = -1;
export const CENTRE = 0;
export const RIGHT = 1;

/** From one capital's top to the next line's, by font. */
export const ANSWER_PITCH_PX = 11;
export const SMALL_PITCH_PX = 9;
const LARGE_PITCH_PX = 17;

// rows of a glyph's cell above its capitals: room for the accents of capitals
const ANSWER_CAP_TOP_PX = 3;
const SMALL_CAP_TOP_PX = 2;
const DOUBLED = 512; // added to a height: setFontCustom scales by the second byte
const FONT_ENTRY_BYTES = 8;

/** The font that is set; nothing but `setFont` sets one. */
let fontInUse = -1;

/** Takes the screen back to empty, for a new picture. */
export function clearScreen(): void {
  g.clear();
}

/** Chooses the font for the next texts. The glyphs are read in place: they stay in flash. */
function setFont(font: number): void {
  fontInUse = font;
  const storage = require('Storage');
  const entry = storage.read(
    'ledger',
    FIXED_FONTS + (font & 1) * FONT_ENTRY_BYTES,
    FONT_ENTRY_BYTES,
  ) as string;
  const number = (at: number): number => entry.charCodeAt(at) + 256 * entry.charCodeAt(at + 1);
  g.setFontCustom(
    storage.read('ledger', number(0), number(2)) as string,
    entry.charCodeAt(7),
    storage.read('ledger', number(4), 256 - entry.charCodeAt(7)) as string,
    entry.charCodeAt(6) | (font > 1 ? DOUBLED : 0),
  );
}

/** Writes lines of text, the first one's capitals starting at row `capTopPx`. */
export function write(font: number, text: string, xPx: number, capTopPx: number, align: number): void {
  if (font !== fontInUse) setFont(font);
  g.setFontAlign(align, -1);
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line++)
    g.drawString(
      lines[line] as string,
      xPx,
      capTopPx +
        (font > 1
          ? line * LARGE_PITCH_PX - 2 * SMALL_CAP_TOP_PX
          : font
            ? line * SMALL_PITCH_PX - SMALL_CAP_TOP_PX
            : line * ANSWER_PITCH_PX - ANSWER_CAP_TOP_PX),
    );
}

/** How wide a line is in large size, in pixels. */
export function largeWidthPx(line: string): number {
  if (fontInUse !== FONT_LARGE) setFont(FONT_LARGE);
  return g.stringWidth(line);
}

/** Fills a box, edges included, dark or light. */
export function fillBox(x1Px: number, y1Px: number, x2Px: number, y2Px: number, isDark: boolean): void {
  g.setColor(isDark ? 1 : 0)
    .fillRect(x1Px, y1Px, x2Px, y2Px)
    .setColor(1);
}

/** Shows what was drawn. */
export function showScreen(): void {
  g.flip();
}
