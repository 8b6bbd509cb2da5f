import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { crc32 } from '../../firmware/simulator/crc32';
import { Graphics } from '../../firmware/simulator/graphics';

/** A knee from the attract screen to the staff's answer. */
const CHECK = [1, 3, 3, 3, 3, 3, 2, 3, 3, 1, 2, 3, 3, 1, 3, 3, 3, 3, 3, 3];
const START_MS = 2000;
const DEBOUNCE_MS = 25;
const TAP_MS = 80;
const REST_MS = 1000;
/** Drawing ahead takes so long in these tests; the finger of the press before leaves after LIFT_MS of them. */
const NEXT_MS = 300;
const LIFT_MS = 60;
/** Longer than any time-out with its warning. */
const END_MS = 200_000;

/** Time passes and keys go down while a screen is drawn ahead. */
interface Interruption {
  /** after so many presses of CHECK */
  readonly presses: number;
  /** when so many lines of that screen were written */
  readonly line: number;
  readonly passesMs: number;
  readonly keys: readonly number[];
}

/** What the screen is told; nothing but drawing ahead follows a frame in the same turn. */
const heard: { isAfterFrame: boolean; lines: number; buffer: Uint8Array; onLine: () => void } = {
  isAfterFrame: false,
  lines: 0,
  buffer: new Uint8Array(),
  onLine: () => {},
};

beforeEach(() => {
  const { flip, drawString } = Graphics.prototype;
  vi.spyOn(Graphics.prototype, 'flip').mockImplementation(function (this: Graphics) {
    flip.call(this);
    heard.isAfterFrame = true;
    heard.lines = 0;
    heard.buffer = this.frame;
  });
  vi.spyOn(Graphics.prototype, 'drawString').mockImplementation(function (this: Graphics, ...text) {
    drawString.call(this, ...text);
    heard.lines++;
    if (heard.isAfterFrame) heard.onLine();
    return this;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Nothing is drawn ahead while a link is open: with this every screen is drawn when it is due. */
function stayLinked(board: Board): void {
  board.connect().onDisconnect = () => stayLinked(board);
}

function press(board: Board, key: number): void {
  heard.isAfterFrame = false;
  board.press(key);
}

function tap(board: Board, key: number): void {
  press(board, key);
  board.advance(TAP_MS);
  board.release(key);
  board.advance(REST_MS);
}

interface Player {
  readonly board: Board;
  readonly frames: number[];
}

function startPlayer(isAlwaysLinked: boolean): Player {
  const flash = Uint8Array.from(readFileSync('dist/firmware/pixljs/image.bin'));
  const board = createBoard({ board: 'pixljs', flash, random: () => 1 });
  const frames: number[] = [];
  board.onFrame((frame) => frames.push(crc32(frame)));
  board.onError((error) => {
    throw error;
  });
  board.powerOn();
  if (isAlwaysLinked) stayLinked(board);
  board.advance(START_MS);
  return { board, frames };
}

/** What came of it, long after everybody has left. */
function finish({ board, frames }: Player): { frames: number[]; flash: number } {
  for (const key of [3, 2]) tap(board, key);
  heard.isAfterFrame = false;
  board.advance(END_MS);
  return { frames, flash: crc32(board.flash) };
}

/** Plays up to the interruption; undefined when the screen has no such line. */
function interrupt(
  player: Player,
  { presses, line, passesMs, keys }: Interruption,
): { linesLeft: number } | undefined {
  const { board } = player;
  const last = CHECK[presses - 1] ?? 0;
  let linesLeft: number | undefined;
  for (const key of CHECK.slice(0, presses - 1)) tap(board, key);
  heard.onLine = () => {
    if (linesLeft !== undefined) linesLeft++;
    else if (heard.lines === line) {
      linesLeft = 0;
      board.nowMs += LIFT_MS;
      board.release(last);
      board.nowMs += passesMs - LIFT_MS;
      for (const key of keys) board.press(key);
    }
  };
  press(board, last);
  board.advance(DEBOUNCE_MS + passesMs);
  heard.onLine = () => {};
  board.advance(TAP_MS);
  for (const key of [last, ...keys]) board.release(key);
  board.advance(REST_MS);
  return linesLeft === undefined ? undefined : { linesLeft };
}

/** The same keys at the same times, between two turns. */
function pressBetween({ board }: Player, { presses, passesMs, keys }: Interruption): void {
  const last = CHECK[presses - 1] ?? 0;
  for (const key of CHECK.slice(0, presses - 1)) tap(board, key);
  press(board, last);
  board.advance(DEBOUNCE_MS + LIFT_MS);
  board.release(last);
  board.advance(passesMs - LIFT_MS);
  for (const key of keys) press(board, key);
  board.advance(TAP_MS);
  for (const key of keys) board.release(key);
  board.advance(REST_MS);
}

const interruption = fc.record({
  presses: fc.integer({ min: 1, max: CHECK.length }),
  line: fc.integer({ min: 1, max: 5 }),
  passesMs: fc.constantFrom(NEXT_MS, LIFT_MS + 10), // the latter is too early to count
  keys: fc.constantFrom<number[]>([1], [2], [3], [4], [1, 4], [2, 3], []),
});

describe('a key that goes down while a screen is drawn ahead', () => {
  test('is handled once, right after that turn, and shows and counts what it would without', () => {
    let interrupted = 0;
    fc.assert(
      fc.property(interruption, (drawn) => {
        fc.pre(!drawn.keys.includes(CHECK[drawn.presses - 1] ?? 0));
        const player = startPlayer(false);
        if (!interrupt(player, drawn)) return;
        interrupted++;
        const between = startPlayer(true);
        pressBetween(between, drawn);
        expect(player.frames).toEqual(between.frames);
        expect(finish(player)).toEqual(finish(between));
      }),
      { numRuns: 25 },
    );
    expect(interrupted).toBeGreaterThan(10);
  });

  test.each([1, 2, 3, 4])('ends the drawing within the text that is being written: line %i', (line) => {
    const questions = [6, 8, 9];
    for (const presses of questions) {
      const drawn = { presses, line, passesMs: NEXT_MS, keys: [2] };
      const left = interrupt(startPlayer(false), drawn)?.linesLeft;
      expect(left).toBeLessThan(2); // labels have two lines at most
      expect(interrupt(startPlayer(false), { ...drawn, keys: [] })?.linesLeft).toBeGreaterThan(left ?? 0);
    }
  });

  test.each([
    ['the two left keys wipe the run', { passesMs: NEXT_MS, keys: [1, 4] }],
    ['all of the time-out passes', { passesMs: 60_000, keys: [] }],
  ])('nothing of the shopper is left in the screen memory when %s meanwhile', (_what, meanwhile) => {
    startPlayer(false);
    const untouched = heard.buffer.slice();
    for (const presses of [2, 6, 9]) {
      // with the other fingers out of the way
      const player = startPlayer(false);
      expect(interrupt(player, { presses, line: 2, ...meanwhile })).toBeDefined();
      player.board.advance(meanwhile.keys.length > 0 ? 0 : END_MS);
      expect(heard.buffer).toEqual(untouched);
      expect(player.frames.at(-1)).toBe(player.frames[0]);
    }
  });

  test('that was let go and pressed again within the one turn counts for nothing, as Espruino has it', () => {
    const twice = startPlayer(false);
    expect(interrupt(twice, { presses: 3, line: 2, passesMs: NEXT_MS, keys: [3] })).toBeDefined();
    const once = startPlayer(false);
    for (const key of CHECK.slice(0, 3)) tap(once.board, key);
    expect(finish(twice)).toEqual(finish(once));
  });
});
