import { type Canvas, PIECE_WIDTH_PX } from './frame';

/** One letter, scaled for drawing. */
export interface Glyph {
  widthPx: number;
  /** pieces of PIECE_WIDTH_PX from the left, each with one number of bits a row */
  pieces: number[][];
}

/** A font of the firmware's own, unpacked and scaled for drawing. */
export interface Font {
  heightPx: number;
  /** what every character behind the last one of the font counts when a text is measured */
  missingWidthPx: number;
  glyphs: (Glyph | undefined)[];
}

/** 2v29 reads -1 behind the end of the widths and takes its low byte. */
const MISSING_WIDTH_PX = 255;

const fonts = new Map<string, Map<string, Font>>();

/**
 * The font that `setFontCustom` describes: columns of `height & 255` bits one after the other, a width for each
 * character code from `firstChar` on, scaled by `height >> 8 & 255`. Kept, because screens ask again and again.
 */
export function unpackFont(bitmap: string, firstChar: number, widths: string, height: number): Font {
  let sizes = fonts.get(bitmap);
  if (!sizes) {
    sizes = new Map();
    fonts.set(bitmap, sizes);
  }
  const key = `${firstChar},${height},${widths}`;
  let font = sizes.get(key);
  if (!font) {
    const scale = scaleOf(height);
    font = { heightPx: (height & 255) * scale, missingWidthPx: MISSING_WIDTH_PX * scale, glyphs: [] };
    let firstBit = 0;
    for (let i = 0; i < widths.length && firstChar + i < 256; i++) {
      const width = widths.charCodeAt(i);
      font.glyphs[firstChar + i] = unpackGlyph(bitmap, firstBit, width, height & 255, scale);
      firstBit += width * (height & 255);
    }
    sizes.set(key, font);
  }
  return font;
}

/** Draws one glyph with its upper left corner at x, y. */
export function drawGlyph(canvas: Canvas, glyph: Glyph, x: number, y: number, isDark: boolean): void {
  for (let piece = 0; piece < glyph.pieces.length; piece++) {
    const rows = glyph.pieces[piece] ?? [];
    for (let row = 0; row < rows.length; row++) {
      const bits = rows[row] ?? 0;
      if (bits) canvas.putBits(x + piece * PIECE_WIDTH_PX, y + row, bits, isDark);
    }
  }
}

function scaleOf(height: number): number {
  return Math.max((height >> 8) & 255, 1);
}

function unpackGlyph(bitmap: string, firstBit: number, width: number, height: number, scale: number): Glyph {
  const widthPx = width * scale;
  const pieces: number[][] = [];
  for (let left = 0; left < widthPx; left += PIECE_WIDTH_PX) {
    const rows: number[] = [];
    for (let y = 0; y < height * scale; y++) {
      let bits = 0;
      for (let x = left; x < left + PIECE_WIDTH_PX && x < widthPx; x++) {
        const bit = firstBit + Math.floor(x / scale) * height + Math.floor(y / scale);
        const isSet = (bitmap.charCodeAt(bit >> 3) >> (7 - (bit & 7))) & 1;
        if (isSet) bits |= 0x8000 >> (x - left);
      }
      rows.push(bits);
    }
    pieces.push(rows);
  }
  return { widthPx, pieces };
}
