import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFont, FONTS, measureWidthPx } from '../../firmware/build/fonts';
import { compileTexts, layOutTexts, readTexts } from '../../firmware/build/texts';
import { joinLines, ROOMS, TooWideError, wrapText } from '../../firmware/build/wrap';
import { languageCodes } from '../../shared/check/codes';
import { type Slot, textList } from '../../shared/wording/texts';

const fonts = FONTS.map(buildFont);
const wrap = (text: string, slot: Slot) => {
  const font = fonts[ROOMS[slot].font];
  if (!font) throw new Error(slot);
  return wrapText(text, ROOMS[slot], font);
};

const wrapped = [
  { name: 'what fits stays on one line', slot: 'answer', text: 'Shoes only', lines: 'Shoes only' },
  {
    name: 'a space becomes the break',
    slot: 'answer',
    text: 'Knee pain + shoes',
    lines: 'Knee pain +\nshoes',
  },
  {
    name: 'a plus stays before the break',
    slot: 'answer',
    text: 'Rodilla+zapatillas',
    lines: 'Rodilla+\nzapatillas',
  },
  {
    name: 'a slash stays before the break',
    slot: 'answer',
    text: 'Está caliente/fiebre',
    lines: 'Está caliente/\nfiebre',
  },
  { name: 'a card keeps its own lines', slot: 'card', text: 'One\ntwo\nthree', lines: 'One\ntwo\nthree' },
] as const;
for (const { name, slot, text, lines } of wrapped) {
  test(`wrapping: ${name}`, () => {
    expect(wrap(text, slot)).toBe(lines);
  });
}

const refused = [
  { name: 'a word wider than its room', slot: 'answer', text: 'Incomprehensibility', says: 'there are 62' },
  {
    name: 'more lines than the room has',
    slot: 'answer',
    text: 'one two three four five six seven',
    says: '3 lines',
  },
  { name: 'a key of two words too long', slot: 'key', text: 'None of these here', says: '2 lines' },
  {
    name: 'a card line that is too wide',
    slot: 'card',
    text: 'This one line is much too long for it',
    says: '126',
  },
  { name: 'a card of four lines', slot: 'card', text: '1\n2\n3\n4', says: '4 lines' },
] as const;
for (const { name, slot, text, says } of refused) {
  test(`wrapping refuses ${name}`, () => {
    expect(() => wrap(text, slot)).toThrow(TooWideError);
    expect(() => wrap(text, slot)).toThrow(says);
  });
}

test('wrapping never cuts a word, loses a letter or makes a line too wide', () => {
  const word = fc.stringMatching(/^[a-zé]{1,7}[/+]?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const text = words.join(' ');
      const font = fonts[0];
      if (!font) throw new Error('no font');
      const lines = wrapText(text, { ...ROOMS.answer, lines: 9 }, font).split('\n');
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) expect(measureWidthPx(font, line)).toBeLessThanOrEqual(ROOMS.answer.widthPx);
    }),
  );
});

test('wrapping leaves no French question mark alone on a line', () => {
  expect(wrap('Avez-vous mal ?', 'answer')).toBe('Avez-vous\nmal ?');
});

test('a space at the end of words that a number follows stays', () => {
  expect(layOutTexts('fr', [{ key: 'a', slots: ['key'], text: 'Appelez le ' }], fonts)).toEqual([
    'Appelez le ',
  ]);
});

test('a text that is an answer and a sign is stored broken, and the kiosk can undo the break', () => {
  const text = 'Está caliente/fiebre';
  const [stored = ''] = layOutTexts('es', [{ key: 'a', slots: ['sign', 'answer'], text }], fonts);
  expect(stored).toBe('Está caliente/\nfiebre');
  expect(joinLines(stored)).toBe(text);
});

test.each(languageCodes)(
  'every text of the language %s fits its places and comes out of its file',
  (language) => {
    const texts = textList(language);
    const file = compileTexts(language, texts, fonts);
    expect(readTexts(file)).toEqual(layOutTexts(language, texts, fonts));
  },
);

test('texts that cannot be shown are all named, with key, language, slot and pixels', () => {
  const compile = () =>
    compileTexts(
      'de',
      [
        { key: 'card.long', slots: ['title'], text: 'Das ist ein viel zu langer Titel für diese Zeile' },
        { key: 'letter', slots: ['key'], text: 'a€' },
        { key: 'large', slots: ['card'], text: 'ein Heilversprechen' },
        { key: 'plus', slots: ['sign', 'answer'], text: 'Melonen+Birnensaft' },
      ],
      fonts,
    );
  expect(compile).toThrow(/card\.long de title: .* 126 px/);
  expect(compile).toThrow(/letter de: no letter for "€"/);
  expect(compile).toThrow(/large de: too wide in large size: "Heilversprechen" is 138 px/);
  expect(compile).toThrow(/plus de sign: its line break cannot be undone/);
});
