import type { Slot } from '../../shared/wording/texts';
import { type DeviceFont, measureWidthPx } from './fonts';

/** Room for one slot: lines are broken by the build, except on cards, whose lines are given. */
export interface Room {
  font: 0 | 1;
  widthPx: number;
  lines: number;
  areLinesGiven: boolean;
  /** where a text goes that does not fit */
  otherwise?: Room;
}

/** The rooms of a board, and what large size makes of the small font. */
export interface Layout {
  rooms: Readonly<Record<Slot, Room>>;
  large: { scale: number; widthPx: number };
  /** the board breaks lines itself, so that one text serves both sizes */
  isBrokenOnDevice: boolean;
  /** words with soft hyphens, for a board that breaks lines at them */
  hyphenated: readonly string[];
}

/** The rooms of Pixl.js at normal size: 128 px wide, a pixel of margin at both sides, two labels in a row. */
export const ROOMS: Readonly<Record<Slot, Room>> = {
  question: { font: 1, widthPx: 126, lines: 2, areLinesGiven: false },
  answer: { font: 0, widthPx: 62, lines: 2, areLinesGiven: false },
  sign: { font: 0, widthPx: 126, lines: 1, areLinesGiven: false },
  card: { font: 0, widthPx: 126, lines: 3, areLinesGiven: true },
  title: { font: 1, widthPx: 126, lines: 1, areLinesGiven: false },
  key: { font: 0, widthPx: 62, lines: 1, areLinesGiven: false },
  code: { font: 1, widthPx: 38, lines: 2, areLinesGiven: false },
  large: { font: 1, widthPx: 63, lines: 1, areLinesGiven: false },
  largeKey: { font: 1, widthPx: 31, lines: 1, areLinesGiven: false },
};

const room = (font: 0 | 1, widthPx: number, lines: number, otherwise?: Room): Room => ({
  font,
  widthPx,
  lines,
  areLinesGiven: false,
  ...(otherwise ? { otherwise } : {}),
});

/** Pixl.js. */
export const PIXLJS_LAYOUT: Layout = {
  rooms: ROOMS,
  large: { scale: 2, widthPx: 126 },
  isBrokenOnDevice: false,
  hyphenated: [],
};

/**
 * Bangle.js 2: 176 px wide, the small font drawn twice as large in normal size and three times in large size. What
 * does not fit so is drawn in the font for answers.
 */
export const BANGLEJS2_LAYOUT: Layout = {
  rooms: {
    question: room(1, 87, 2, room(0, 174, 3)),
    answer: room(1, 43, 3, room(1, 59, 3)),
    sign: room(0, 174, 1),
    card: room(1, 87, 6, room(0, 174, 4)),
    title: room(1, 87, 1, room(0, 174, 1)),
    key: room(1, 43, 2, room(0, 86, 1)),
    code: room(1, 87, 1),
    large: room(1, 59, 2),
    largeKey: room(1, 29, 1),
  },
  large: { scale: 3, widthPx: 177 }, // the last three pixels are the gap behind the last letter
  isBrokenOnDevice: true,
  hyphenated: [
    'Gesamt\xadstrecke',
    'Brust\xadschmerz',
    'Nacht\xadschmerz',
    'Knie\xadscheibe',
    'Außen\xadseite',
    'Lauf\xadschuhe',
    'Fersen\xadkappe',
    'Auf\xadwärmen',
    'An\xadprobiert',
    'Panto\xadrrilla',
    'Chaus\xadsures',
    'chaus\xadsures',
    'échauf\xadfement',
    'unique\xadment',
  ],
};

/** A text does not fit; the message says which line is how wide. */
export class TooWideError extends Error {}

/**
 * Breaks a text into as few lines as its room allows, at spaces and after `/` and `+`, never inside a word.
 *
 * @returns the text with `\n` in place of a space, or after the `/` or `+`, where a line ends
 * @throws TooWideError if it does not fit
 */
export function wrapText(text: string, room: Room, font: DeviceFont): string {
  const given = text.split('\n');
  const lines = room.areLinesGiven ? given : given.flatMap((line) => breakLines(line, room.widthPx, font));
  for (const line of lines) {
    const widthPx = measureWidthPx(font, line);
    if (widthPx > room.widthPx)
      throw new TooWideError(`"${line}" is ${widthPx} px wide, there are ${room.widthPx}`);
  }
  if (lines.length > room.lines)
    throw new TooWideError(`it takes ${lines.length} lines of ${room.widthPx} px, there are ${room.lines}`);
  return lines.join('\n');
}

/** What the kiosk makes of a broken text where it has room for one line: `/\n` becomes `/`, any other break a space. */
export function joinLines(broken: string): string {
  return broken.split('/\n').join('/').split('\n').join(' ');
}

/** A word with what must not begin a line: the slash or plus behind it, and French punctuation after its space. */
const PIECE = /[^ /+]*(?: [?!:;])?[/+]?(?: |$)|[^ /+]*[/+]/g;

function breakLines(text: string, widthPx: number, font: DeviceFont): string[] {
  if (measureWidthPx(font, text) <= widthPx) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== '' && measureWidthPx(font, (line + piece).trimEnd()) > widthPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}
