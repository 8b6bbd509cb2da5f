import { describe, expect, test } from 'vitest';
import { drawScreens } from '../../companion/screens/draw-screens';
import { lookOf } from '../../companion/screens/picture';
import { screenSizes } from '../../companion/screens/render';
import { languageCodes } from '../../shared/check/codes';
import { inkProblems } from './screen-ink';

const BOARD = 'pixljs';
const cases = screenSizes.flatMap((size) => languageCodes.map((language) => ({ size, language })));

describe.each(cases)('every screen in $language, $size size', ({ size, language }) => {
  test('has every letter whole, on the screen, and a pixel away from all else', async () => {
    const screens = await drawScreens(`dist/firmware/${BOARD}`, { board: BOARD, language, size });
    const found = screens.flatMap((screen) =>
      inkProblems(screen, lookOf(BOARD)).map((problem) => `${screen.name}: ${problem}`),
    );
    expect(found).toEqual([]);
  });
});
