import { describe, expect, test } from 'vitest';
import { runBoard, toldBy } from '../unit/running-board';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';

/** `tell(n)` on the interpreter prints what `toldBy` finds on the simulated board. */
const TELL = 'var F=require("Flash");function tell(n){print("\\x02"+n)}\n';

const cases: { name: string; script: string }[] = [
  {
    name: 'checksums of strings, arrays and bytes',
    script: `["","a","123456789",[],[1,2,300,-1],new Uint8Array([1,2,3])].forEach(function(d){
      var c=E.CRC32(d);[0,8,16,24].forEach(function(s){tell((c>>>s)&127)});tell(c<0?1:2);
      var h=new Uint8Array(require("crypto").SHA1(d));tell(h.length);tell(h[0]&127);tell(h[19]&127)});`,
  },
  {
    name: 'bytes from nested arrays, strings and buffers',
    script: `var k=new Uint8Array([7,200]),pieces=[[1,[2,"a\\xff"],k],"\\x80b",[k.buffer,300,-2]];
      var t=E.toString(pieces[0],pieces[1],pieces[2]);for(var i=0;i<t.length;i++)tell(t.charCodeAt(i)&127);tell(t.length);
      tell(new Uint8Array(require("crypto").SHA1(pieces))[5]&127);`,
  },
  {
    name: 'bytes mapped, summed and read as UTF-8, overlong forms too',
    script: `var f=E.toArrayBuffer("abcdefgh"),m=new Uint16Array(256);for(var i=0;i<256;i++)m[i]=i*259;
      var p=new Uint16Array(3);E.mapInPlace(new Uint8Array(f,2,3),p,m,-8);var q=new Uint16Array(6);E.mapInPlace(p,q,m,-8);
      var t=E.toString(q.buffer);for(i=0;i<t.length;i++)tell(t.charCodeAt(i)&127);tell(E.sum(new Uint8Array(f).subarray(1,3))-150);
      tell(E.sum(new Uint8Array(f).subarray(2,2)));["\\xc1a","\\xc4\\xc0b","\\xc3\\xe9c","\\xbf","\\xe2\\x82\\xacd","\\xf0\\x80\\x81ae","\\xf8f","\\xc1"].forEach(
      function(u){u=E.decodeUTF8(u);tell(u.length);for(var i=0;i<u.length;i++)tell(u.charCodeAt(i)&127)});`,
  },
  {
    name: 'timers due together, set in callbacks, cleared by each other',
    script: `var n=0;var i=setInterval(function(){tell(1);if(++n==3)clearInterval(i)},200);
      setTimeout(function(){tell(2);setTimeout(function(){tell(5)},0);setTimeout(function(){tell(6)},100)},200);
      var x=setTimeout(function(){tell(9)},320);setTimeout(function(){tell(3);clearTimeout(x)},200);
      setTimeout(function(){tell(7);throw "x"},480);setTimeout(function(){tell(8)},540);
      process.on("uncaughtException",function(e){tell(e=="x"?10:11)});`,
  },
  {
    name: 'identifiers of timers',
    script: `function f(){}tell(setTimeout(f,5));var a=setTimeout(f,9),b=setInterval(f,9);tell(a);tell(b);clearInterval(b);
      tell(setTimeout(f,3));clearTimeout();tell(setTimeout(f,3));`,
  },
  {
    name: 'flash written over and read back',
    script: `var B=F.getFree()[0].addr+12288;F.write([1,2,3],B+1);F.write("\\xf0\\x0f\\xff",B+2);F.write(new Uint8Array([255,7]).buffer,B+8);
      F.write(new Uint8Array([9,8,7,6]).subarray(1,3),B+12);var d=F.read(16,B);for(var i=0;i<16;i++)tell(d[i]&127);
      F.erasePage(B+4095);tell(F.read(1,B+2)[0]&127);tell(F.read(0,B)===undefined?1:2);tell(F.getFree()[0].length/4096);`,
  },
  {
    name: 'what is refused',
    script: `[function(){clearTimeout(undefined)},function(){clearInterval(undefined)},function(){setTimeout(3,3)},function(){require("nope")},
      function(){F.write(undefined,0)},function(){F.erasePage(0.5)},function(){F.erasePage("x")}].forEach(function(f){
      try{f();tell(0)}catch(e){var c=E.CRC32(e.message);tell(c&127);tell((c>>>8)&127)}});`,
  },
];

describe.skipIf(!interpreterPath)(
  `simulated calls against the interpreter (${interpreterPath ?? interpreterMissing})`,
  () => {
    test.each(cases)('$name', ({ script }) => {
      const { output } = runOnInterpreter(TELL + script);
      const expected = output
        .filter((line) => line.includes('\x02'))
        .map((line) => Number(line.split('\x02')[1]));
      const board = runBoard(script);
      board.advance(1000);
      expect(expected.length).toBeGreaterThan(3);
      expect(toldBy(board)).toEqual(expected);
    });
  },
);
