import { beforeAll, describe, expect, test } from 'vitest';
import { drawScreens } from '../../companion/screens/draw-screens';
import { lookOf } from '../../companion/screens/picture';
import { type RenderedScreen, screenSizes } from '../../companion/screens/render';
import { EXAMPLE_ADDRESS } from '../../firmware/build/qr-codes';
import { cardAddressCodes, languageCodes, patternCodes, referralCardCodes } from '../../shared/check/codes';
import { capHeights } from './cap-heights';
import { readQr } from './read-qr';
import { inkProblems } from './screen-ink';
import { readWords, wordProblems } from './word-problems';

/** Rows of a plain capital at least: of any text, of answers and cards, in large size. */
const CAPITALS_PX = {
  pixljs: { any: 7, read: 9, large: 13 },
  banglejs2: { any: 10, read: 10, large: 21 },
} as const;
/** What a store can set that its screens show, the numbers as long as they can be. */
const SETTINGS = {
  units: 'mi',
  instabilityUrgent: true,
  urgentLine: '800555019900',
  emergencyNumber: '911',
} as const;
const NUMBERS = `${SETTINGS.urgentLine} / ${SETTINGS.emergencyNumber}`;
/** In large size what the code is for stands on a page before it. */
const isCode = ({ name }: RenderedScreen): boolean => /^card-code-(?!.*-page-1$)/.test(name);

const cases = (['pixljs', 'banglejs2'] as const).flatMap((board) =>
  screenSizes.flatMap((size) => languageCodes.map((language) => ({ board, size, language }))),
);

describe.each(cases)('every screen of $board in $language, $size size', ({ board, size, language }) => {
  const next = (languageCodes.indexOf(language) + 1) % languageCodes.length;
  // of two that were flashed the other one, of all the next
  const isNext = board === 'banglejs2' || language === 'en';
  const said = { isMetric: false, numbers: NUMBERS, other: (isNext && languageCodes[next]) || 'en' };
  let screens: RenderedScreen[] = [];
  beforeAll(async () => {
    screens = await drawScreens(`dist/firmware/${board}`, { board, language, size, settings: SETTINGS });
  });

  test('has every letter whole, on the screen, and a pixel away from all else', () => {
    const found = screens.flatMap((screen) =>
      inkProblems(screen, lookOf(board)).map((problem) => `${screen.name}: ${problem}`),
    );
    expect(screens.length).toBeGreaterThan(80);
    expect(found).toEqual([]);
  });

  test('says all of its words, in their order, and no others', () => {
    expect(wordProblems(screens, language, said)).toEqual([]);
  });

  test('shows every card’s QR code so that a reader finds the card’s own address', () => {
    const codes = screens.filter(isCode);
    const cards = [...patternCodes, ...referralCardCodes];
    const found = codes.map(({ name, frame }) => `${name}: ${readQr(frame, lookOf(board))}`);
    const meant = codes.map(({ name }) => {
      const card = cards.findIndex((code) => name.replace(/-page-2$/, '') === `card-code-${code}`);
      return `${name}: ${EXAMPLE_ADDRESS}${cardAddressCodes.charAt(card)}`;
    });
    expect(codes).toHaveLength(cards.length);
    expect(found).toEqual(meant);
  });

  test('has capitals as tall as they must be', () => {
    const least = CAPITALS_PX[board];
    const measured = screens.flatMap((screen) => {
      const isRead = readWords(screen, language, said);
      return capHeights(screen, lookOf(board)).map(({ text, heightPx }) => {
        const wanted = size === 'large' ? least.large : isRead(text) ? least.read : least.any;
        return { name: screen.name, text, heightPx, isTall: heightPx >= wanted };
      });
    });
    expect(measured.length).toBeGreaterThan(100);
    // the notices for staff alone have one size
    expect(measured.filter(({ isTall, name }) => !isTall && !/maintenance|attention/.test(name))).toEqual([]);
  });
});

describe.each(cases.filter(({ language }) => language === 'de'))(
  'with signposting only, every screen of $board in $language, $size size',
  ({ board, size, language }) => {
    test('is as whole and as well apart, and none names a pattern or its place', async () => {
      const settings = { ...SETTINGS, mode: 'signposting' } as const;
      const screens = await drawScreens(`dist/firmware/${board}`, { board, language, size, settings });
      const found = screens.flatMap((screen) =>
        inkProblems(screen, lookOf(board)).map((problem) => `${screen.name}: ${problem}`),
      );
      const codes = screens.filter(isCode);
      expect(found).toEqual([]);
      expect(screens.filter(({ name }) => /^card-(pattern|place)/.test(name))).toEqual([]);
      expect(codes).toHaveLength(referralCardCodes.length);
    });
  },
);
