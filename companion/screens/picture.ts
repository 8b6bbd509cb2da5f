import { PNG } from 'pngjs';

/** How a board's screen is drawn: its size, and the colours of a dark and a light pixel. */
export interface ScreenLook {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dark: readonly [number, number, number];
  readonly light: readonly [number, number, number];
}

/** By board; both have reflective LCDs, drawn without their backlights. */
const LOOKS: Readonly<Record<string, ScreenLook>> = {
  pixljs: { widthPx: 128, heightPx: 64, dark: [28, 32, 30], light: [214, 221, 206] },
  banglejs2: { widthPx: 176, heightPx: 176, dark: [16, 16, 16], light: [232, 234, 230] },
};

/** The look of a board's screen. Throws RangeError when it is not known. */
export function lookOf(board: string): ScreenLook {
  const look = LOOKS[board];
  if (!look) throw new RangeError(`No look for ${board}`);
  return look;
}

const SCALE = 4;
const MARGIN_PX = 16;
const COLUMNS = 6;
const SHEET_GREY = 120;

function paint(
  png: PNG,
  frame: Uint8Array,
  look: ScreenLook,
  leftPx: number,
  topPx: number,
  scale: number,
): void {
  for (let y = 0; y < look.heightPx * scale; y++) {
    for (let x = 0; x < look.widthPx * scale; x++) {
      const bit = Math.floor(y / scale) * look.widthPx + Math.floor(x / scale);
      const isDark = (((frame[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
      const [red, green, blue] = isDark ? look.dark : look.light;
      png.data.set([red, green, blue, 255], ((topPx + y) * png.width + leftPx + x) * 4);
    }
  }
}

/** One frame (1 bit a pixel, rows from the top) as a PNG at four times its size. */
export function framePng(frame: Uint8Array, look: ScreenLook): Uint8Array {
  const png = new PNG({ width: look.widthPx * SCALE, height: look.heightPx * SCALE });
  paint(png, frame, look, 0, 0, SCALE);
  return PNG.sync.write(png);
}

/** Many frames on one sheet, in reading order, at twice their size. */
export function contactSheetPng(frames: readonly Uint8Array[], look: ScreenLook): Uint8Array {
  const scale = SCALE / 2;
  const stepX = look.widthPx * scale + MARGIN_PX;
  const stepY = look.heightPx * scale + MARGIN_PX;
  const rows = Math.ceil(frames.length / COLUMNS);
  const png = new PNG({ width: COLUMNS * stepX + MARGIN_PX, height: rows * stepY + MARGIN_PX });
  png.data.fill(SHEET_GREY);
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  frames.forEach((frame, index) => {
    const left = MARGIN_PX + (index % COLUMNS) * stepX;
    paint(png, frame, look, left, MARGIN_PX + Math.floor(index / COLUMNS) * stepY, scale);
  });
  return PNG.sync.write(png);
}
