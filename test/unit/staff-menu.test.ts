import { describe, expect, test } from 'vitest';
import { FIRMWARE_NAME } from '../../firmware/radio/version';
import type { Board } from '../../firmware/simulator/board';
import packageJson from '../../package.json';
import { holdBoth, openStaffMenu, startKiosk, tap, wipeAtOnce, wordsOn } from './kiosk-board';
import { makeKiosk, tellToMaintain } from './lock-down-board';

const LONG_MS = 3300;
const SHORT_MS = 2500;
const UNTIL_WIPED_MS = 145_000;
/** Pages of what the kiosk is; the choices come behind them. */
const ABOUT_PAGES = 4;
const [SIZE, LANGUAGE, MAINTENANCE, CONTRAST] = [0, 1, 2, 3];
const boards = ['pixljs', 'banglejs2'] as const;

function openMenu(board: Board): void {
  openStaffMenu(board);
  expect(wordsOn(board)).toContain(FIRMWARE_NAME);
}

/** Opens the menu and turns pages to an answer: size, language, maintenance, contrast. */
function openChoice(board: Board, choice: number): void {
  openMenu(board);
  tap(board, ...Array<number>(ABOUT_PAGES + choice).fill(2));
}

function restart(board: Board): void {
  board.powerOff();
  board.powerOn();
  board.advance(1000);
}

test('the version on the screen is the package’s', () => {
  expect(FIRMWARE_NAME).toBe(packageJson.version);
});

describe.each(boards)('the staff menu of %s', (name) => {
  test('opens from the attract screen, and Back leaves it', () => {
    const board = startKiosk(true, name);
    const attract = wordsOn(board);
    openMenu(board);
    tap(board, 4);
    expect(wordsOn(board)).toBe(attract);
  });

  test('does not open during a run', () => {
    const board = startKiosk(true, name);
    tap(board, 1, 3);
    openStaffMenu(board);
    expect(wordsOn(board)).not.toContain(FIRMWARE_NAME);
  });

  test('says what this kiosk is: firmware, Espruino, how its id begins, sheets that wait, battery', () => {
    const board = startKiosk(true, name);
    openMenu(board);
    const said: string[] = [];
    for (let page = 0; page < ABOUT_PAGES; page++) {
      said.push(...board.words.map(({ text }) => text).filter((text) => !/^(Back|\x80|\x81)$/.test(text)));
      tap(board, 2);
    }
    expect(said.join(' ')).toMatch(/^Version 0\.1\.0 2v\d+ ID a23f01c4 Sheets waiting: 0 Batt\. 100 %$/);
  });

  test('large as the default size holds over a restart, and every run begins in it', () => {
    const board = startKiosk(true, name);
    openChoice(board, SIZE);
    tap(board, 3);
    expect(wordsOn(board)).toContain('LARGE');
    tap(board, 4);
    const large = wordsOn(board);
    expect(large).toContain('Normal');
    tap(board, 4);
    expect(wordsOn(board)).toContain('LARGE');
    board.advance(UNTIL_WIPED_MS);
    expect(wordsOn(board)).toBe(large);
    restart(board);
    expect(wordsOn(board)).toBe(large);
  });

  test('a default language holds over a restart, and behind the last one the store’s own comes again', () => {
    const board = startKiosk(true, name);
    const languages =
      name === 'pixljs' ? ['English', 'Español'] : ['English', 'Español', 'Français', 'Deutsch'];
    openChoice(board, LANGUAGE);
    expect(wordsOn(board)).toContain('English *');
    for (const language of languages) {
      tap(board, 3);
      expect(board.words.map(({ text }) => text)).toContain(language);
      expect(wordsOn(board)).not.toContain('*');
    }
    restart(board);
    expect(wordsOn(board)).not.toContain('What');
    openChoice(board, LANGUAGE);
    tap(board, 3);
    expect(wordsOn(board)).toContain('English *');
    restart(board);
    expect(wordsOn(board)).toContain('What');
  });

  test('is left at once by wiping, and when nobody presses', () => {
    const board = startKiosk(true, name);
    const attract = wordsOn(board);
    openMenu(board);
    wipeAtOnce(board);
    expect(wordsOn(board)).toBe(attract);
    openMenu(board);
    board.advance(UNTIL_WIPED_MS);
    expect(wordsOn(board)).toBe(attract);
  });

  test('lets the companion open the wire for as long as it says maintenance, not before and not after', async () => {
    const board = makeKiosk(name);
    const refused = () =>
      expect(tellToMaintain(board)).rejects.toThrow(expect.objectContaining({ code: 'kiosk-refused' }));
    board.powerOn();
    board.advance(1000);
    openChoice(board, MAINTENANCE);
    expect(wordsOn(board)).toContain('Maintenance');
    await refused();
    tap(board, 3);
    expect(board.words.map(({ text }) => text)).not.toContain('OK');
    tap(board, 4);
    expect(wordsOn(board)).toContain('Knee');
    await refused();
    openChoice(board, MAINTENANCE);
    tap(board, 3);
    board.advance(UNTIL_WIPED_MS);
    await refused();
    openChoice(board, MAINTENANCE);
    tap(board, 3);
    await tellToMaintain(board);
    board.advance(2000);
    expect([board.state, board.isUartOn]).toEqual(['running', true]);
    board.advance(300_000);
    expect([board.isUartOn, wordsOn(board).includes('Knee')]).toEqual([false, true]);
  });
});

