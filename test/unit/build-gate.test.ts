import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  countNamedFunctions,
  describeRefusals,
  readDeclaredNames,
  refusals,
} from '../../firmware/build/gate';

const known = readDeclaredNames(readFileSync('firmware/espruino.d.ts', 'utf8'));
const sentences = (code: string) => refusals(code, known).map(({ sentence }) => sentence);

const good = [
  { name: 'a function before its call', code: 'function a(b){return b+1}a(2);' },
  { name: 'a directive in front of functions', code: '"use strict";function a(){}a();' },
  { name: 'default as the last branch', code: 'var a=1;switch(a){case 1:a=2;break;default:a=3}' },
  { name: 'a switch without default', code: 'var a=1;switch(a){case 1:a=2}' },
  { name: 'return alone, before a brace', code: 'function a(){return\n}a();' },
  { name: 'return with a value on its line', code: 'function a(){return 1}a();' },
  { name: 'groups, classes and plain quantifiers', code: 'var a=/(a|b)+[{?}\\b]*\\d\\{/gi;' },
  { name: 'a slice borrowed from an empty array', code: 'var a=[].slice.call("abc");' },
  { name: 'reading a length', code: 'var a=[];a[a.length]=1;' },
  { name: 'JSON with only a value', code: 'var JSON={};JSON.stringify(1);JSON.stringify(1,null,2);' },
  { name: 'the device’s own names', code: 'g.clear();setWatch(function(){},BTN1,{repeat:true});' },
  { name: 'names of parameters, errors and functions', code: '(function a(b){try{b()}catch(c){a(c)}})(g);' },
  { name: 'a property called of', code: 'g.of({of:1,static:2});' },
  { name: 'escaped letters of ISO 8859-1', code: 'var a="\\xe9";' },
  { name: 'a file name of 28 bytes', code: `require("Storage").read("${'n'.repeat(28)}");` },
] as const;
for (const { name, code } of good) {
  test(`the gate lets pass: ${name}`, () => {
    expect(sentences(code)).toEqual([]);
  });
}

const bad = [
  { name: 'an arrow function', code: 'var a=()=>1;', says: 'not ES5' },
  { name: 'let', code: 'let a=1;', says: 'not ES5' },
  { name: 'a variable called of', code: 'var of=1;', says: 'calls something "of"' },
  { name: 'a parameter called static', code: 'function a(static){}a();', says: 'calls something "static"' },
  { name: 'a function called of', code: 'function of(){}of();', says: 'calls something "of"' },
  { name: 'an error called let', code: 'try{g.a()}catch(let){}', says: 'calls something "let"' },
  { name: 'a trailing syntax error', code: 'var a=;', says: 'not ES5' },
  { name: 'a letter that is not ASCII', code: 'var a="é";', says: 'not ASCII' },
  { name: 'an escaped letter of two bytes', code: 'var a="\\u20ac";', says: 'ISO 8859-1' },
  { name: 'a label', code: 'a:for(;;){break a}', says: 'label' },
  { name: 'with', code: 'with(g){}', says: '"with"' },
  { name: 'debugger', code: 'debugger;', says: 'debugger' },
  {
    name: 'a case after default',
    code: 'var a=1;switch(a){default:a=3;case 1:a=2}',
    says: 'after "default"',
  },
  { name: 'a function after code', code: 'a();function a(){}', says: 'does not hoist' },
  {
    name: 'a function after code, in a function',
    code: '(function(){var b=1;function a(){}a(b)})();',
    says: 'hoist',
  },
  { name: 'a value on the line after return', code: 'function a(){return\n1}a();', says: 'line break after' },
  { name: 'a group without capture', code: 'var a=/(?:a)/;', says: '"(?"' },
  { name: 'lookahead', code: 'var a=/a(?=b)/;', says: '"(?"' },
  { name: 'a repeat count', code: 'var a=/a{2,3}/;', says: 'braces' },
  { name: 'a lazy quantifier', code: 'var a=/a+?b/;', says: 'lazy' },
  { name: 'a word boundary', code: 'var a=/\\ba/;', says: 'boundary' },
  { name: 'a back reference', code: 'var a=/(a)\\1/;', says: 'refers back' },
  { name: 'a multi-line flag', code: 'var a=/a/m;', says: 'flag' },
  { name: 'a regular expression made at run time', code: 'var RegExp,a=new RegExp("a");', says: 'run time' },
  { name: 'a getter', code: 'var a={get b(){return 1}};', says: 'getter' },
  { name: 'a length that is assigned', code: 'var a=[];a.length=0;', says: '.length' },
  { name: 'Array.from', code: 'var Array,a=Array.from("b");', says: 'Array.from' },
  { name: 'Object.freeze', code: 'var Object,a=Object.freeze({});', says: 'Object.freeze' },
  { name: 'Number.isInteger', code: 'var Number,a=Number.isInteger(1);', says: 'Number.isInteger' },
  { name: 'Math.trunc, by a string too', code: 'var a=Math["trunc"](1);', says: 'Math.trunc' },
  { name: 'Math.imul', code: 'var a=Math.imul(1,2);', says: 'Math.imul' },
  { name: 'Date.UTC', code: 'var Date,a=Date.UTC(1);', says: 'Date.UTC' },
  { name: 'getUTCHours', code: 'var Date,a=new Date().getUTCHours();', says: 'getUTCHours' },
  { name: 'flat', code: 'var a=[[1]].flat();', says: '.flat()' },
  { name: 'at', code: 'var a=[1].at(-1);', says: '.at()' },
  {
    name: 'the prototype of arrays',
    code: 'var Array,a=Array.prototype.slice.call("b");',
    says: 'Array.prototype',
  },
  { name: 'a replacer', code: 'var JSON,a=JSON.stringify(1,function(){});', says: 'ignores' },
  { name: 'a reviver', code: 'var JSON,a=JSON.parse("1",g);', says: 'ignores' },
  { name: 'a name that the device does not have', code: 'console.log(1);', says: '"console"' },
  { name: 'a variable of another function', code: '(function(){var a=1;g.b(a)})();a();', says: '"a"' },
  { name: 'an undeclared variable', code: 'total=1;', says: '"total"' },
  {
    name: 'a file name of 29 bytes',
    code: `require("Storage").read("${'n'.repeat(29)}");`,
    says: '29 bytes',
  },
] as const;
for (const { name, code, says } of bad) {
  test(`the gate refuses: ${name}`, () => {
    const found = sentences(code);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });
}

test('a refusal says where it stands, and shows the text around', () => {
  const code = 'var a=1;\nvar b=Math.trunc(a);';
  const found = refusals(code, known);
  expect(found).toMatchObject([{ line: 2, column: 6 }]);
  const text = describeRefusals('app', code, found);
  expect(text).toContain('app:2:6: uses Math.trunc');
  expect(text).toContain('var b=Math.trunc(a);');
});

test('every function with a name is counted, however it got it', () => {
  const code = 'function a(){}var b=function(){},c={d:function(){}};c.e=function(){};[1].map(function(){});';
  expect(countNamedFunctions(code)).toBe(4);
});
