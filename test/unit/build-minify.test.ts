import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readPropertyNames } from '../../firmware/build/gate';
import { liftFunctions } from '../../firmware/build/lift';
import { shortenNames } from '../../firmware/build/names';
import { putNumbersInPlace } from '../../firmware/build/numbers';
import { orderNames } from '../../firmware/build/order';

/** What a program puts into `told`. */
const runTold = (code: string): unknown => runInNewContext(`var told;${code};told`, { Math });

const inPlace = [
  { name: 'a number', code: 'var A=5;f(A);', says: 'var A=5;f(5);' },
  { name: 'a negative number keeps its own sign', code: 'var A=-1;f(1-A);', says: 'var A=-1;f(1-(-1));' },
  {
    name: 'arithmetic on constants',
    code: 'var A=4;var B=2*(A+1);f(B);',
    says: 'var A=4;var B=2*(4+1);f(10);',
  },
  { name: 'constants renamed by the bundler', code: 'var A$1=3;f(A$1);', says: 'var A$1=3;f(3);' },
  { name: 'not a property of that name', code: 'var A=5;f(o.A,{A:A});', says: 'var A=5;f(o.A,{A:5});' },
  { name: 'not a text', code: 'var A="5";f(A);', says: 'var A="5";f(A);' },
  { name: 'not a variable', code: 'var a=5;a=6;f(a);', says: 'var a=5;a=6;f(a);' },
  {
    name: 'not a constant inside a function',
    code: 'function g(){var A=5;return A}',
    says: 'function g(){var A=5;return A}',
  },
];

test.each(inPlace)('numbers in place: $name', ({ code, says }) => {
  expect(putNumbersInPlace(code)).toBe(says);
});

test('something written like a constant and assigned to is refused', () => {
  expect(() => putNumbersInPlace('var A=5;A=6;')).toThrow('A is written like a constant and assigned to');
});

const lifted = [
  {
    name: 'one that needs nothing around it',
    code: 'var k=1;told=function(x){return x+k}(2);',
    isLifted: true,
  },
  {
    name: 'inside another function',
    code: 'function f(){var a=2;return function(x){return x*x}(a)}told=f();',
    isLifted: true,
  },
  {
    name: 'one in the other',
    code: 'told=function(x){return function(y){return y+1}(x)+1}(1);',
    isLifted: true,
  },
  {
    name: 'not one that needs a variable around it',
    code: 'function f(a){return function(x){return x+a}(1)}told=f(2);',
    isLifted: false,
  },
  { name: 'not a small one', code: 'told=function(){return 2}();', isLifted: false },
];

test.each(lifted)('functions get names: $name', ({ code, isLifted }) => {
  const text = liftFunctions(code, 10);
  expect(runTold(text)).toEqual(runTold(code));
  expect(text !== code).toBe(isLifted);
  if (isLifted) expect(text).not.toMatch(/function\(/);
});

test('names come in the order of how often they stand there, values that need a function stay where they are', () => {
  const code = 'function f(){return a}function h(){return f()+f()}var a=1,b=h(),c=[2];told=c+a+b+h();';
  const text = orderNames(code);
  expect(text).toBe(
    'var a=1,c=[2];function f(){return a}function h(){return f()+f()}var b=h();told=c+a+b+h();',
  );
  expect(runTold(text)).toEqual(runTold(code));
});

const programs = [
  {
    name: 'locals and globals',
    code: 'var one=1,two=2;function add(x,y){var one=x;return one+y+two}told=add(one,5);',
  },
  {
    name: 'a parameter called like a function',
    code: 'function f(g){return g}function g(){return f(3)}told=g();',
  },
  {
    name: 'functions in functions',
    code: 'function f(x){return function(y){return function(z){return x+y*z+k}}}var k=9;told=f(1)(2)(3);',
  },
  { name: 'a function with a name of its own', code: 'told=function again(n){return n?n*again(n-1):1}(5);' },
  {
    name: 'errors and properties',
    code: 'var o={a:1,b:{a:2}};try{o.c.d}catch(e){var m=e?o.b.a:o["a"]}told=m;',
  },
  { name: 'a name of the device', code: 'function f(a){return Math.max(a,2)}told=f(1);' },
  {
    name: 'more names than letters',
    code: `${Array.from({ length: 80 }, (_, n) => `var v${n}=${n};`).join('')}told=v3+v70;`,
  },
];

test.each(programs)('shorter names, same program: $name', ({ code }) => {
  const short = shortenNames(code);
  expect(runTold(short)).toEqual(runTold(code));
  expect(short.length).toBeLessThanOrEqual(code.length);
});

test('one letter is enough for everything that is not named inside the other', () => {
  expect(shortenNames('function ff(xx){return xx}function gg(yy){return ff(yy)}gg(gg(ff(1)));')).toBe(
    'function a(a){return a}function b(b){return a(b)}b(b(a(1)));',
  );
});

test('names in comments of the declarations are not the device’s', () => {
  expect(readPropertyNames('/** a page */\ninterface G {\n  // screen\n  flip(): void;\n}')).toEqual([
    'interface',
    'G',
    'flip',
    'void',
  ]);
});
