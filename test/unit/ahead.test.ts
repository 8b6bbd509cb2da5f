import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { likelyNext } from '../../firmware/flow/likely';
import { press } from '../../firmware/flow/press';
import { newRun, RULE_CODES, RULE_INSTABILITY_URGENT } from '../../firmware/flow/run';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { commission } from '../../firmware/simulator/commission';
import { crc32 } from '../../firmware/simulator/crc32';
import { Graphics } from '../../firmware/simulator/graphics';
import { shopperKeys } from '../../firmware/simulator/shopper';
import { startKiosk, tap } from './kiosk-board';

const BOARDS: readonly BoardName[] = ['pixljs', 'banglejs2'];
const SHOPPERS = 40;
const START_MS = 2000;
/** Longer than any time-out with its warning. */
const END_MS = 200_000;

const commissioned = (name: BoardName): Uint8Array =>
  Uint8Array.from(
    commission(
      readFileSync(`dist/firmware/${name}/image.bin`),
      Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      new Uint8Array(16),
      makeQrImages(EXAMPLE_ADDRESS),
    ),
  );

/** Keys that go down together, how long, and how long after them nothing happens. */
const stroke = fc.record({
  keys: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<number[]>([3], [3], [3], [1], [2], [4]) }, // the third leads far
    { weight: 1, arbitrary: fc.constantFrom<number[]>([1, 4], [4, 2], [2, 3]) },
  ),
  heldMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 150 }) },
    { weight: 1, arbitrary: fc.constantFrom(720, 3300) },
  ),
  // bouncing, at once, a moment later, or after a warning or a time-out
  restMs: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 300 }) },
    { weight: 8, arbitrary: fc.integer({ min: 300, max: 3000 }) },
    { weight: 1, arbitrary: fc.constantFrom(31_000, 52_000) },
  ),
  isConnecting: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
});
type Stroke = typeof stroke extends fc.Arbitrary<infer T> ? T : never;

/** Nothing is drawn ahead while a link is open: with this every screen is drawn when it is due. */
function stayLinked(board: Board): void {
  board.connect().onDisconnect = () => stayLinked(board);
}

function tryToConnect(board: Board): void {
  try {
    board.connect();
  } catch {
    // there is a link already
  }
}

/** Every frame with its time, errors, and the flash at the end. */
function play(name: BoardName, strokes: readonly Stroke[], isAlwaysLinked: boolean): string[] {
  const board = createBoard({ board: name, flash: commissioned(name), random: () => 1 });
  const seen: string[] = [];
  board.onFrame((frame, atMs) => seen.push(`${Math.round(atMs)} ${crc32(frame)}`));
  board.onError((error) => seen.push(String(error)));
  board.powerOn();
  if (isAlwaysLinked) stayLinked(board);
  board.advance(START_MS);
  for (const { keys, heldMs, restMs, isConnecting } of strokes) {
    if (isConnecting && !isAlwaysLinked) tryToConnect(board);
    for (const key of keys) board.press(key);
    board.advance(heldMs);
    for (const key of keys) board.release(key);
    board.advance(restMs);
  }
  board.advance(END_MS);
  return [...seen, `flash ${crc32(board.flash)}`];
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('drawing ahead', () => {
  test.each(BOARDS)('%s: any keys at any time show and count what they would without', (name) => {
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 4, maxLength: 30 }), (strokes) => {
        expect(play(name, strokes, false)).toEqual(play(name, strokes, true));
      }),
      { numRuns: name === 'pixljs' ? 30 : 5 },
    );
  });

  test('made-up shoppers and staff see, from their first press to the last, what they would without', () => {
    const { draw } = seededRandom(7);
    const strokes = Array.from({ length: SHOPPERS }, () => shopperKeys(draw, true)).flatMap((keys) => [
      ...keys.map((key) => ({ keys: [key], heldMs: 80, restMs: 900, isConnecting: false })),
      { keys: [1, 4], heldMs: 80, restMs: 900, isConnecting: false }, // whoever walked away
    ]);
    expect(play('pixljs', strokes, false)).toEqual(play('pixljs', strokes, true));
  });

  test('a press of a key that was foreseen draws nothing more before its frame', () => {
    const clear = vi.spyOn(Graphics.prototype, 'clear');
    const board = startKiosk();
    const drawnBefore: number[] = [];
    board.onFrame(() => drawnBefore.push(clear.mock.calls.length));
    tap(board, 1, 3, 3); // notice, first page, second page: each press draws the screen after it
    expect(drawnBefore.map((count) => count - (drawnBefore[0] ?? 0))).toEqual([0, 1, 2]);
    tap(board, 2); // yes, one of these: drawn when it is due
    expect((drawnBefore[3] ?? 0) - (drawnBefore[2] ?? 0)).toBe(2);
  });

  test.each([
    ['the two left keys', (board: Board) => wipeWithKeys(board)],
    ['a time-out', (board: Board) => board.advance(END_MS)],
  ])('after a wipe by %s the screen memory is that of a kiosk nobody has used', (_what, wipe) => {
    const flip = vi.spyOn(Graphics.prototype, 'flip');
    startKiosk();
    const untouched = (flip.mock.contexts.at(-1) as Graphics).frame.slice();
    const board = startKiosk();
    const { frame } = flip.mock.contexts.at(-1) as Graphics;
    for (const keys of [
      [1, 3, 2],
      [1, 3, 3, 3, 3, 3],
      [2, 3, 1, 1, 3, 1],
    ]) {
      tap(board, ...keys);
      expect(frame).not.toEqual(untouched);
      wipe(board);
      expect(frame).toEqual(untouched);
    }
  });

  test('foreseeing leaves the run as it is and keeps nothing of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
        fc.constantFrom(RULE_CODES, RULE_CODES | RULE_INSTABILITY_URGENT, 0),
        (keys, rules) => {
          const run = newRun(rules);
          for (const key of keys) {
            press(run, key);
            const before = structuredClone(run);
            const next = likelyNext(run);
            expect(run).toEqual(before);
            expect(next?.answers === run.answers).toBe(false);
          }
        },
      ),
    );
  });
});

function wipeWithKeys(board: Board): void {
  for (const key of [1, 4]) board.press(key);
  board.advance(100);
  for (const key of [1, 4]) board.release(key);
  board.advance(1000);
}
