import { beforeAll, describe, expect, test } from 'vitest';
import { screenSizes } from '../../companion/screens/render';
import type { Board } from '../../firmware/simulator/board';
import type { TourStop } from '../../firmware/simulator/screen-tour';
import { tap, wordsOn } from './kiosk-board';
import { makeTourBoard, type TourBoard } from './tour-board';

/** Less than it takes to let go of a key. */
const AT_ONCE_MS = 60;
const SETTLED_MS = 40_000;
const QUESTION_WARNS_MS = 35_000;
const CARD_WARNS_MS = 125_000;
/** From the attract screen: shoes only, the notice, and the other page of its first question. */
const NEXT_RUN = [2, 3, 4];

/** Every kind of screen that a run has: what the tour calls it without its question, card or page. */
const KINDS = [
  'attract',
  'notice',
  'checklist',
  'which',
  'question',
  'question-foot',
  'picture',
  'under',
  'card-referral',
  'card-code',
  'card-pattern',
  'card-place',
  'card-tip',
  'card-shoe',
  'hand',
  'card-staff',
  'card-foot',
  'staff',
];
const WARNED = ['notice', 'question', 'card-referral', 'card-staff', 'staff'];

const kindOf = (name: string): string => /^(card-[a-z]+|question-foot|[a-z]+)/.exec(name)?.[1] ?? name;

/** Presses what wipes and lets go after the screen was looked at. */
function frameAtOnce(board: Board): Uint8Array {
  for (const key of board.kind.wipeButtons) board.press(key);
  board.advance(AT_ONCE_MS);
  const frame = board.screen;
  for (const key of board.kind.wipeButtons) board.release(key);
  board.advance(1000);
  return frame;
}

/** What the screen shows along the next shopper's first presses. */
function nextRun(board: Board): string[] {
  return [
    wordsOn(board),
    ...NEXT_RUN.map((key) => {
      tap(board, key);
      return wordsOn(board);
    }),
  ];
}

const cases = (['pixljs', 'banglejs2'] as const).flatMap((name) =>
  // in large size signs are asked one by one, so there is no "which one?"
  screenSizes.map((size) => ({
    name,
    size,
    kinds: KINDS.filter((kind) => size === 'normal' || kind !== 'which'),
  })),
);

describe.each(cases)('on a $name in $size size', ({ name, size, kinds }) => {
  let kiosk: TourBoard;
  let board: Board;
  let attract: Uint8Array;
  let freshRun: string[];
  const stops = new Map<string, TourStop>();
  beforeAll(async () => {
    kiosk = await makeTourBoard(name);
    board = kiosk.board;
    board.advance(SETTLED_MS);
    attract = board.screen;
    freshRun = nextRun(board);
    frameAtOnce(board);
    for (const stop of kiosk.planTour(size))
      if (!stops.has(kindOf(stop.name))) stops.set(kindOf(stop.name), stop);
  });

  const reach = (kind: string): void => tap(board, ...(stops.get(kind)?.keys ?? []));

  test('the tour knows every kind of screen', () => {
    expect([...stops.keys()].sort()).toEqual([...kinds].sort());
  });

  test.each(kinds)('wiping shows the attract screen at once, and the next run knows nothing: %s', (kind) => {
    reach(kind);
    if (kind !== 'attract') expect(board.screen).not.toEqual(attract);
    expect(frameAtOnce(board)).toEqual(attract);
    expect(board.screen).toEqual(attract);
    expect(nextRun(board)).toEqual(freshRun);
    expect(frameAtOnce(board)).toEqual(attract);
  });

  test.each(WARNED)('wiping works while the warning shows: %s', (kind) => {
    reach(kind);
    const before = board.screen;
    const isCard = !['notice', 'question'].includes(kind);
    board.advance(isCard ? CARD_WARNS_MS : QUESTION_WARNS_MS);
    expect(board.screen).not.toEqual(before);
    expect(wordsOn(board)).toContain('Still there?');
    expect(frameAtOnce(board)).toEqual(attract);
    expect(nextRun(board)).toEqual(freshRun);
    frameAtOnce(board);
  });

  test('wiping brings the store’s language back too', () => {
    tap(board, 3, 1, 3);
    expect(wordsOn(board)).not.toContain('knee');
    expect(frameAtOnce(board)).toEqual(attract);
  });
});
