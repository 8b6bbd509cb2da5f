// The screens are laid out for 128 x 64 pixels.
const LAID_OUT_WIDTH_PX = 128;

/** Colours, as Graphics has them for a screen of 3 bits a pixel. */
export const DARK = 0;
export const LIGHT = 7;

export const WIDTH_PX = 176;
export const HEIGHT_PX = 176;

/** Where a column of the layout is on this screen. */
export function toX(xPx: number): number {
  return Math.floor((xPx * WIDTH_PX) / LAID_OUT_WIDTH_PX);
}
