import { describe, expect, test } from 'vitest';
import { readDump } from '../bench/callgrind';
import { isOver } from '../bench/part';
import { screensOfScript } from '../bench/screen-kinds';
import { measureEfforts } from '../bench/stop-watch';
import { describeResults } from '../bench/table';
import { readVariables } from '../device/growth';
import { scripts } from '../device/script';

const DUMP = `events: Ir
summary: 1000
fn=(1) main
0 30
cfn=(2) readFlash
calls=3 0
0 120
fn=(3) draw
0 400
cfn=(2)
calls=1 0
12 80
cfn=(4) other
calls=1 0
0 70
fn=(2)
0 200
`;

describe('the bench', () => {
  test('a check of knee and shoes takes at most 20 presses, half of all at most 16', () => {
    const presses = measureEfforts()
      .map((effort) => effort.presses)
      .sort((a, b) => a - b);
    expect(presses.at(-1)).toBeLessThanOrEqual(20);
    expect(presses[presses.length >> 1]).toBeLessThanOrEqual(16);
  });

  test('tells what one function and all that it calls cost from the rest of a dump', () => {
    expect(readDump(DUMP, 'readFlash')).toEqual({ all: 1000, inside: 200 });
    expect(readDump(DUMP, 'absent')).toEqual({ all: 1000, inside: 0 });
    expect(() => readDump('events: Ir\n', 'readFlash')).toThrow('no dump');
  });

  test('counts numbers that stand alone apart from other variables', () => {
    const output = [
      'F 1',
      'ref,size,flags,name,links...',
      '1,1,3,Object,2,',
      '2,2,25,"a",3,',
      '3,1,10,Number 70000,',
      'V 5',
    ];
    expect(readVariables(output)).toEqual({ lasting: 3, numbers: 1 });
    expect(() => readVariables(['F 1'])).toThrow('told no variables');
  });

  test('knows by the flow alone which kind of screen a press leads to', () => {
    const script = scripts.find(({ name }) => name === 'under 18');
    expect(script && screensOfScript(script)).toEqual([
      { kind: 'notice', isForeseen: true },
      { kind: 'under 18', isForeseen: false },
      { kind: 'attract', isForeseen: false },
    ]);
  });

  test('a figure at its limit is not over, one above is, one without a limit never', () => {
    const figure = { what: 'x', unit: 'y' };
    expect(isOver({ ...figure, value: 5, limit: 5 })).toBe(false);
    expect(isOver({ ...figure, value: 6, limit: 5 })).toBe(true);
    expect(isOver({ ...figure, value: 6 })).toBe(false);
  });

  test('the table says what was skipped and what is over', () => {
    const table = describeResults([
      { part: 'Radio', skipped: 'skipped: no radio here', figures: [] },
      { part: 'Speed', figures: [{ what: 'start', value: 1500, unit: 'ms', limit: 1000, note: 'cold' }] },
    ]);
    expect(table).toContain('Radio: skipped: no radio here');
    expect(table).toMatch(/start +1,500 +1,000 OVER +ms +cold/);
  });
});
