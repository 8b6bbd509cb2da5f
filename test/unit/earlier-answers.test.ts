import { describe, expect, test } from 'vitest';
import { type ScreenSize, screenSizes } from '../../companion/screens/render';
import { pressLarge } from '../../firmware/flow/large';
import { isPaged, KEY_BACK, press } from '../../firmware/flow/press';
import {
  newRun,
  RULE_CODES,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_NOTICE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
  SCREEN_STAFF,
  SCREEN_STAFF_ASK,
  wipe,
} from '../../firmware/flow/run';
import type { Board } from '../../firmware/simulator/board';
import { screenName } from '../../firmware/simulator/screen-tour';
import { optionCount, RF_NONE } from '../../shared/check/questions';
import { tap, wipeAtOnce } from './kiosk-board';
import { makeTourBoard } from './tour-board';

const RUNS = 45;
const STEPS_MOST = 40;
const LONG_TOUCH_MS = 900;
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
const KEY_SIZE = 4;

/** Numbers of a fixed row, so that every run of the test walks alike. */
function makeDraw(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A shopper at a board, and beside it what the flow says the screen is. */
interface Walk {
  readonly run: Run;
  readonly wentBackTo: Set<string>;
  /** by screen: the frame that it had first */
  readonly frames: Map<string, Uint8Array>;
  readonly differing: string[];
}

function answersOn({ screen, question }: Run): number {
  if (screen === SCREEN_NOTICE) return 2;
  if (screen === SCREEN_STAFF_ASK) return 3;
  return screen > SCREEN_CHECKLIST ? 0 : optionCount(question);
}

function hold(board: Board, key: number): void {
  board.press(key);
  board.advance(LONG_TOUCH_MS);
  board.release(key);
  board.advance(1000);
}

/** A key of normal size that moves on, often past the signs; now and then Back. */
function drawKey(run: Run, draw: (below: number) => number): number {
  if (draw(5) === 0 && run.screen !== SCREEN_ATTRACT && run.screen !== SCREEN_NOTICE) return KEY_BACK;
  if (run.screen === SCREEN_ATTRACT || run.screen === SCREEN_NOTICE)
    return run.screen === SCREEN_NOTICE ? 3 : 1 + (draw(4) === 0 ? 1 : 0);
  if (run.screen === SCREEN_CHECKLIST) return draw(5) === 0 ? 2 : 3;
  if (isPaged(run) && draw(3) === 0) return 4;
  return run.screen === SCREEN_QUESTION ? 1 + draw(3) : 3;
}

/** Compares the screen with the one it was before; cards and what staff read depend on the answers on purpose. */
function compare({ run, frames, differing }: Walk, board: Board): void {
  if ([SCREEN_RESULT, SCREEN_STAFF].includes(run.screen)) return;
  const name = `${screenName(run)} step ${run.step}`;
  const first = frames.get(name);
  if (!first) frames.set(name, board.screen);
  else if (first.some((byte, at) => byte !== board.screen[at])) differing.push(name);
}

function stepNormal(walk: Walk, board: Board, draw: (below: number) => number): void {
  const key = drawKey(walk.run, draw);
  const isHeld = key === KEY_BACK && isPaged(walk.run);
  if (isHeld) hold(board, KEY_SIZE);
  else tap(board, key === KEY_BACK ? KEY_SIZE : key);
  press(walk.run, key);
  if (key === KEY_BACK) walk.wentBackTo.add(screenName(walk.run));
  compare(walk, board);
}

/** Chooses an answer, or goes a page on, or back. */
function stepLarge(
  walk: Walk,
  board: Board,
  draw: (below: number) => number,
  pages: (run: Run) => number,
): void {
  const { run } = walk;
  const act = (key: number): void => {
    tap(board, key);
    pressLarge(run, key);
    run.wordPages = pages(run);
    run.pages = run.wordPages + answersOn(run);
    run.step = Math.min(run.step, run.pages - 1);
    if (run.screen !== SCREEN_ATTRACT) compare(walk, board);
  };
  const options = run.screen === SCREEN_ATTRACT ? 1 : answersOn(run);
  if (draw(5) === 0 && run.screen > SCREEN_NOTICE) {
    act(KEY_SIZE);
    walk.wentBackTo.add(screenName(run));
    return;
  }
  const option = run.screen === SCREEN_CHECKLIST && draw(4) > 0 ? RF_NONE : draw(options || 1);
  const chosen = run.screen === SCREEN_NOTICE ? 0 : option;
  for (let on = options ? run.wordPages + chosen : run.pages; on > 0; on--) act(KEY_NEXT);
  if (options) act(KEY_CHOOSE);
}

const cases = (['pixljs', 'banglejs2'] as const).flatMap((name) =>
  screenSizes.map((size) => ({ name, size })),
);

async function walkOften(name: 'pixljs' | 'banglejs2', size: ScreenSize): Promise<Walk> {
  const { board, countWordPages } = await makeTourBoard(name);
  const draw = makeDraw();
  const walk: Walk = { run: newRun(RULE_CODES), wentBackTo: new Set(), frames: new Map(), differing: [] };
  const { run } = walk;
  for (let runs = 0; runs < RUNS; runs++) {
    wipe(run);
    wipeAtOnce(board);
    if (size === 'large') {
      tap(board, KEY_SIZE);
      press(run, KEY_SIZE);
      run.wordPages = countWordPages(run);
      run.pages = run.wordPages + optionCount(run.question);
    }
    for (let steps = 0; steps < STEPS_MOST; steps++) {
      if (size === 'normal') stepNormal(walk, board, draw);
      else stepLarge(walk, board, draw, countWordPages);
      if (run.screen === SCREEN_ATTRACT) break;
    }
  }
  return walk;
}

describe.each(cases)('on a $name in $size size', ({ name, size }) => {
  test('a screen that asks looks the same whatever was answered before, and after going back to it', async () => {
    const { frames, differing, wentBackTo } = await walkOften(name, size);
    expect(frames.size).toBeGreaterThan(size === 'normal' ? 25 : 75);
    expect([...wentBackTo].filter((screen) => /^(question|checklist)/.test(screen)).length).toBeGreaterThan(
      8,
    );
    expect([...new Set(differing)]).toEqual([]);
  });
});
