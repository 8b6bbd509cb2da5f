import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../firmware/simulator/crc32';
import { sha1 } from '../../firmware/simulator/sha1';
import { runBoard, toldBy } from './running-board';

describe('what simulated firmware finds', () => {
  test.each([
    {
      name: 'eval with the same globals',
      source:
        'eval("g.clear();require(\\"Flash\\").write([1,0,0,0],0x6E000+4096)");eval("\\"use strict\\";require(\\"Flash\\").write([2,0,0,0],0x6E004+4096)")',
      told: [1, 2],
    },
    { name: 'the value of an expression', source: 'tell(eval("(function(){return 5})")());', told: [5] },
    {
      name: 'no variables of other scripts',
      source: 'eval("var own=1");tell(typeof own=="undefined"?1:2)',
      told: [1],
    },
    {
      name: 'nothing of the browser or of Node',
      source:
        '[typeof console,typeof Map,typeof Promise,typeof document,typeof fetch,typeof globalThis,typeof Date,typeof JSON].forEach(function(t){tell(t=="undefined"?1:2)})',
      told: [1, 1, 1, 1, 1, 1, 1, 1],
    },
    {
      name: 'its flash where the board has it',
      source:
        'var f=F.getFree()[0];tell(f.addr==0x6D000?1:2);tell(f.length/4096);tell(F.read(3,f.addr+4)[0])',
      told: [1, 9, 46],
    },
    {
      name: 'no module that is not there',
      source: 'try{require("fs")}catch(e){tell(e.message=="Module \\"fs\\" not found"?1:2)}',
      told: [1],
    },
    { name: 'random numbers of 32 bits, signed', source: 'tell(E.hwRand()==0x12345678?1:2)', told: [1] },
    {
      name: 'memory, battery, version',
      source:
        'var m=process.memory();tell(m.free+m.usage==m.total?1:2);tell(E.getBattery());tell(process.env.BOARD=="PIXLJS"?1:2)',
      told: [1, 100, 1],
    },
    {
      name: 'SHA-1 as an ArrayBuffer',
      source: 'var h=new Uint8Array(require("crypto").SHA1("abc"));tell(h.length);tell(h[0])',
      told: [20, 0xa9],
    },
    {
      name: 'files of Storage',
      source:
        'var S=require("Storage");tell(S.list().length);tell(S.read(".boot0",0,3)=="var"?1:2);tell(S.read("x")===undefined?1:2)',
      told: [1, 1, 1],
    },
    {
      name: 'the backlight',
      source: 'digitalWrite(LED1,1);tell(digitalRead(LED1));Pixl.setContrast(0.3)',
      told: [1],
    },
  ])('$name', ({ source, told }) => {
    expect(toldBy(runBoard(source))).toEqual(told);
  });

  test('error flags are given once', () => {
    const board = runBoard(
      'setInterval(function(){E.getErrorFlags().forEach(function(f){tell(f.length)})},10);',
    );
    board.raiseErrorFlag('LOW_MEMORY');
    board.advance(30);
    expect(toldBy(board)).toEqual(['LOW_MEMORY'.length]);
  });

  test('a screen appears with flip and not before, and does not change afterwards', () => {
    const board = runBoard('g.clear();setTimeout(function(){g.fillRect(0,0,7,0);g.flip();g.clear()},5);');
    const frames: { first: number | undefined; atMs: number }[] = [];
    board.onFrame((frame, atMs) => frames.push({ first: frame[0], atMs }));
    expect(board.screen[0]).toBe(0);
    board.advance(10);
    expect(frames).toEqual([{ first: 0xff, atMs: 5 }]);
    expect(board.screen[0]).toBe(0xff);
  });

  test.each([
    {
      name: 'in the order of their times',
      source: 'setTimeout(function(){tell(2)},20);setTimeout(function(){tell(1)},10);',
      told: [1, 2],
    },
    {
      name: 'set for the same moment in the order of setting',
      source: 'setInterval(function(){tell(1)},10);setTimeout(function(){tell(2)},10);',
      told: [1, 2, 1, 1, 1, 1],
    },
    {
      name: 'not when they are cleared',
      source: 'var t=setTimeout(function(){tell(1)},10);clearTimeout(t);clearInterval(99);',
      told: [],
    },
    {
      name: 'none after all are cleared',
      source: 'setInterval(function(){tell(1)},10);setTimeout(function(){clearInterval()},25);',
      told: [1, 1],
    },
    {
      name: 'until they clear themselves',
      source: 'var n=0,t=setInterval(function(){tell(++n);if(n==3)clearInterval(t)},10);',
      told: [1, 2, 3],
    },
    {
      name: 'on, when one of them sets another',
      source:
        'setTimeout(function(){tell(1);setTimeout(function(){tell(3)},0)},10);setTimeout(function(){tell(2)},10);',
      told: [1, 2, 3],
    },
  ])('timers run $name', ({ source, told }) => {
    const board = runBoard(source);
    board.advance(50);
    expect(toldBy(board)).toEqual(told);
  });
});

test('SHA-1 agrees with Node for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(Buffer.from(sha1(data)).toString('hex')).toBe(createHash('sha1').update(data).digest('hex'));
    }),
  );
});

test('CRC-32 gives the check value of its definition', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
});
