import { describe, expect, test } from 'vitest';
import type { Board } from '../../firmware/simulator/board';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { Storage } from '../../firmware/simulator/storage';
import { writeFile } from '../../firmware/simulator/storage-image';
import { inMaintenance, makeKiosk, startBadly, tellToMaintain, wordsOf } from '../unit/lock-down-board';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';
import { runOnDevice } from './run-script';

const REST = { name: 'rest', steps: [], endMs: 10_000 };
/** Lines "C <console>" and "U <is the UART on>". */
const TELL_LOCKS =
  'E.setConsole=device=>{print("C "+device)};NRF.setServices=(services,options)=>{print("U "+options.uart)};';
const LOCKED = ['C null', 'U false'];

/** What the interpreter shows at last, and what it does to console and UART, when it starts on the board's flash. */
function startDevice(flash: Uint8Array, before = '', after = '') {
  const run = runOnDevice(flash, REST, { before: TELL_LOCKS + before, after });
  return {
    frame: run.frames.at(-1)?.bits,
    locks: run.output.filter((line) => /^[CU] /.test(line)),
    flash: run.flash,
    errors: run.errors,
  };
}

const frameOf = (board: Board): string => Buffer.from(board.screen).toString('base64');

describe.skipIf(!interpreterPath)(
  `lock-down on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test('a start locks the console first and the UART with it', () => {
      const { locks, errors } = startDevice(makeKiosk().flash.slice());
      expect({ locks, errors }).toEqual({ locks: LOCKED, errors: [] });
    });

    test('the boot file runs where saved code does not, as with BTN1 held, and nobody can type any more', () => {
      const flash = makeKiosk().flash.slice();
      writeFile(flash, '.bootcde', 'print("saved code")');
      expect(runOnInterpreter('print("typed")', flash).output.join()).not.toMatch(/typed|saved/);
      new Storage(new FlashChip(flash)).erase('.boot0');
      const open = runOnInterpreter('print("typed")', flash).output.join();
      expect([open.includes('typed'), open.includes('saved')]).toEqual([true, false]);
    });

    test('the two right keys held at power-on show the same maintenance screen as on the simulated board', () => {
      const { frame, locks, errors } = startDevice(makeKiosk().flash.slice(), 'levels[2]=levels[3]=1;');
      expect({ locks, errors }).toEqual({ locks: LOCKED, errors: [] });
      expect(frame).toBe(frameOf(inMaintenance()));
    });

    test('the record of `maintain` opens the console, also after a reset, until its time is over', async () => {
      const board = inMaintenance();
      await tellToMaintain(board);
      board.advance(1000);
      expect(wordsOf(board)).toContain('5 min');
      const flash = board.flash.slice();
      const open = startDevice(
        flash,
        'nowMs=20000;',
        'nowMs=300000;eval(require("Storage").read("_boot0"));',
      );
      expect(open.errors).toEqual([]);
      expect(open.locks).toEqual(['C null', 'C Bluetooth', 'C null', 'C Bluetooth']);
      expect(open.frame).toBe(frameOf(board));
      expect(Buffer.compare(open.flash, flash)).toBe(0);
      for (const nowMs of [0, 310_000]) expect(startDevice(flash, `nowMs=${nowMs};`).locks).toEqual(LOCKED);
    }, 60_000);

    test('after ten bad starts it asks for attention and leaves the flash untouched', () => {
      const board = makeKiosk();
      startBadly(board, 10);
      const flash = board.flash.slice();
      const { frame, locks, flash: afterwards } = startDevice(flash);
      expect(locks).toEqual(LOCKED);
      expect(Buffer.compare(afterwards, flash)).toBe(0);
      board.powerOn();
      board.advance(1000);
      expect(frame).toBe(frameOf(board));
    });
  },
);
