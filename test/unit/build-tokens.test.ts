import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../../firmware/build/tokenise';
import { writeTokensOut } from '../../firmware/simulator/tokens';

/** What an expression is worth, as text and as tokens. */
const bothValues = (expression: string): unknown[] =>
  [expression, writeTokensOut(tokenise(`(${expression})`))].map((code) =>
    new Function('a', 'b', `return ${code}`)(7, 3),
  );
const hexOf = (code: string): string => Buffer.from(code, 'latin1').toString('hex');

const golden: readonly (readonly [code: string, hex: string])[] = [
  ['return;', 'ab3b'],
  ['a===b', '618b62'],
  ['x=0', '783dd3'],
  ['x=9', '783d39'],
  ['x=10', '783dd40a'],
  ['x=!0||!1', '783db4a0b5'],
  ['x=127', '783dd47f'],
  ['x=128', '783dd58000'],
  ['x=-1', '783dd4ff'],
  ['x=32768', '783d3332373638'],
  ['x="ab"', '783dd1026162'],
  ['x=""', '783d2222'],
  ['try{a()}catch(e){}', 'b17b6128297d63617463682865297b7d'],
];
for (const [code, hex] of golden)
  test(`the interpreter's bytes for ${code}`, () => {
    const text = code.startsWith('return') ? `function f(){${code}}` : code;
    expect(hexOf(tokenise(text))).toContain(hex);
  });

for (const expression of [
  'a+ +b',
  'a- -b',
  'a- -1',
  'a- -b*2',
  'a+ + +b',
  'a++ +b',
  'a-- -b',
  'a+ ++b',
  'a- --b',
  '-a- - -b',
  'a+-b',
  'a?-1:+1',
  'a<b&&!--b',
  '1 .toString()',
  '.5+1e3+0x10+65535-70000',
  '[-128,-129,127,128,-32768,-32769,32767,32768,0]',
  '({in:1,of:2,"a b":3,4:5}).of',
  'typeof a+void 0+(a in[b])',
])
  test(`tokens leave ${expression} what it is`, () => {
    const [asText, asTokens] = bothValues(expression);
    expect(asTokens).toEqual(asText);
  });

test('a minus zero, which tokens would lose, is refused with its place', () => {
  expect(() => tokenise('var a=1;a=-0')).toThrow(/character 10: write \.\.\.-0/);
});

test('strings of every length and byte, and every number, come back as they were', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.double({ noNaN: true }),
      fc.integer(),
      (bytes, real, whole) => {
        const text = Buffer.from(bytes).toString('latin1');
        const number = Number.isFinite(real) && !Object.is(real, -0) ? real : 0;
        const code = `([${JSON.stringify(text)},${number},${whole},${whole >> 16},${whole >> 24}])`;
        expect(new Function(`return ${writeTokensOut(tokenise(code))}`)()).toEqual([
          text,
          number,
          whole,
          whole >> 16,
          whole >> 24,
        ]);
      },
    ),
  );
});

test('text is left alone, and so are accents in strings and comments beside tokens', () => {
  const text = 'var a="\\"S\xed";// \xab\n/* \xab " */b=\'\xab\';c=a/b;';
  expect(writeTokensOut('var a = 1; // 2')).toBe('var a = 1; // 2');
  expect(writeTokensOut(`${text}\xd3`)).toBe(`${text} 0 `);
});

for (const [what, code, message] of [
  ['a byte that stands for nothing', 'a=\xcf', 'byte 207 at 2'],
  ['a string that is cut off', 'a=\xd1\x05ab', 'cut off at byte 6'],
  ['a number that is cut off', 'a=\xd5\x05', 'cut off at byte 4'],
] as const)
  test(`${what} is refused`, () => {
    expect(() => writeTokensOut(code)).toThrow(message);
  });
