import { expect, test } from 'vitest';
import { FIRMWARE_NAME } from '../../firmware/radio/version';
import type { Board } from '../../firmware/simulator/board';
import packageJson from '../../package.json';
import { holdBoth, startKiosk, tap, wordsOn } from './kiosk-board';

const LONG_MS = 3300;
const SHORT_MS = 2500;
const UNTIL_WIPED_MS = 145_000;

function openMenu(board: Board): void {
  holdBoth(board, 4, 2, LONG_MS);
  expect(wordsOn(board)).toBe(`Back | ${FIRMWARE_NAME} | \x81`);
}

function restart(board: Board): void {
  board.powerOff();
  board.powerOn();
  board.advance(1000);
}

test('the version on the screen is the package’s', () => {
  expect(FIRMWARE_NAME).toBe(packageJson.version);
});

test('lower left, then upper right too, for three seconds opens it from the attract screen, and Back leaves it', () => {
  const board = startKiosk();
  const attract = wordsOn(board);
  openMenu(board);
  tap(board, 4);
  expect(wordsOn(board)).toBe(attract);
});

test.each([
  { name: 'held too short', first: 4, second: 2, ms: SHORT_MS },
  { name: 'the two right keys', first: 2, second: 3, ms: LONG_MS },
  { name: 'the two lower keys', first: 4, second: 3, ms: LONG_MS },
  { name: 'the two upper keys', first: 1, second: 2, ms: LONG_MS },
])('nothing else opens it: $name', ({ first, second, ms }) => {
  const board = startKiosk();
  holdBoth(board, first, second, ms);
  expect(wordsOn(board)).not.toContain(FIRMWARE_NAME);
});

test('it does not open during a run', () => {
  const board = startKiosk();
  tap(board, 1, 3);
  holdBoth(board, 4, 2, LONG_MS);
  expect(wordsOn(board)).not.toContain(FIRMWARE_NAME);
});

test('it says what this kiosk is: firmware, Espruino, how its id begins, sheets that wait, battery', () => {
  const board = startKiosk();
  openMenu(board);
  const pages: string[] = [];
  for (let page = 0; page < 5; page++) {
    pages.push(board.words.map(({ text }) => text)[1] ?? '');
    if (page === 3) pages.push(board.words.map(({ text }) => text)[2] ?? '');
    tap(board, 2);
  }
  expect(pages).toEqual([
    '0.1.0',
    expect.stringMatching(/^2v\d+/),
    'a23f01c4',
    'Sheets',
    'waiting: 0',
    '100 %',
  ]);
});

test('large as the default size holds over a restart, and every run begins in it', () => {
  const board = startKiosk();
  openMenu(board);
  tap(board, 2, 2, 2, 2, 2, 2, 3);
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

test('a default language holds over a restart', () => {
  const board = startKiosk();
  openMenu(board);
  tap(board, 2, 2, 2, 2, 2, 2, 2, 3);
  expect(wordsOn(board)).toContain('Español');
  restart(board);
  expect(wordsOn(board)).toContain('¿Qué revisamos?');
});

test('the contrast goes round through eight levels', () => {
  const board = startKiosk();
  openMenu(board);
  tap(board, 2, 2, 2, 2, 2);
  const seen: string[] = [];
  for (let level = 0; level < 9; level++) {
    seen.push(/Contrast \d/.exec(wordsOn(board))?.[0] ?? '');
    tap(board, 3);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0].map((level) => `Contrast ${level}`));
});

test('the two left keys leave it at once, and so does nobody’s pressing', () => {
  const board = startKiosk();
  const attract = wordsOn(board);
  openMenu(board);
  holdBoth(board, 1, 4, 100);
  expect(wordsOn(board)).toBe(attract);
  openMenu(board);
  board.advance(UNTIL_WIPED_MS);
  expect(wordsOn(board)).toBe(attract);
});
