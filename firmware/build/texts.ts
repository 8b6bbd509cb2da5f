import type { ScreenText, Slot } from '../../shared/wording/texts';
import { LINE_PX, pagesOf } from '../screens/pages';
import { type DeviceFont, measureWidthPx } from './fonts';
import { packTexts } from './pack-texts';
import { joinLines, ROOMS, TooWideError, wrapText } from './wrap';

/**
 * Compiles the texts of one language to the file that the kiosk reads in place: laid out for their places on the
 * screen and packed (`pack-texts.ts`). Line breaks are `\n`. A text that is
 * also shown as a sign is stored with the breaks of its narrower place; the kiosk joins them (see `joinLines`).
 *
 * @throws Error naming every text that does not fit or holds a character the fonts do not have
 */
export function compileTexts(
  language: string,
  texts: readonly ScreenText[],
  fonts: readonly DeviceFont[],
): Uint8Array {
  return packTexts(layOutTexts(language, texts, fonts));
}

/**
 * The texts of one language with the line breaks of their places, in the order of their numbers.
 *
 * @throws Error naming every text that does not fit or holds a character the fonts do not have
 */
export function layOutTexts(
  language: string,
  texts: readonly ScreenText[],
  fonts: readonly DeviceFont[],
): string[] {
  const problems: string[] = [];
  const laidOut = texts.map((text) => layOut(language, text, fonts, problems));
  if (problems.length > 0) throw new Error(`texts that cannot be shown:\n${problems.join('\n')}`);
  return laidOut;
}

function layOut(
  language: string,
  { key, slots, text }: ScreenText,
  fonts: readonly DeviceFont[],
  problems: string[],
): string {
  const unknown = [...text].filter((letter) => letter !== '\n' && !hasLetter(fonts, letter));
  if (unknown.length > 0)
    problems.push(`${key} ${language}: no letter for ${JSON.stringify(unknown.join(''))}`);
  const narrowestFirst = [...slots].sort((a, b) => ROOMS[a].widthPx - ROOMS[b].widthPx);
  let stored: string | undefined;
  for (const slot of narrowestFirst) {
    const room = ROOMS[slot];
    const font = fonts[room.font];
    if (!font) throw new Error(`there is no font ${room.font}`);
    try {
      stored ??= wrapText(text, room, font);
      wrapText(room.lines === 1 ? joinLines(stored) : stored, room.lines === 1 ? room : asGiven(room), font);
    } catch (error) {
      if (!(error instanceof TooWideError)) throw error;
      problems.push(`${key} ${language} ${slot}: ${error.message}`);
    }
  }
  if (stored !== undefined && slots.includes('sign') && joinLines(stored) !== text)
    problems.push(
      `${key} ${language} sign: its line break cannot be undone, it would read "${joinLines(stored)}"`,
    );
  problems.push(
    ...findLargeProblems(stored ?? text, slots, fonts).map((problem) => `${key} ${language}: ${problem}`),
  );
  return stored ?? text;
}

/** The lines that are too wide in large size, where the small font is drawn twice as large; answers keep their breaks. */
function findLargeProblems(stored: string, slots: readonly Slot[], fonts: readonly DeviceFont[]): string[] {
  const smallFont = fonts[ROOMS.large.font];
  if (!smallFont) throw new Error('there is no small font');
  const widthPx = (line: string) => 2 * measureWidthPx(smallFont, line);
  const pages = slots.includes('answer') ? [stored] : pagesOf(stored, widthPx);
  return pages
    .flatMap((page) => page.split('\n'))
    .filter((line) => widthPx(line) > LINE_PX)
    .map((line) => `too wide in large size: "${line}" is ${widthPx(line)} px`);
}

function asGiven<T extends { areLinesGiven: boolean }>(room: T): T {
  return { ...room, areLinesGiven: true };
}

function hasLetter(fonts: readonly DeviceFont[], letter: string): boolean {
  return fonts.every((font) => (font.widths[letter.charCodeAt(0) - font.firstChar] ?? 0) > 0);
}
