import { describe, expect, test } from 'vitest';
import { describeScreen } from '../../companion/web/client/kiosk/screen-words';
import { WordsOnScreen } from '../../firmware/simulator/words-on-screen';

type Row = [text: string, xPx: number, yPx: number];
const onScreen = (...rows: Row[]) => rows.map(([text, xPx, yPx]) => ({ text, xPx, yPx }));

describe('the words of a screen', () => {
  test('of a question name each answer with its key, lines put together', () => {
    const texts = onScreen(
      ['Where does it', 64, 22],
      ['hurt most?', 64, 31],
      ['Front, round', 0, -3],
      ['kneecap', 0, 8],
      ['Just below', 128, -3],
      ['Outer side', 128, 49],
      ['More', 0, 45],
      ['hold: Back', 0, 54],
    );
    expect(describeScreen(texts)).toBe(
      'Where does it hurt most? Key 1: Front, round kneecap. Key 2: Just below. Key 3: Outer side. Key 4: More hold: Back.',
    );
  });

  test('of a card give its title and lines to no key', () => {
    const texts = onScreen(
      ['Tips', 0, -2],
      ['Keep a short run log', 0, 10],
      ['Back', 0, 54],
      ['Next', 128, 49],
      ['2/4', 64, 54],
    );
    expect(describeScreen(texts)).toBe('Tips Keep a short run log 2/4 Key 3: Next. Key 4: Back.');
  });

  test('of the notice, whose title is empty, give its lines to no key', () => {
    const texts = onScreen(
      ['', 0, -2],
      ['Adults 18+. Not a', 0, 10],
      ['diagnosis.', 0, 21],
      ['Under 18', 128, -3],
    );
    expect(describeScreen(texts)).toBe('Adults 18+. Not a diagnosis. Key 2: Under 18.');
  });

  test('of a checklist give the signs to no key', () => {
    const texts = onScreen(
      ['Any of these?', 0, 9],
      ['Hot knee or fever', 0, 16],
      ['Yes, one', 128, -3],
      ['None of these', 128, 49],
      ['Back', 0, 54],
    );
    expect(describeScreen(texts)).toBe(
      'Any of these? Hot knee or fever Key 2: Yes, one. Key 3: None of these. Key 4: Back.',
    );
  });

  test('of an empty screen are none', () => expect(describeScreen([])).toBe(''));
});

describe('the texts on a screen', () => {
  test('go when a box is drawn over where they begin, and all with a cleared screen', () => {
    const words = new WordsOnScreen();
    words.add({ text: 'gone', xPx: 10, yPx: 10, glyphs: [] });
    words.add({ text: 'stays', xPx: 10, yPx: 21, glyphs: [] });
    words.clearBox(128, 20, 0, 0);
    expect(words.texts.map(({ text }) => text)).toEqual(['stays']);
    words.clear();
    expect(words.texts).toHaveLength(0);
  });
});
