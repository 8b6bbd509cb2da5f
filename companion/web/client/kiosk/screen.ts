import { PIXLJS_SCREEN, rowBytes } from '../../../../firmware/simulator/frame';

const { widthPx: SCREEN_WIDTH_PX, heightPx: SCREEN_HEIGHT_PX } = PIXLJS_SCREEN;

const LIT = [205, 219, 196, 255];
const DARK = [24, 34, 28, 255];

/** Draws a frame pixel by pixel. */
export function drawFrame(context: CanvasRenderingContext2D, frame: Uint8Array): void {
  const image = context.createImageData(SCREEN_WIDTH_PX, SCREEN_HEIGHT_PX);
  for (let y = 0; y < SCREEN_HEIGHT_PX; y++) {
    for (let x = 0; x < SCREEN_WIDTH_PX; x++) {
      const isDark = ((frame[y * rowBytes(PIXLJS_SCREEN) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      image.data.set(isDark ? DARK : LIT, (y * SCREEN_WIDTH_PX + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
}

/** Makes every pixel of the screen a whole number of the page's pixels, as many as fit. */
export function fitScreen(canvas: HTMLCanvasElement, widthPx: number): void {
  const scale = Math.max(1, Math.floor(widthPx / SCREEN_WIDTH_PX));
  canvas.style.width = `${SCREEN_WIDTH_PX * scale}px`;
  canvas.style.height = `${SCREEN_HEIGHT_PX * scale}px`;
}
