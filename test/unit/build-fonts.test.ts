import { expect, test } from 'vitest';
import { readGlyphs } from '../../firmware/build/bdf';
import {
  ANSWER_FONT,
  buildFont,
  CHARACTERS,
  type DeviceFont,
  FIRST_CHAR,
  measureWidthPx,
  QUESTION_FONT,
} from '../../firmware/build/fonts';

const answers = buildFont(ANSWER_FONT);
const questions = buildFont(QUESTION_FONT);
const fonts = [
  { name: 'answers', font: answers, metrics: ANSWER_FONT, atLeastPx: 9 },
  { name: 'questions', font: questions, metrics: QUESTION_FONT, atLeastPx: 7 },
];
const ACCENTED_CAPITALS = 'ÀÂÄÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜ';
/** The usual one, and the one at which no line breaks. */
const BLANKS = [' ', '\xa0'];

for (const { name, font, metrics, atLeastPx } of fonts) {
  test(`the font for ${name} has capitals of at least ${atLeastPx} px, standing where its metrics say`, () => {
    expect(metrics.capHeightPx).toBeGreaterThanOrEqual(atLeastPx);
    for (const letter of 'ABCDEFGHIJKLMNOPRSTUVWXYZ') {
      const inked = inkedRows(font, letter);
      expect([letter, inked[0], inked.length]).toEqual([letter, metrics.capTopPx, metrics.capHeightPx]);
    }
  });

  test(`the font for ${name} draws accents above the capital, and nothing is cut off`, () => {
    for (const letter of ACCENTED_CAPITALS.replace('Ç', '')) {
      const inked = inkedRows(font, letter);
      expect(inked[0], letter).toBeLessThan(metrics.capTopPx);
      expect(inked.at(-1), letter).toBe(metrics.capTopPx + metrics.capHeightPx - 1);
    }
    expect(inkedRows(font, 'Ç').at(-1)).toBeGreaterThan(metrics.capTopPx + metrics.capHeightPx - 1);
  });

  test(`the font for ${name} has every character once, and its bits are exactly its columns`, () => {
    const columns = font.widths.reduce((sum, width) => sum + width, 0);
    expect(font.bitmap).toHaveLength(Math.ceil((columns * font.heightPx) / 8));
    const drawn = [...font.widths].flatMap((width, index) => (width > 0 ? [FIRST_CHAR + index] : []));
    expect(drawn).toEqual([...CHARACTERS].sort((a, b) => a - b));
    for (const blank of BLANKS) {
      expect(inkedRows(font, blank)).toEqual([]);
      expect(font.widths[blank.charCodeAt(0) - FIRST_CHAR]).toBe(font.widths[0]);
    }
    const inked = drawn.filter((code) => !BLANKS.includes(String.fromCharCode(code)));
    for (const code of inked) expect(inkedRows(font, String.fromCharCode(code))).not.toEqual([]);
  });
}

test('a letter is drawn pixel for pixel as in its font', () => {
  expect(draw(questions, 'É')).toEqual([
    '..#.',
    '.#..',
    '....',
    '###.',
    '#...',
    '###.',
    '#...',
    '#...',
    '###.',
    '....',
    '....',
  ]);
});

test('a letter that reaches to the left of its origin is moved into its cell', () => {
  expect(draw(answers, 'j').slice(4)).toEqual([
    '.#.',
    '...',
    '.#.',
    '.#.',
    '.#.',
    '.#.',
    '.#.',
    '.#.',
    '.#.',
    '.#.',
    '#..',
  ]);
});

test('widths add up letter by letter, and a character without a letter has none', () => {
  expect(measureWidthPx(questions, 'Éj')).toBe(8);
  expect(measureWidthPx(questions, '\n€')).toBe(0);
  expect(measureWidthPx(questions, '')).toBe(0);
});

test('a font without a wanted letter is refused', () => {
  expect(() => readGlyphs('ENCODING 65\nDWIDTH 3 0\nBBX 1 1 0 0\nBITMAP\n80\nENDCHAR', [65, 66])).toThrow(
    'B',
  );
});

/** The letter's cell, a line a row, `#` is ink. */
function draw(font: DeviceFont, letter: string): string[] {
  const index = letter.charCodeAt(0) - font.firstChar;
  const firstColumn = font.widths.subarray(0, index).reduce((sum, width) => sum + width, 0);
  return Array.from({ length: font.heightPx }, (_, y) =>
    Array.from({ length: font.widths[index] ?? 0 }, (_, x) => {
      const bit = (firstColumn + x) * font.heightPx + y;
      return ((font.bitmap[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1 ? '#' : '.';
    }).join(''),
  );
}

function inkedRows(font: DeviceFont, letter: string): number[] {
  return draw(font, letter).flatMap((row, y) => (row.includes('#') ? [y] : []));
}
