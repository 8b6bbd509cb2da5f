/** Where the pixels of a screen come from: its texts, its pictures, and boxes. */
import type { RenderedScreen } from '../../companion/screens/render';
import type { DrawnText } from '../../firmware/simulator/words-on-screen';

const PIECE_PX = 16;

/** A pixel of a text or picture; it may lie outside the screen. */
interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** What the screen's size is, in pixels. */
interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Every inked pixel of a text, on the screen or not. */
export function inkOf({ glyphs }: DrawnText): Pixel[] {
  const ink: Pixel[] = [];
  for (const { glyph, xPx, yPx } of glyphs)
    glyph.pieces.forEach((rows, piece) => {
      rows.forEach((bits, row) => {
        for (let column = 0; column < PIECE_PX; column++)
          if (bits & (0x8000 >> column)) ink.push({ x: xPx + piece * PIECE_PX + column, y: yPx + row });
      });
    });
  return ink;
}

/** What is wrong with the pixels of a screen, in sentences; empty is well. */
export function inkProblems(
  { texts, pictures, frame }: RenderedScreen,
  { widthPx, heightPx }: Size,
): string[] {
  const problems: string[] = [];
  const owner = new Int16Array(widthPx * heightPx).fill(-1);
  const isOn = ({ x, y }: Pixel) => x >= 0 && y >= 0 && x < widthPx && y < heightPx;
  const isDark = ({ x, y }: Pixel) => {
    const bit = y * widthPx + x;
    return (((frame[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
  };
  const name = (index: number) =>
    index < texts.length ? `"${texts[index]?.text}"` : index === BOX ? 'a box' : 'a picture';
  const put = (index: number, pixel: Pixel): void => {
    const at = pixel.y * widthPx + pixel.x;
    const other = owner[at] ?? -1;
    if (other >= 0 && other !== index) problems.push(`${name(index)} lies over ${name(other)}`);
    owner[at] = index;
  };
  texts.forEach((text, index) => {
    const letters = [...text.text].filter((letter) => letter !== '\n').length;
    if (text.glyphs.length !== letters) problems.push(`"${text.text}" has letters that the font lacks`);
    const ink = inkOf(text);
    if (ink.some((pixel) => !isOn(pixel))) problems.push(`"${text.text}" reaches beyond the screen`);
    const seen = ink.filter(isOn);
    if (seen.some((pixel) => !isDark(pixel))) problems.push(`"${text.text}" is not wholly there`);
    for (const pixel of seen) put(index, pixel);
  });
  pictures.forEach((picture, index) => {
    for (let y = 0; y < picture.heightPx; y++)
      for (let x = 0; x < picture.widthPx; x++) {
        if (!picture.isDark(x, y)) continue;
        const pixel = { x: picture.xPx + x, y: picture.yPx + y };
        if (isOn(pixel)) put(texts.length + index, pixel);
        else problems.push('a picture reaches beyond the screen');
      }
  });
  for (let at = 0; at < owner.length; at++)
    if (owner[at] === -1 && isDark({ x: at % widthPx, y: Math.floor(at / widthPx) })) owner[at] = BOX;
  for (let at = 0; at < owner.length; at++) {
    const own = owner[at] ?? -1;
    if (own < 0 || own >= texts.length) continue;
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    for (const [dx, dy] of NEIGHBOURS) {
      if (!isOn({ x: x + dx, y: y + dy })) continue;
      const other = owner[(y + dy) * widthPx + x + dx] ?? -1;
      if (other >= 0 && other !== own && !areLines(texts[own], texts[other]))
        problems.push(`${name(own)} touches ${name(other)}`);
    }
  }
  return [...new Set(problems)];
}

/** Whether two texts are lines of one block: a tail may come down to the next line's letters, not over them. */
function areLines(one: DrawnText | undefined, other: DrawnText | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.xPx === other.xPx &&
    Math.abs(one.yPx - other.yPx) <= LINE_PITCH_MAX_PX
  );
}

const LINE_PITCH_MAX_PX = 12;
const BOX = 1000;
const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
