/** One letter of a bitmap font: its rows from the top, and where they stand. */
export interface Glyph {
  /** pixels from this letter's origin to the next one's */
  advancePx: number;
  /** pixels from the origin to the leftmost column; may be negative */
  leftPx: number;
  /** height of the lowest row above the font's baseline; negative below it */
  bottomPx: number;
  /** ink, true is drawn; uppermost row first, every row equally long */
  rows: boolean[][];
}

const GLYPH = /ENCODING (\d+)\n.*?DWIDTH (\d+) 0\nBBX (\d+) (\d+) (-?\d+) (-?\d+)\nBITMAP\n(.*?)ENDCHAR/gs;

/**
 * Reads the letters `wanted` from a font in the Glyph Bitmap Distribution Format.
 *
 * @param bdf     the font file's text
 * @param wanted  character codes
 * @returns the letters by character code
 * @throws Error naming the letters that the font does not have
 * @source Adobe, Glyph Bitmap Distribution Format specification 2.2 (technical note 5005)
 */
export function readGlyphs(bdf: string, wanted: readonly number[]): Map<number, Glyph> {
  const isWanted = new Set(wanted);
  const glyphs = new Map<number, Glyph>();
  for (const match of bdf.replaceAll('\r', '').matchAll(GLYPH)) {
    const [code = 0, advancePx = 0, width = 0, , leftPx = 0, bottomPx = 0] = match.slice(1, 7).map(Number);
    if (!isWanted.has(code)) continue;
    const lines = (match[7] ?? '').split('\n').filter((line) => line !== '');
    const rows = lines.map((hex) => {
      const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
      return Array.from({ length: width }, (_, x) => bits[x] === '1');
    });
    glyphs.set(code, { advancePx, leftPx, bottomPx, rows });
  }
  const missing = wanted.filter((code) => !glyphs.has(code));
  if (missing.length > 0) throw new Error(`the font has no letter for: ${String.fromCharCode(...missing)}`);
  return glyphs;
}
