import { expect, test } from 'vitest';
import { aliasConstructors } from '../../firmware/build/alias';

const used = (times: number): string =>
  `var a=new Uint8Array(9);function f(){${'new Uint8Array(2);'.repeat(times)}}f();`;

test('a constructor that functions name often gets a variable, which they name instead', () => {
  expect(aliasConstructors(used(3))).toBe(
    `var own_Uint8Array=Uint8Array;var a=new Uint8Array(9);function f(){${'new own_Uint8Array(2);'.repeat(3)}}f();`,
  );
});

test('a constructor that is named so rarely that a variable saves no byte stays', () => {
  expect(aliasConstructors(used(1))).toBe(used(1));
});

test('names that a program declares itself, and other names of the device, stay', () => {
  const code = `function f(Uint8Array){return new Uint8Array(1)}function h(){${'Math.max(1);'.repeat(9)}}f(h);`;
  expect(aliasConstructors(code)).toBe(code);
});