test('on Pixl.js the contrast goes round through eight levels, and holds over a restart', () => {
  const board = startKiosk();
  openChoice(board, CONTRAST);
  const seen: string[] = [];
  for (let level = 0; level < 9; level++) {
    seen.push(/Contrast \| \d|Contrast \d/.exec(wordsOn(board))?.[0].replace(' | ', ' ') ?? '');
    tap(board, 3);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0].map((level) => `Contrast ${level}`));
  restart(board);
  openChoice(board, CONTRAST);
  expect(wordsOn(board)).toMatch(/Contrast( \| | )1/);
});

test('on a Bangle.js 2, which has no contrast, the menu ends with maintenance', () => {
  const board = startKiosk(true, 'banglejs2');
  openMenu(board);
  const pages = Array.from({ length: ABOUT_PAGES + 4 }, () => {
    tap(board, 2);
    return wordsOn(board);
  });
  expect(pages.join()).not.toContain('Contrast');
  expect(pages.at(-1)).toContain('Maintenance');
});

test.each([
  { name: 'held too short', first: 4, second: 2, ms: SHORT_MS },
  { name: 'the two right keys', first: 2, second: 3, ms: LONG_MS },
  { name: 'the two lower keys', first: 4, second: 3, ms: LONG_MS },
  { name: 'the two upper keys', first: 1, second: 2, ms: LONG_MS },
])(
  'on Pixl.js nothing but lower left with upper right for three seconds opens it: $name',
  ({ first, second, ms }) => {
    const board = startKiosk();
    holdBoth(board, first, second, ms);
    expect(wordsOn(board)).not.toContain(FIRMWARE_NAME);
  },
);

test.each([
  { name: 'short, then long', ms: [200, 900], keys: [4, 2] },
  { name: 'long, then short', ms: [900, 200], keys: [4, 2] },
  { name: 'the other way round', ms: [900, 900], keys: [2, 4] },
  { name: 'something between', ms: [900, 200, 900], keys: [4, 4, 2] },
  { name: 'another corner', ms: [900, 900], keys: [4, 1] },
])(
  'on a Bangle.js 2 nothing but two long touches, lower left, then upper right, opens it: $name',
  ({ ms, keys }) => {
    const board = startKiosk(true, 'banglejs2');
    keys.forEach((key, at) => {
      board.press(key);
      board.advance(ms[at] ?? 0);
      board.release(key);
      board.advance(1000);
    });
    board.advance(LONG_MS);
    expect(wordsOn(board)).not.toContain(FIRMWARE_NAME);
  },
);
