import type { BoardName } from '../../../../firmware/simulator/board-kinds';
import { listFiles } from '../../../../firmware/simulator/storage-image';
import { type Language, languageCodes } from '../../../../shared/check/codes';
import { bench, boardChoice, canvas, deviceName, flashedWords, freshKiosk, languageChoice } from './elements';
import type { KeptKiosk, Wish } from './kept-kiosk';

/** What is in front of the visitor. */
const BOARD_NAMES: Readonly<Record<BoardName, string>> = {
  pixljs: 'Pixl.js with a screen and four keys',
  banglejs2: 'Bangle.js 2 with a touch screen, four areas as keys, and a button at its side',
};

const chosen = (): Wish => ({
  board: boardChoice.value as BoardName,
  language: languageChoice.value as Language,
});

/** Calls `onWish` when the visitor wants another kiosk, or the same one fresh from the flash. */
export function joinChoices(onWish: (wish: Wish, isFresh: boolean) => void): void {
  for (const choice of [boardChoice, languageChoice])
    choice.addEventListener('change', () => onWish(chosen(), false));
  freshKiosk.addEventListener('click', () => onWish(chosen(), true));
}

/** Shows which kiosk this is, and which languages it was flashed with. */
export function chooseKiosk({ board, language, flash }: KeptKiosk): void {
  bench.setAttribute('data-board', board);
  deviceName.textContent = BOARD_NAMES[board];
  canvas.setAttribute('aria-label', `The screen of the ${board === 'pixljs' ? 'Pixl.js' : 'Bangle.js 2'}`);
  boardChoice.value = board;
  languageChoice.value = language;
  const flashed = listFiles(flash).map(({ name }) => name);
  const names = languageCodes
    .filter((code) => flashed.includes(code))
    .map((code) => languageChoice.querySelector(`[value=${code}]`)?.textContent ?? code);
  flashedWords.textContent = `Flashed: ${names.join(', ')}.`;
  for (const choice of [boardChoice, languageChoice, freshKiosk]) choice.disabled = false;
}
