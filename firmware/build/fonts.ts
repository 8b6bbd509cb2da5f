import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Glyph, readGlyphs } from './bdf';

/** Where a font's letters stand in their cell, counted in pixel rows from the cell's top. */
export interface FontMetrics {
  /** the font's file in the npm package `galmuri` */
  file: string;
  /** rows of a cell; accented capitals and descenders fit */
  heightPx: number;
  /** rows above a plain capital: there the accents of capitals stand */
  capTopPx: number;
  /** rows of a plain capital */
  capHeightPx: number;
}

/** Font 0: answers, signs, cards and keys. Capitals fill rows 3 to 12; two rows for descenders follow. */
export const ANSWER_FONT: FontMetrics = {
  file: 'Galmuri11-Condensed.bdf',
  heightPx: 15,
  capTopPx: 3,
  capHeightPx: 10,
};
/** Font 1: questions and titles. Capitals fill rows 2 to 8; two rows for descenders follow. */
export const QUESTION_FONT: FontMetrics = { file: 'Galmuri7.bdf', heightPx: 11, capTopPx: 2, capHeightPx: 7 };
/** The fonts by the number under which the ledger's fixed part holds them. */
export const FONTS: readonly FontMetrics[] = [ANSWER_FONT, QUESTION_FONT];

/** The first character code with a width; the widths go on to 255. */
export const FIRST_CHAR = 32;
const LAST_CHAR = 255;
/**
 * What stands in a font under another code: the arrows of large size, where Latin-1 has control characters, and a blank
 * for the one that no line breaks at.
 */
const SYMBOLS: Readonly<Record<number, number>> = { 128: 0x25c0, 129: 0x25b6, 160: 0x20 };
const ACCENTED = '¡¿«»°ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜßàáâäçèéêëíîïñóôöùúûü';

/**
 * Every character that can be shown: printable ASCII, the letters of Spanish, French and German in ISO 8859-1, the
 * blank at 0xA0, and two arrows at 0x80 (left) and 0x81 (right).
 */
export const CHARACTERS: readonly number[] = [
  ...Array.from({ length: 127 - FIRST_CHAR }, (_, index) => FIRST_CHAR + index),
  ...Object.keys(SYMBOLS).map(Number),
  ...[...ACCENTED].map((letter) => letter.charCodeAt(0)),
];

/** A font as `Graphics.setFontCustom` takes it. */
export interface DeviceFont {
  heightPx: number;
  firstChar: number;
  /** columns of all letters one after the other without gaps, `heightPx` bits each, uppermost first */
  bitmap: Uint8Array;
  /** a width in pixels for every character code from `firstChar` to 255; 0 where there is no letter */
  widths: Uint8Array;
}

/** The folder of the npm package that the fonts come from. */
export function fontFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('galmuri/package.json'));
}

/**
 * Converts a bitmap font to Espruino's custom-font format.
 *
 * @throws Error if a letter is missing or does not fit into the cell
 * @source Espruino `Graphics.setFontCustom`: column first, high bit first, 1 bit a pixel
 */
export function buildFont(font: FontMetrics): DeviceFont {
  const glyphs = readGlyphs(
    readFileSync(join(fontFolder(), 'dist', font.file), 'utf8'),
    CHARACTERS.map((code) => SYMBOLS[code] ?? code),
  );
  const capitalBottomPx = glyphs.get('H'.charCodeAt(0))?.bottomPx ?? 0;
  const topPx = capitalBottomPx + font.capHeightPx + font.capTopPx;
  const widths = new Uint8Array(LAST_CHAR + 1 - FIRST_CHAR);
  const bits: boolean[] = [];
  for (const code of [...CHARACTERS].sort((a, b) => a - b)) {
    const columns = drawColumns(
      glyphs.get(SYMBOLS[code] ?? code),
      topPx,
      font.heightPx,
      `${font.file} ${code}`,
    );
    widths[code - FIRST_CHAR] = columns.length;
    bits.push(...columns.flat());
  }
  return { heightPx: font.heightPx, firstChar: FIRST_CHAR, bitmap: packBits(bits), widths };
}

/** The width of a text in pixels, as `Graphics.stringWidth` counts it: with the gap after the last letter. */
export function measureWidthPx(font: DeviceFont, text: string): number {
  let widthPx = 0;
  for (const letter of text) widthPx += font.widths[letter.charCodeAt(0) - font.firstChar] ?? 0;
  return widthPx;
}

function drawColumns(glyph: Glyph | undefined, topPx: number, heightPx: number, name: string): boolean[][] {
  if (!glyph) throw new Error(`${name}: no such letter`);
  const overhangPx = Math.max(0, -glyph.leftPx); // Espruino cannot draw to the left of a letter's origin
  const firstRow = topPx - glyph.bottomPx - glyph.rows.length;
  const columns = Array.from({ length: glyph.advancePx + overhangPx }, () =>
    Array<boolean>(heightPx).fill(false),
  );
  glyph.rows.forEach((row, y) => {
    row.forEach((isInk, x) => {
      if (!isInk) return;
      const column = columns[x + glyph.leftPx + overhangPx];
      if (!column || column[firstRow + y] === undefined)
        throw new Error(`${name}: does not fit into its cell`);
      column[firstRow + y] = true;
    });
  });
  return columns;
}

function packBits(bits: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => {
    if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7));
  });
  return bytes;
}
