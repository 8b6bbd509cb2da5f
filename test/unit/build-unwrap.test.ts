import { expect, test } from 'vitest';
import { unwrapFunctions } from '../../firmware/build/unwrap';

const same: readonly (readonly [string, string])[] = [
  ['function draw(){g.clear()}draw(),draw();', 'g.clear(),g.clear();'],
  ['function read(a){return F.read(a)}var x=read(1)||read("b");', 'var x=F.read(1)||F.read("b");'],
  ['function fill(a,b){g.fill(a,2,b)}fill(x+1,y?1:2);', 'g.fill(x+1,2,y?1:2);'],
  ['var x=function(a){return E.sum(a)}(b||c)+1;', 'var x=E.sum(b||c)+1;'],
  ['var x=2*function(a,b){return a.s+b+a.s}(c,5);', 'var x=2*(c.s+5+c.s);'],
];

test.each(same)('a wrapper is written into its callers: %s', (code, unwrapped) => {
  expect(unwrapFunctions(code)).toBe(unwrapped);
});

test.each([
  ['is given away', 'function read(a){return F.read(a)}use(read);'],
  ['would take more', `function read(a){return Storage.readFile(a)}${'read(1);'.repeat(9)}`],
  ['gives nothing where a value is wanted', 'function draw(){g.clear()}var x=draw();'],
  ['takes its parameters in another order', 'function read(a,b){return F.read(b,a)}read(c(),d());'],
  ['is called without all of them', 'function read(a,b){return F.read(a,b)}read(1);'],
  [
    'stands for something else there',
    'function read(a){return F.read(a)}function f(F){return read(F)}f(1),f(2);',
  ],
  ['calls something that could change what it was given', 'var x=function(a){return b()+a.s}(c);'],
  ['is given what is worked out once', 'var x=function(a){return a+a}(c+d);'],
])('it stays where it %s', (_reason, code) => {
  expect(unwrapFunctions(code)).toBe(code);
});
