import { isOneLine } from '../device/banglejs2-fold';
import { LINE_PX } from '../screens/pages';
import type { Layout } from './wrap';

/**
 * How wide a board takes a line for in large size, as `pagesOf` asks: more than LINE_PX where it must be broken.
 *
 * @param widthPx  how wide a line is on the screen, in large letters
 */
export function largeLineWidth(
  { isBrokenOnDevice, large }: Layout,
  widthPx: (line: string) => number,
): (line: string) => number {
  if (isBrokenOnDevice) return (line) => (isOneLine(line, widthPx, large.widthPx) ? 0 : LINE_PX + 1);
  return (line) => (widthPx(line) * LINE_PX) / large.widthPx;
}
