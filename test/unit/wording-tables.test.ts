import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { longDe } from '../../shared/wording/long-de';
import { longEn } from '../../shared/wording/long-en';
import { longEs } from '../../shared/wording/long-es';
import { longFr } from '../../shared/wording/long-fr';
import { textList } from '../../shared/wording/texts';

const longWordings = { en: longEn, es: longEs, fr: longFr, de: longDe };

interface TableText {
  key: string;
  text: string;
}

const inOneLine = ({ text }: TableText): string => text.trim().replaceAll('\n', ' / ');

function longTexts(value: object, path = 'long'): TableText[] {
  return Object.entries(value).flatMap(([code, inner]) => {
    const key = `${path}.${code}`;
    return typeof inner === 'string' ? [{ key, text: inner }] : longTexts(inner, key);
  });
}

/** Every text of the screens, then every longer text. */
const everyText = (language: keyof typeof longWordings): TableText[] => [
  ...textList(language),
  ...longTexts(longWordings[language]),
];

/** The rows of a table: key, English, the language, back-translation. */
function readRows(language: string): string[][] {
  const file = new URL(`../../companion/docs/wording-${language}.md`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-z]\w*\./.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe.each(['es', 'fr', 'de'] as const)('the table of texts in %s', (language) => {
  const english = everyText('en');
  const texts = everyText(language);
  const rows = readRows(language);

  test('holds every text of the screens and every longer text as it is, with its English', () => {
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(
      texts.map((text, at) => [text.key, inOneLine(english[at] ?? text), inOneLine(text)]),
    );
  });

  test('says back in English what every text says', () => {
    for (const [key, , , back] of rows) expect(back, key).toMatch(/\w/);
  });

  test('says back at length what is said at length, and not by repeating the English', () => {
    const long = rows.filter(([key = '']) => key.startsWith('long.'));
    for (const [key, english = '', text = '', back = ''] of long) {
      expect(back.length / text.length, key).toBeGreaterThan(0.6);
      expect(back === english && english.length > 60, key).toBe(false);
    }
  });
});
