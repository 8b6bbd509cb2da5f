import { describe, expect, test } from 'vitest';
import { BoardFault } from '../../firmware/simulator/signals';
import { boardWith, runBoard, toldBy } from './running-board';

const PAGE = 4096;

describe('power and resets of the simulated board', () => {
  test('a cut at every byte of a write leaves what came before it, and the board starts again', () => {
    const record = 'hello, ledger!!!';
    for (let cut = 0; cut <= record.length; cut++) {
      const board = runBoard(`setTimeout(function(){F.write("${record}",0x6D000+16384);tell(1)},100);`);
      board.cutPowerAfterFlashBytes(cut);
      board.advance(150);
      expect(board.state).toBe('off');
      const landed = Buffer.from(board.flash.slice(16384, 16384 + record.length)).toString('latin1');
      expect(landed).toBe(record.slice(0, cut).padEnd(record.length, '\xff'));
      board.powerOn();
      expect(board.state).toBe('running');
    }
  });

  test('firmware cannot catch a cut and go on writing', () => {
    const board = runBoard(`setTimeout(function(){
      for(var i=0;i<5;i++)try{F.write([1,2,3,4],0x6D000+16384+i*4)}catch(e){}
      try{E.reboot()}catch(e){} g.flip();},10);setTimeout(function(){tell(9)},20);`);
    const frames: number[] = [];
    board.onFrame((_, atMs) => frames.push(atMs));
    board.cutPowerAfterFlashBytes(6);
    board.advance(1000);
    expect([...board.flash.slice(16384, 16392)]).toEqual([1, 2, 3, 4, 1, 2, 255, 255]);
    expect([board.state, frames, toldBy(board)]).toEqual(['off', [], []]);
  });

  test('a cut in an erasure leaves the rest of the page', () => {
    const board = runBoard('setTimeout(function(){F.erasePage(0x6D000+20480)},5);');
    board.flash.fill(0, 20480, 20480 + PAGE);
    board.cutPowerAfterFlashBytes(100);
    board.advance(10);
    expect([board.flash[20579], board.flash[20580]]).toEqual([255, 0]);
  });

  test('nothing runs while the power is off, and variables are new afterwards', () => {
    const board = runBoard('var n=0;setInterval(function(){tell(++n)},100);');
    board.advance(250);
    board.powerOff();
    board.advance(10_000);
    board.powerOn();
    board.advance(150);
    expect(toldBy(board)).toEqual([1, 2, 1]);
  });

  test('a reset by the firmware ends the callback at once and starts anew', () => {
    const board = runBoard(`tell(1);if(F.read(1,0x6D000+16384)[0]==255)setTimeout(function(){
      F.write([0,0,0,0],0x6D000+16384);try{E.reboot()}catch(e){tell(7)}try{tell(8)}catch(e){}},50);`);
    board.advance(60);
    expect(board.state).toBe('resetting');
    board.advance(1000);
    expect([board.state, toldBy(board)]).toEqual(['running', [1, 1]]);
  });

  test('firmware that always resets does not hang the simulation', () => {
    const board = runBoard('tell(1);E.reboot();');
    board.advance(1000);
    expect(toldBy(board).length).toBe(6);
  });

  test('getTime() begins at 0 or where it is told, at every start', () => {
    const source = 'setTimeout(function(){tell(getTime()*10)},500);';
    const board = runBoard(source);
    board.advance(1000);
    board.powerOff();
    board.advance(5000);
    board.powerOn();
    board.advance(1000);
    expect(toldBy(board)).toEqual([5, 5]);
    const late = runBoard(source, { startTimeMs: 10_000 });
    late.advance(1000);
    expect(toldBy(late)).toEqual([105]);
  });

  test.each([
    {
      name: 'resets the chip when nobody kicks it',
      source: 'tell(1);E.enableWatchdog(5,false);',
      afterMs: 12_000,
      told: [1, 1, 1],
    },
    {
      name: 'is quiet while it is kicked',
      source: 'tell(1);E.enableWatchdog(5,false);setInterval(function(){E.kickWatchdog()},4000);',
      afterMs: 60_000,
      told: [1],
    },
    {
      name: 'is kicked by the idle loop unless told otherwise',
      source: 'tell(1);E.enableWatchdog(5,true);',
      afterMs: 60_000,
      told: [1],
    },
    {
      name: 'runs on through a reset by the firmware',
      source:
        'var first=F.read(1,0x6D000+16384)[0]==255;tell(1);if(first){F.write([0,0,0,0],0x6D000+16384);E.enableWatchdog(5,false);setTimeout(function(){E.reboot()},1000)}',
      afterMs: 5100,
      told: [1, 1],
    },
  ])('the watchdog $name', ({ source, afterMs, told }) => {
    const board = runBoard(source);
    board.advance(afterMs);
    expect(toldBy(board)).toEqual(told);
  });

  test('an exception ends its callback only; the handler of process.on hears of it', () => {
    const board = runBoard(`process.on("uncaughtException",function(e){tell(e=="oops"?3:4)});
      setInterval(function(){tell(1);throw "oops"},100);setInterval(function(){tell(2)},100);`);
    const handled: boolean[] = [];
    board.onError((_, isHandled) => handled.push(isHandled));
    board.advance(200);
    expect(toldBy(board)).toEqual([1, 3, 2, 1, 3, 2]);
    expect(handled).toEqual([true, true]);
  });

  test('an exception without a handler is printed', () => {
    const board = boardWith('setTimeout(function(){throw new Error("bad")},1);missing();');
    const lines: string[] = [];
    board.onLog((line) => lines.push(line));
    board.powerOn();
    board.advance(10);
    expect(lines).toEqual(['Uncaught ReferenceError: missing is not defined', 'Uncaught Error: bad']);
  });

  test('more writes than the chip takes stop the test, not just the firmware', () => {
    const board = runBoard(
      'setTimeout(function(){for(var i=0;i<200;i++)try{F.write([0,0,0,0],0x6D000+16384)}catch(e){}},5);',
    );
    expect(() => board.advance(10)).toThrow(BoardFault);
  });

  test('an array of 16 bit numbers is refused where the device would write half of it', () => {
    const board = runBoard('setTimeout(function(){F.write(new Uint16Array(40),0x6D000+16384)},5);');
    expect(() => board.advance(10)).toThrow(BoardFault);
  });

  test('a checksum over pieces is refused, because the device takes each piece for one number', () => {
    const board = runBoard('setTimeout(function(){E.CRC32([[1,2],"a"])},5);');
    expect(() => board.advance(10)).toThrow(BoardFault);
  });
});

