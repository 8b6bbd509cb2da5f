// The screens are laid out for 128 x 64 pixels; here everything keeps its place in proportion.
const LAID_OUT_WIDTH_PX = 128;
const LAID_OUT_HEIGHT_PX = 64;

/** Colours, as Graphics has them for a screen of 3 bits a pixel. */
export const DARK = 0;
export const LIGHT = 7;

export const WIDTH_PX = 176;
export const HEIGHT_PX = 176;

/** Where a column of the layout is on this screen. */
export function toX(xPx: number): number {
  return Math.floor((xPx * WIDTH_PX) / LAID_OUT_WIDTH_PX);
}

/** Where a row of the layout is on this screen. */
export function toY(yPx: number): number {
  return Math.floor((yPx * HEIGHT_PX) / LAID_OUT_HEIGHT_PX);
}

/** Where a block begins that has another height here: what was at an edge or in the middle stays there. */
export function spreadY(topPx: number, heightPx: number, hereHeightPx: number): number {
  return Math.floor((topPx * (HEIGHT_PX - hereHeightPx)) / (LAID_OUT_HEIGHT_PX - heightPx));
}

/** The same for a block's width. */
export function spreadX(leftPx: number, widthPx: number, hereWidthPx: number): number {
  return Math.floor((leftPx * (WIDTH_PX - hereWidthPx)) / (LAID_OUT_WIDTH_PX - widthPx));
}
