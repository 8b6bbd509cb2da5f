import { FIXED_FONTS } from '../ledger/place';
import { keysDown } from './pixljs';
import { storage } from './storage';

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
export const MARK_BESIDE_PX = 45;

/** In the place of a row: the last line at the screen's lower edge. */
export const BOTTOM = -1;

// rows of a glyph's cell above its capitals, room for their accents; from line to line; where the cell of the last
// line begins, so that its descenders still fit above row 64; the cell's height
const ANSWER_CAP_TOP_PX = 3;
const ANSWER_PITCH_PX = 12;
const ANSWER_LAST_PX = 49;
const ANSWER_CELL_PX = 15;
const SMALL_CAP_TOP_PX = 2;
const SMALL_PITCH_PX = 9;
const SMALL_LAST_PX = 54;
const SMALL_CELL_PX = 11;
const LARGE_CAP_TOP_PX = 4;
const LARGE_PITCH_PX = 17;
const LARGE_LAST_PX = 46;
const DOUBLED = 512; // added to a height: setFontCustom scales by the second byte
const FONT_ENTRY_BYTES = 8;
const FIRST_CHAR = 32;

/** The font that is set; nothing but `setFont` sets one. */
const NO_FONT = -1;
let fontInUse = NO_FONT;
let pitchPx = 0;
let capTopInCellPx = 0;
let lastLinePx = 0;
/** Glyphs and widths of both fonts: strings that stay in flash. */
const fonts: string[] = [];

/** Keys that were down when drawing for later looked last; ALL_KEYS while what is drawn is for now. */
const ALL_KEYS = -1;
let held = ALL_KEYS;
let isBrokenOff = false;

/** Takes the screen back to empty, for a new picture. */
export function clearScreen(): void {
  g.clear();
}

/** Finds a font's strings, once; they stay in flash. */
function readFont(at: number): void {
  const entry = storage.read('ledger', FIXED_FONTS + at * (FONT_ENTRY_BYTES / 2), FONT_ENTRY_BYTES) as string;
  const number = (byte: number): number => entry.charCodeAt(byte) + 256 * entry.charCodeAt(byte + 1);
  fonts[at] = storage.read('ledger', number(0), number(2)) as string;
  fonts[at + 1] = storage.read('ledger', number(4), 256 - FIRST_CHAR) as string;
}

/** Chooses the font for the next texts. True: a key went down, what is drawn for later is to be left as it is. */
function setFont(font: number): boolean {
  const at = (font & 1) * 2;
  if (!fonts[at]) readFont(at);
  fontInUse = font;
  if (held >= 0) {
    const down = keysDown();
    isBrokenOff = isBrokenOff || (down & ~held) > 0;
    held = down;
    fontInUse = NO_FONT; // so that this is asked before every text
  }
  let heightPx = ANSWER_CELL_PX;
  if (font) {
    capTopInCellPx = SMALL_CAP_TOP_PX;
    pitchPx = SMALL_PITCH_PX;
    lastLinePx = SMALL_LAST_PX;
    heightPx = SMALL_CELL_PX;
    if (font > 1) {
      capTopInCellPx = LARGE_CAP_TOP_PX;
      pitchPx = LARGE_PITCH_PX;
      lastLinePx = LARGE_LAST_PX;
      heightPx += DOUBLED;
    }
  } else {
    capTopInCellPx = ANSWER_CAP_TOP_PX;
    pitchPx = ANSWER_PITCH_PX;
    lastLinePx = ANSWER_LAST_PX;
  }
  g.setFontCustom(fonts[at] as string, FIRST_CHAR, fonts[at + 1] as string, heightPx);
  return isBrokenOff;
}

/** Writes lines of text, the first one's capitals starting at row `capTopPx`, or at the screen's BOTTOM. */
export function write(font: number, text: string, xPx: number, capTopPx: number, align: number): void {
  if (font !== fontInUse && setFont(font)) return;
  const lines = text.split('\n');
  let yPx = capTopPx < 0 ? lastLinePx - (lines.length - 1) * pitchPx : capTopPx - capTopInCellPx;
  let at = 0;
  g.setFontAlign(align, -1);
  do {
    g.drawString(lines[at] as string, xPx, yPx);
    yPx += pitchPx;
  } while (lines[++at]);
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

/** Pixl.js shows nothing before `showScreen`: what comes next can be drawn while the present screen is shown. */
export const CAN_DRAW_AHEAD = true;

/** From here on until `isDrawn` is asked, nothing more is drawn once a key goes down. */
export function drawForLater(): void {
  held = keysDown();
  fontInUse = NO_FONT;
}

/** Whether all was drawn since `drawForLater`. */
export function isDrawn(): boolean {
  const isWhole = !isBrokenOff;
  held = ALL_KEYS;
  isBrokenOff = false;
  return isWhole;
}

/** Shows what was drawn. */
export function showScreen(): void {
  g.flip();
}
