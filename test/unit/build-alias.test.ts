import { expect, test } from 'vitest';
import { aliasLongNames } from '../../firmware/build/alias';

const used = (times: number): string =>
  `var a=new Uint8Array(9);function f(b){${'new Uint8Array(2);'.repeat(times)}}f();`;
const read = (property: string, times: number): string =>
  `function f(b){${`b.${property}(2);`.repeat(times)}}f();`;

test('a constructor that functions name often gets a variable, which they name instead', () => {
  expect(aliasLongNames(used(4))).toBe(
    `var own_Uint8Array=Uint8Array;${used(4).replaceAll('new Uint8Array(2)', 'new own_Uint8Array(2)')}`,
  );
});

test('a property that functions name often is asked for by a variable that holds its name', () => {
  expect(aliasLongNames(read('charCodeAt', 9))).toBe(
    `var own_charCodeAt="charCodeAt";${read('charCodeAt', 9).replaceAll('.charCodeAt', '[own_charCodeAt]')}`,
  );
});

test.each([used(1), read('charCodeAt', 2)])('a name stays where a variable saves too little: %s', (code) => {
  expect(aliasLongNames(code)).toBe(code);
});

test('names that a program declares itself stay', () => {
  const code = `function f(Uint8Array){${'new Uint8Array(1);'.repeat(9)}}f();`;
  expect(aliasLongNames(code)).toBe(code);
});
