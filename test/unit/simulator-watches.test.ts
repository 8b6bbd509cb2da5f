import { describe, expect, test } from 'vitest';
import { runBoard, toldBy } from './running-board';

/** A level change of BTN2 after some milliseconds. */
type Change = readonly [afterMs: number, level: 'down' | 'up'];

const cases: { name: string; options: string; changes: Change[]; restMs: number; told: number[] }[] = [
  {
    name: 'a press counts 25 ms after it',
    options: '{edge:"both",repeat:true}',
    changes: [[0, 'down']],
    restMs: 25,
    told: [1],
  },
  {
    name: 'and not sooner',
    options: '{edge:"both",repeat:true}',
    changes: [[0, 'down']],
    restMs: 24.9,
    told: [],
  },
  {
    name: 'each bounce starts the wait again',
    options: '{edge:"both",repeat:true}',
    changes: [
      [0, 'down'],
      [10, 'up'],
      [10, 'down'],
    ],
    restMs: 24,
    told: [],
  },
  {
    name: 'bounces make one press',
    options: '{edge:"both",repeat:true}',
    changes: [
      [0, 'down'],
      [10, 'up'],
      [10, 'down'],
    ],
    restMs: 25,
    told: [1],
  },
  {
    name: 'a press shorter than the wait is none',
    options: '{edge:"both",repeat:true}',
    changes: [
      [0, 'down'],
      [20, 'up'],
    ],
    restMs: 100,
    told: [],
  },
  {
    name: 'press and release count alike',
    options: '{edge:"both",repeat:true}',
    changes: [
      [0, 'down'],
      [60, 'up'],
    ],
    restMs: 30,
    told: [1, 2],
  },
  {
    name: 'rising sees presses only',
    options: '{edge:"rising",repeat:true}',
    changes: [
      [0, 'down'],
      [60, 'up'],
      [60, 'down'],
      [60, 'up'],
    ],
    restMs: 60,
    told: [1, 1],
  },
  {
    name: 'falling sees releases only',
    options: '{edge:"falling",repeat:true}',
    changes: [
      [0, 'down'],
      [60, 'up'],
      [60, 'down'],
      [60, 'up'],
    ],
    restMs: 60,
    told: [2, 2],
  },
  {
    name: 'buttons are watched for presses when nothing is said',
    options: '{repeat:true}',
    changes: [
      [0, 'down'],
      [60, 'up'],
    ],
    restMs: 60,
    told: [1],
  },
  {
    name: 'without repeat the watch ends after one call',
    options: '{edge:"both"}',
    changes: [
      [0, 'down'],
      [60, 'up'],
      [60, 'down'],
    ],
    restMs: 60,
    told: [1],
  },
  {
    name: 'without repeat the other edge does not end it',
    options: '{edge:"falling"}',
    changes: [
      [0, 'down'],
      [60, 'up'],
      [60, 'down'],
      [60, 'up'],
    ],
    restMs: 60,
    told: [2],
  },
  {
    name: 'without debouncing every change counts',
    options: '{edge:"both",repeat:true,debounce:0}',
    changes: [
      [0, 'down'],
      [1, 'up'],
      [1, 'down'],
    ],
    restMs: 0,
    told: [1, 2, 1],
  },
  {
    name: 'a debouncing of its own',
    options: '{edge:"both",repeat:true,debounce:100}',
    changes: [[0, 'down']],
    restMs: 99,
    told: [],
  },
];

describe('watches on simulated buttons', () => {
  test.each(cases)('$name', ({ options, changes, restMs, told }) => {
    const board = runBoard(`setWatch(function(e){tell(e.state?1:2)},BTN2,${options});`);
    for (const [afterMs, level] of changes) {
      board.advance(afterMs);
      if (level === 'down') board.press(2);
      else board.release(2);
    }
    board.advance(restMs);
    expect(toldBy(board)).toEqual(told);
  });

  test('the time of an event is that of the last bounce', () => {
    const board = runBoard(
      'setWatch(function(e){tell(Math.round(e.time*1000))},BTN1,{edge:"both",repeat:true});',
    );
    board.advance(50);
    board.press(1);
    board.advance(10);
    board.release(1);
    board.advance(5);
    board.press(1);
    board.advance(100);
    expect(toldBy(board)).toEqual([65]);
  });

  test('a button held while the watch is set has to be released first', () => {
    const board = runBoard('setTimeout(function(){setWatch(function(){tell(1)},BTN3,{repeat:true})},50);');
    board.press(3);
    board.advance(200);
    expect(toldBy(board)).toEqual([]);
    board.release(3);
    board.advance(50);
    board.press(3);
    board.advance(50);
    expect(toldBy(board)).toEqual([1]);
  });

  test('each watch hears its own button; a cleared one hears nothing', () => {
    const board = runBoard(`var a=setWatch(function(){tell(1)},BTN1,{repeat:true});
      setWatch(function(){tell(4);clearWatch(a)},BTN4,{repeat:true});`);
    for (const button of [1, 4, 1]) {
      board.press(button);
      board.advance(50);
      board.release(button);
      board.advance(50);
    }
    expect(toldBy(board)).toEqual([1, 4]);
  });

  test('digitalRead gives the level at once', () => {
    const board = runBoard('setInterval(function(){tell(digitalRead(BTN2))},10);');
    board.advance(10);
    board.press(2);
    board.advance(10);
    expect(toldBy(board)).toEqual([0, 1]);
  });

  test.each([
    { call: 'clearWatch(undefined)', message: 'clearWatch(undefined) not allowed. Use clearWatch() instead' },
    { call: 'clearWatch(7)', message: 'Unknown Watch 7' },
    { call: 'setWatch(1,BTN1,{})', message: 'Function or String not supplied!' },
    {
      call: 'setWatch(function(){},BTN1,{edge:"up"})',
      message: "'edge' in setWatch should be 1, -1, 0, 'rising', 'falling' or 'both'",
    },
    {
      call: 'clearTimeout(undefined)',
      message: 'clearTimeout(undefined) not allowed. Use clearTimeout() instead',
    },
    {
      call: 'clearInterval(undefined)',
      message: 'clearInterval(undefined) not allowed. Use clearInterval() instead',
    },
  ])('$call is refused as on the device', ({ call, message }) => {
    const errors: unknown[] = [];
    const board = runBoard(`setTimeout(function(){${call}},5);`);
    board.onError((error) => errors.push(error instanceof Error ? error.message : error));
    board.advance(10);
    expect(errors).toEqual([message]);
  });
});
