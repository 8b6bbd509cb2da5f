import type { ScreenText, Slot } from '../../shared/wording/texts';
import { foldText } from '../device/banglejs2-fold';
import { pagesOf } from '../screens/pages';
import { type DeviceFont, measureWidthPx } from './fonts';
import { largeLineWidth } from './large-width';
import { packTexts, unpackTexts } from './pack-texts';
import { ENTRY_COUNT, joinTexts, splitTexts } from './text-blocks';
import { joinLines, type Layout, PIXLJS_LAYOUT, type Room, TooWideError, wrapText } from './wrap';

/**
 * Compiles the texts of one language to the file that the kiosk reads in place: laid out for their places on the
 * screen and packed (`pack-texts.ts`). Line breaks are `\n`. A text that is
 * also shown as a sign is stored with the breaks of its narrower place; the kiosk joins them (see `joinLines`).
 * For a board that breaks lines itself the rooms are only checked, and sentences are stored whole.
 *
 * @throws Error naming every text that does not fit or holds a character the fonts do not have
 */
export function compileTexts(
  language: string,
  texts: readonly ScreenText[],
  fonts: readonly DeviceFont[],
  layout = PIXLJS_LAYOUT,
): Uint8Array {
  return packTexts(joinTexts(layOutTexts(language, texts, fonts, layout)));
}

/** All texts of a compiled file, with their line breaks, in the order of their numbers. */
export function readTexts(file: Uint8Array): string[] {
  return splitTexts(unpackTexts(file, ENTRY_COUNT));
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
  layout = PIXLJS_LAYOUT,
): string[] {
  const problems: string[] = [];
  const laidOut = texts.map((text) => layOut(language, text, fonts, layout, problems));
  if (problems.length > 0) throw new Error(`texts that cannot be shown:\n${problems.join('\n')}`);
  return laidOut;
}

function layOut(
  language: string,
  { key, slots, text: plain }: ScreenText,
  fonts: readonly DeviceFont[],
  layout: Layout,
  problems: string[],
): string {
  const { rooms } = layout;
  const text = hyphenate(layout.isBrokenOnDevice ? joinSentences(plain) : plain, layout);
  const unknown = [...plain].filter((letter) => letter !== '\n' && !hasLetter(fonts, letter));
  if (unknown.length > 0)
    problems.push(`${key} ${language}: no letter for ${JSON.stringify(unknown.join(''))}`);
  const narrowestFirst = [...slots].sort((a, b) => rooms[a].widthPx - rooms[b].widthPx);
  let stored: string | undefined;
  for (const slot of narrowestFirst) {
    const room = rooms[slot];
    const isOneLine = room.lines === 1;
    try {
      stored ??= wrapInto(text, room, fonts);
      wrapInto(isOneLine ? joinLines(stored) : stored, isOneLine ? room : asGiven(room), fonts);
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
    ...findLargeProblems(stored ?? text, slots, fonts, layout).map(
      (problem) => `${key} ${language}: ${problem}`,
    ),
  );
  return layout.isBrokenOnDevice ? text : (stored ?? text);
}

/** A card's lines without the breaks inside a sentence: behind these goes on what begins with a small letter. */
function joinSentences(text: string): string {
  return text.replace(/\n(?=[a-zà-ÿ=])/g, ' ');
}

/** Breaks a text for a room, or for the other one where it goes when it does not fit. */
function wrapInto(text: string, room: Room, fonts: readonly DeviceFont[]): string {
  try {
    return wrapText(text, room, fontOf(room, fonts));
  } catch (error) {
    if (!room.otherwise || !(error instanceof TooWideError)) throw error;
    return wrapText(text, room.otherwise, fontOf(room.otherwise, fonts));
  }
}

function hyphenate(text: string, { hyphenated }: Layout): string {
  return hyphenated.reduce((kept, word) => kept.replaceAll(word.replace('\xad', ''), word), text);
}

function fontOf({ font }: Room, fonts: readonly DeviceFont[]): DeviceFont {
  const found = fonts[font];
  if (!found) throw new Error(`there is no font ${font}`);
  return found;
}

/** The lines that are too wide in large size, where the small font is drawn larger; answers and what stands beside codes keep their breaks. */
function findLargeProblems(
  stored: string,
  slots: readonly Slot[],
  fonts: readonly DeviceFont[],
  layout: Layout,
): string[] {
  const { rooms, large } = layout;
  const smallFont = fontOf(rooms.large, fonts);
  const widthPx = (line: string) => large.scale * measureWidthPx(smallFont, line);
  const pages =
    slots.includes('answer') || slots.includes('code')
      ? [stored]
      : pagesOf(stored, largeLineWidth(layout, widthPx));
  return pages
    .flatMap((page) => page.split('\n'))
    .flatMap((line) => (layout.isBrokenOnDevice ? foldText(line, widthPx, large.widthPx) : line))
    .filter((line) => widthPx(line) > large.widthPx)
    .map((line) => `too wide in large size: "${line}" is ${widthPx(line)} px`);
}

function asGiven(room: Room): Room {
  const { otherwise, ...kept } = room;
  return { ...kept, areLinesGiven: true, ...(otherwise ? { otherwise: asGiven(otherwise) } : {}) };
}

function hasLetter(fonts: readonly DeviceFont[], letter: string): boolean {
  return fonts.every((font) => (font.widths[letter.charCodeAt(0) - font.firstChar] ?? 0) > 0);
}
