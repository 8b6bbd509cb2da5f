import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBoard } from '../../firmware/simulator/board';
import { pressCheck, syncBoard } from './flash-fixture';
import {
  inMaintenance,
  KEY,
  KIOSK_ID,
  makeKiosk,
  powerOnWith,
  startBadly,
  tellOverLink,
  tellToMaintain,
  wordsOf,
} from './lock-down-board';

const LEDGER_BYTES = 12_288;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

describe('a kiosk', () => {
  test('locks console and UART before anything else, BTN1 held at power-on or not', async () => {
    for (const buttons of [[], [1], [4], [1, 4], [1, 2, 3, 4]]) {
      const board = makeKiosk();
      powerOnWith(board, buttons, 8000);
      expect({ buttons, state: board.state, isUartOn: board.isUartOn }).toEqual({
        buttons,
        state: 'running',
        isUartOn: false,
      });
      expect(() => board.resetInterpreter()).toThrow('Nobody listens');
      await syncBoard(board, KIOSK_ID, KEY, []);
    }
  });

  test('is locked also when the firmware is missing or cannot be read', () => {
    for (const app of ['', 'var broken=(', 'throw 1']) {
      const board = createBoard({ board: 'pixljs', random: () => 1 });
      board.storage.write('.boot0', readFileSync('dist/firmware/pixljs/.boot0', 'latin1'));
      if (app) board.storage.write('app', app);
      board.powerOn();
      board.advance(1000);
      expect([board.isUartOn, board.serviceUuids]).toEqual([false, []]);
    }
  });
});

describe('maintenance', () => {
  test('opens when the two right keys are held for three seconds at power-on, and says so', async () => {
    const board = makeKiosk();
    board.press(2);
    board.press(3);
    board.powerOn();
    board.advance(2900);
    expect(wordsOf(board)).toBe('');
    expect(board.isUartOn).toBe(false);
    board.advance(200);
    expect(wordsOf(board)).toContain('Maintenance');
    expect(board.isUartOn).toBe(false);
    board.release(2);
    pressCheck(board);
    expect(wordsOf(board)).toBe('Maintenance');
    await syncBoard(board, KIOSK_ID, KEY, []);
  });

  test.each([
    { name: 'released too early', buttons: [2, 3], heldMs: 2500 },
    { name: 'one key alone', buttons: [2], heldMs: 8000 },
    { name: 'the other two', buttons: [1, 4], heldMs: 8000 },
  ])('does not open: $name', async ({ buttons, heldMs }) => {
    const board = makeKiosk();
    powerOnWith(board, buttons, heldMs);
    board.advance(2000);
    expect(wordsOf(board)).toContain('Knee');
    await expect(tellToMaintain(board)).rejects.toThrow(expect.objectContaining({ code: 'kiosk-refused' }));
    board.advance(1000);
    expect([board.state, board.isUartOn]).toEqual(['running', false]);
  });

  test('takes the sealed command with the kiosk’s key only, then drops the link and opens the UART', async () => {
    const board = inMaintenance();
    await expect(tellToMaintain(board, new Uint8Array(16))).rejects.toThrow();
    board.advance(60_000);
    expect(board.isUartOn).toBe(false);
    await tellToMaintain(board);
    board.advance(1000);
    expect([board.state, board.isUartOn]).toEqual(['running', true]);
    expect(wordsOf(board)).toContain('5 min');
  });

  test('drops the link itself when the companion does not', async () => {
    const board = inMaintenance();
    await tellOverLink(board);
    expect(board.advert).toBeUndefined(); // connected
    board.advance(3000);
    expect([board.advert === undefined, board.isUartOn]).toEqual([false, true]);
  });

  test('lasts five minutes, also over the uploader’s resets, then the kiosk is locked and well', async () => {
    const board = inMaintenance();
    await tellToMaintain(board);
    board.advance(60_000);
    board.resetInterpreter();
    expect(board.isUartOn).toBe(true);
    board.advance(4 * 60_000 - 5000);
    board.resetInterpreter();
    expect(board.isUartOn).toBe(true);
    board.advance(8000);
    expect(board.isUartOn).toBe(false);
    expect(wordsOf(board)).toContain('Knee');
    await syncBoard(board, KIOSK_ID, KEY, []);
  });

  test('ends with the power', async () => {
    const board = inMaintenance();
    await tellToMaintain(board);
    board.advance(20_000);
    expect(board.isUartOn).toBe(true);
    board.powerOff();
    board.advance(1000);
    board.powerOn();
    board.advance(1000);
    expect(board.isUartOn).toBe(false);
    board.advance(310_000); // nor does it come back when its time would have been
    board.powerOff();
    board.powerOn();
    board.advance(1000);
    expect([board.isUartOn, wordsOf(board).includes('Knee')]).toEqual([false, true]);
  });

  test('loses no check', async () => {
    const board = makeKiosk();
    board.powerOn();
    board.advance(1000);
    await syncBoard(board, KIOSK_ID, KEY, []);
    for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
    board.powerOff();
    inMaintenance(board);
    await tellToMaintain(board);
    board.advance(310_000);
    const arrived: Parameters<typeof syncBoard>[3] = [];
    await syncBoard(board, KIOSK_ID, KEY, arrived);
    board.advance(DAY_MS);
    await syncBoard(board, KIOSK_ID, KEY, arrived);
    expect(arrived[0]?.counts[0]).toBe(10);
  });
});

describe('ten restarts in a row without a good minute', () => {
  test('end in a screen that asks for attention and leaves the ledger untouched', () => {
    const board = makeKiosk();
    startBadly(board, 9);
    board.powerOn();
    board.advance(1000);
    expect(wordsOf(board)).toContain('Knee');
    board.powerOff();
    const before = board.flash.slice(0, LEDGER_BYTES);
    board.powerOn();
    board.advance(1000);
    expect(wordsOf(board)).toBe('Needs attention.|Please tell staff');
    expect([board.isUartOn, board.serviceUuids]).toEqual([false, []]);
    pressCheck(board);
    board.advance(DAY_MS);
    expect(wordsOf(board)).toContain('Needs attention');
    for (let start = 0; start < 5; start++) {
      board.powerOff();
      board.powerOn();
      board.advance(90_000);
    }
    expect(board.flash.slice(0, LEDGER_BYTES)).toEqual(before);
  });

  test('are counted anew after every good minute', () => {
    const board = makeKiosk();
    for (let round = 0; round < 3; round++) {
      startBadly(board, 9);
      board.powerOn();
      board.advance(61_000);
      expect(wordsOf(board)).toContain('Knee');
      board.powerOff();
    }
  });

  test('are what an exception at every start leads to: waiting before a restart makes no good minute', () => {
    const board = makeKiosk();
    let resets = 0;
    board.onLog((line) => {
      if (line.startsWith('Reset')) resets++;
    });
    board.powerOn();
    for (let second = 0; second < 3600 && !wordsOf(board).includes('attention'); second++) {
      board.raiseErrorFlag('MEMORY');
      board.advance(1000);
    }
    expect(wordsOf(board)).toContain('Needs attention');
    expect(resets).toBe(10);
  });

  test('are forgiven by a minute of maintenance', () => {
    const board = makeKiosk();
    startBadly(board, 11);
    inMaintenance(board);
    expect(wordsOf(board)).toContain('Maintenance');
    board.advance(MINUTE_MS);
    board.powerOff();
    board.powerOn();
    board.advance(1000);
    expect(wordsOf(board)).toContain('Knee');
  });
});
