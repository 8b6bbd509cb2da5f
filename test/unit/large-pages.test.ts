import { describe, expect, test } from 'vitest';
import { exampleSettings } from '../../companion/screens/example-settings';
import { buildFont, FONTS, measureWidthPx } from '../../firmware/build/fonts';
import { largeLineWidth } from '../../firmware/build/large-width';
import { layOutTexts } from '../../firmware/build/texts';
import { BANGLEJS2_LAYOUT, type Layout, PIXLJS_LAYOUT } from '../../firmware/build/wrap';
import { foldText } from '../../firmware/device/banglejs2-fold';
import { pagesOf } from '../../firmware/screens/pages';
import { languageCodes } from '../../shared/check/codes';
import { textList } from '../../shared/wording/texts';

const fonts = FONTS.map(buildFont);
const smallFont = fonts[1];
const PIXLJS_ROWS = 2;
const BANGLEJS2_ROWS = 3;
/** Given to a reader in two pieces, neither of which says anything else: "Call your emergency" and "number". */
const IN_PIECES = ['ui.CALL_EMERGENCY en'];

/** The pages of a sentence in large size, each as its rows. */
function rowsOf(sentence: string, layout: Layout): string[][] {
  const { isBrokenOnDevice, large } = layout;
  if (!smallFont) throw new Error('There is no small font');
  const widthPx = (line: string) => large.scale * measureWidthPx(smallFont, line);
  const fold = (line: string) => foldText(line, widthPx, large.widthPx);
  return pagesOf(sentence, largeLineWidth(layout, widthPx)).map((page) =>
    page.split('\n').flatMap((line) => (isBrokenOnDevice ? fold(line) : line)),
  );
}

const cases = [
  { board: 'Pixl.js', layout: PIXLJS_LAYOUT, rows: PIXLJS_ROWS },
  { board: 'Bangle.js 2', layout: BANGLEJS2_LAYOUT, rows: BANGLEJS2_ROWS },
].flatMap((board) => languageCodes.map((language) => ({ ...board, language })));

describe.each(cases)('in large size on a $board in $language', ({ layout, rows, language }) => {
  const list = textList(language);
  const sentences = layOutTexts(language, list, fonts, layout).flatMap((text, at) => {
    const { key = '', slots = [] } = list[at] ?? {};
    const isShownWhole = slots.includes('answer') || slots.includes('code');
    return isShownWhole || IN_PIECES.includes(`${key} ${language}`) ? [] : text.split('\n');
  });

  test('every question, every title and every sentence of a card stands on one page', () => {
    expect(sentences.length).toBeGreaterThan(100);
    const pieces = sentences.map((sentence) => rowsOf(sentence, layout)).filter(({ length }) => length > 1);
    expect(pieces).toEqual([]);
  });

  test('no page has more rows than there is room for', () => {
    for (const sentence of sentences)
      for (const page of rowsOf(sentence, layout)) expect(page.length, sentence).toBeLessThanOrEqual(rows);
  });

  test('whom to call is on one page, each number whole', () => {
    const call = list.find(({ key }) => key === 'ui.CALL')?.text ?? '';
    const { urgentLine, emergencyNumber } = exampleSettings(language);
    const numbers = [urgentLine, emergencyNumber].map((number) => number.replaceAll(' ', '\xa0'));
    const pages = rowsOf(call + numbers.join(' / '), layout);
    expect(pages).toHaveLength(1);
    for (const number of numbers) expect(pages[0]?.some((row) => row.includes(number))).toBe(true);
  });
});
