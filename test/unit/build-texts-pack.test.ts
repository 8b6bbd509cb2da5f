import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTexts, unpackTexts } from '../../firmware/build/pack-texts';
import { findPairs, spell } from '../../firmware/build/pairs';

const TABLE_BYTES = 512;
const flat = { count: 9, depth: 1, depthOf: () => 0 };
const nested = { count: 9, depth: 2, depthOf: () => 0 };

const found = [
  { name: 'nothing where nothing comes twice', texts: ['abcd'], limits: nested, pairs: [] },
  {
    name: 'the most frequent neighbours first',
    texts: ['abxabyab', 'cdcd'],
    limits: flat,
    pairs: ['ab', 'cd'],
  },
  {
    name: 'pairs of pairs',
    texts: ['ab', 'cd', 'abcd', 'abcd'],
    limits: nested,
    pairs: ['ab', 'cd', 'abcd'],
  },
  {
    name: 'no pairs of pairs where one level is allowed',
    texts: ['abcd abcd'],
    limits: flat,
    pairs: ['ab', 'cd'],
  },
  { name: 'three equal letters as one pair', texts: ['aaa', 'baa'], limits: flat, pairs: ['aa'] },
  { name: 'no neighbours from two texts', texts: ['a', 'b', 'a', 'b'], limits: nested, pairs: [] },
  { name: 'no more than allowed', texts: ['abab', 'cdcd'], limits: { ...flat, count: 1 }, pairs: ['ab'] },
  {
    name: 'none with a letter that is deep already',
    texts: ['abcd abcd'],
    limits: { ...flat, depthOf: (letter: string) => (letter === 'b' ? 1 : 0) },
    pairs: ['cd'],
  },
];
test.each(found)('pairs: $name', ({ texts, limits, pairs }) => {
  expect([...findPairs(texts, limits).keys()]).toEqual(pairs);
});

test('a text is spelled with the fewest symbols, not with the longest first', () => {
  const pairs = new Map(['abc', 'ab', 'cde'].map((pair) => [pair, ['', ''] as const]));
  expect(spell('abcde', pairs)).toEqual(['ab', 'cde']);
  expect(spell('', pairs)).toEqual([]);
});

test('a packed file is the table, then the lengths, then the texts', () => {
  const file = packTexts([...Array<string>(16).fill('ab'), 'c']);
  const heads = Buffer.from(file.subarray(TABLE_BYTES)).toString('hex');
  const code = heads.slice(34, 36);
  expect(heads).toBe(`${'01'.repeat(17)}${code.repeat(16)}63`);
  const at = 2 * Number.parseInt(code, 16);
  expect(Buffer.from(file.subarray(at, at + 2)).toString('latin1')).toBe('ab');
  expect([...file.subarray(2 * 0x63, 2 * 0x63 + 2)]).toEqual([0xc1, 0x63]);
});

test('a packed file has an even size, so that its table can be read in pairs of bytes', () => {
  expect(packTexts(['a']).length % 2).toBe(0);
  expect(packTexts(['ab']).length % 2).toBe(0);
});

test('every text in ISO 8859-1 comes out as it went in, whatever the others are', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'aeinrst \\n'),
    fc
      .integer({ min: 0x20, max: 0xff })
      .filter((code) => code < 0x7f || code > 0xc4)
      .map((code) => String.fromCharCode(code)),
    fc.constantFrom('¿', '¡', '°'),
  );
  const text = fc.array(letter, { minLength: 1, maxLength: 60 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
      expect(unpackTexts(packTexts(texts), texts.length)).toEqual(texts);
    }),
  );
});

test('letters that the file needs for itself are refused by name', () => {
  expect(() => packTexts(['Ä', 'b À'])).toThrow('texts with Ä, À cannot be packed');
});

test('a text of more than 255 packed bytes is refused', () => {
  const letters = Array.from({ length: 256 }, (_, index) =>
    String.fromCharCode(97 + ((index * index * 7 + index) % 26)),
  );
  const noise = Array.from({ length: 40 }, (_, index) =>
    letters
      .slice(index * 6, index * 6 + 6)
      .reverse()
      .join(''),
  ).join(' ');
  expect(() => packTexts([`${noise}${letters.join('')}${noise.split('').reverse().join('')}`])).toThrow(
    'text 0 takes more than 255 bytes',
  );
});
