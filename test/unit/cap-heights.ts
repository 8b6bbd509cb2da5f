import type { RenderedScreen } from '../../companion/screens/render';
import type { ScreenSize } from '../../firmware/simulator/frame';
import type { DrawnText } from '../../firmware/simulator/words-on-screen';
import { inkOf } from './screen-ink';

/** Capitals that fill the rows from the top to the foot of a line and no others. */
const PLAIN_CAPITAL = /[A-IK-PR-Z]/;

/** Rows that are dark where a text's tallest plain capital was drawn; undefined when it has none. */
function capHeightPx(text: DrawnText, frame: Uint8Array, { widthPx }: ScreenSize): number | undefined {
  const letters = [...text.text];
  const heights = text.glyphs.flatMap((glyph, index) => {
    if (!PLAIN_CAPITAL.test(letters[index] ?? '')) return [];
    const rows = inkOf({ ...text, glyphs: [glyph] })
      .filter(({ x, y }) => {
        const bit = y * widthPx + x;
        return (((frame[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
      })
      .map(({ y }) => y);
    return [Math.max(...rows) - Math.min(...rows) + 1];
  });
  return heights.length > 0 ? Math.min(...heights) : undefined;
}

/** Every text of a screen that has a plain capital, with that capital's rows as measured on the frame. */
export function capHeights(
  { texts, frame }: RenderedScreen,
  size: ScreenSize,
): { readonly text: string; readonly heightPx: number }[] {
  return texts.flatMap((text) => {
    const heightPx = capHeightPx(text, frame, size);
    return heightPx === undefined ? [] : [{ text: text.text, heightPx }];
  });
}