describe('buttons held while the power comes', () => {
  const SOURCE = 'tell(digitalRead(BTN2)+2*digitalRead(BTN3));';

  test('BTN2 and BTN3 are left to the firmware', () => {
    const board = boardWith(SOURCE);
    board.press(2);
    board.press(3);
    board.powerOn();
    expect([board.state, toldBy(board)]).toEqual(['running', [3]]);
  });

  test('BTN1 released early leaves the board in its bootloader', () => {
    const board = boardWith(SOURCE);
    board.press(1);
    board.powerOn();
    board.advance(2000);
    board.release(1);
    board.advance(60_000);
    expect([board.state, toldBy(board)]).toEqual(['dfu', []]);
  });

  test('BTN1 held goes on to the self-test, loses saved code and still runs .boot0', () => {
    const board = boardWith('tell(1);');
    board.storage.write('.bootcde', 'require("Flash").write([0,0,0,0],0x6D000+16384);');
    board.press(1);
    board.powerOn();
    board.advance(2600);
    expect(board.state).toBe('self-test');
    board.advance(3000);
    expect([board.state, toldBy(board), board.flash[16384]]).toEqual(['running', [1], 255]);
    expect(board.storage.list()).toEqual(['.boot0']);
  });

  test('BTN4 delays the start for the self-test', () => {
    const board = boardWith(SOURCE);
    board.press(4);
    board.powerOn();
    board.advance(1000);
    board.release(4);
    board.advance(599);
    expect([board.state, toldBy(board)]).toEqual(['self-test', []]);
    board.advance(1);
    expect(toldBy(board)).toEqual([0]);
  });

  test('all four together erase bonds', () => {
    const board = boardWith(SOURCE);
    const lines: string[] = [];
    board.onLog((line) => lines.push(line));
    for (const button of [1, 2, 3, 4]) board.press(button);
    board.powerOn();
    board.advance(2600);
    expect(lines).toContain('Bonds erased');
  });

  test('.bootcde runs after .boot0 when no button is held', () => {
    const board = boardWith('tell(1);');
    board.storage.write('.bootcde', 'require("Flash").write([2,0,0,0],0x6D000+16384);');
    board.powerOn();
    expect([toldBy(board), board.flash[16384]]).toEqual([[1], 2]);
  });
});
