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

/** How far right of its place and above it the page mark of a picture stands: pictures reach down to that place. */
export const MARK_BESIDE_PX = 44;

/** From one capital's top to the next line's, in font FONT_ANSWER. */
export const ANSWER_PITCH_PX = 12;
const SMALL_PITCH_PX = 9;
const LARGE_PITCH_PX = 17;

// rows of a glyph's cell above its capitals: room for the accents of capitals
const ANSWER_CAP_TOP_PX = 3;
const SMALL_CAP_TOP_PX = 2;
// the last line's capitals, so that its descenders still fit above row 64
const LAST_ANSWER_LINE_PX = 52;
const LAST_SMALL_LINE_PX = 56;
const LAST_LARGE_LINE_PX = 50;
const DOUBLED = 512; // added to a height: setFontCustom scales by the second byte
const FONT_ENTRY_BYTES = 8;

/** The font that is set; nothing but `setFont` sets one. */
let fontInUse = -1;
let pitchPx = 0;
let capTopInCellPx = 0;
let lastLinePx = 0;
/** Of each font its entry in the ledger's fixed part, its glyphs and its widths: strings that stay in flash. */
const fonts: string[] = [];

/** Takes the screen back to empty, for a new picture. */
export function clearScreen(): void {
  g.clear();
}

/** Reads a font's strings, once; they stay in flash. */
function readFont(at: number): void {
  const storage = require('Storage');
  const entry = storage.read('ledger', FIXED_FONTS + (at / 3) * FONT_ENTRY_BYTES, FONT_ENTRY_BYTES) as string;
  const number = (byte: number): number => entry.charCodeAt(byte) + 256 * entry.charCodeAt(byte + 1);
  fonts[at] = entry;
  fonts[at + 1] = storage.read('ledger', number(0), number(2)) as string;
  fonts[at + 2] = storage.read('ledger', number(4), 256 - entry.charCodeAt(7)) as string;
}

/** Chooses the font for the next texts. */
function setFont(font: number): void {
  const at = (font & 1) * 3;
  if (!fonts[at]) readFont(at);
  fontInUse = font;
  pitchPx = font > 1 ? LARGE_PITCH_PX : font ? SMALL_PITCH_PX : ANSWER_PITCH_PX;
  capTopInCellPx = font > 1 ? 2 * SMALL_CAP_TOP_PX : font ? SMALL_CAP_TOP_PX : ANSWER_CAP_TOP_PX;
  lastLinePx = font > 1 ? LAST_LARGE_LINE_PX : font ? LAST_SMALL_LINE_PX : LAST_ANSWER_LINE_PX;
  const entry = fonts[at] as string;
  g.setFontCustom(
    fonts[at + 1] as string,
    entry.charCodeAt(7),
    fonts[at + 2] as string,
    entry.charCodeAt(6) | (font > 1 ? DOUBLED : 0),
  );
}

/** Writes lines of text, the first one's capitals starting at row `capTopPx`; below 0 the last one's at the bottom. */
export function write(font: number, text: string, xPx: number, capTopPx: number, align: number): void {
  if (font !== fontInUse) setFont(font);
  const lines = text.split('\n');
  const count = lines.length;
  let yPx = (capTopPx < 0 ? lastLinePx - (count - 1) * pitchPx : capTopPx) - capTopInCellPx;
  g.setFontAlign(align, -1);
  for (let line = 0; line < count; line++) {
    g.drawString(lines[line] as string, xPx, yPx);
    yPx += pitchPx;
  }
}

/** How wide a line is in large size, in pixels. */
export function largeWidthPx(line: string): number {
  if (fontInUse !== FONT_LARGE) setFont(FONT_LARGE);
  return g.stringWidth(line);
}

/** Fills a box, edges included; parts of a pixel do not count. */
export function fillBox(x1Px: number, y1Px: number, x2Px: number, y2Px: number): void {
  g.fillRect(x1Px, y1Px, x2Px, y2Px);
}

/** Shows what was drawn. */
export function showScreen(): void {
  g.flip();
}
