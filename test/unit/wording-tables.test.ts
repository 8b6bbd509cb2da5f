import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ScreenText, textList } from '../../shared/wording/texts';

const inOneLine = ({ text }: Pick<ScreenText, 'text'>): string => text.trim().replaceAll('\n', ' / ');

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
  const english = textList('en');
  const texts = textList(language);
  const rows = readRows(language);

  test('holds every text of the screens as it is, with its English', () => {
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(
      texts.map((text, at) => [text.key, inOneLine(english[at] ?? text), inOneLine(text)]),
    );
  });

  test('says back in English what every text says', () => {
    for (const [key, , , back] of rows) expect(back, key).toMatch(/\w/);
  });
});
