import { rowBytes, type ScreenSize } from '../../../../firmware/simulator/frame';

/** What a frame is drawn by: the screen, and how the firmware has set it. */
export interface ScreenState extends ScreenSize {
  readonly isBacklightOn: boolean;
  /** 0 to 1 */
  readonly contrast: number;
}

type Colour = readonly [number, number, number];

const LIT: Colour = [205, 219, 196];
const UNLIT: Colour = [122, 133, 120];
const INK: Colour = [20, 30, 24];
/** Of this contrast on, dark pixels are as dark as they can be. */
const FULL_CONTRAST = 0.55;
/** A screen wider than this would push the words below it out of sight. */
const MOST_PX = 640;
const MOST_SQUARE_PX = 352;

/** The colours of light and dark pixels. */
export function coloursOf({
  isBacklightOn,
  contrast,
}: Omit<ScreenState, keyof ScreenSize>): [Colour, Colour] {
  const light = isBacklightOn ? LIT : UNLIT;
  const part = Math.min(1, contrast / FULL_CONTRAST);
  const [red, green, blue] = light.map((value, at) => Math.round(value + ((INK[at] ?? 0) - value) * part));
  return [light, [red ?? 0, green ?? 0, blue ?? 0]];
}

/** Draws a frame pixel by pixel. */
export function drawFrame(context: CanvasRenderingContext2D, frame: Uint8Array, state: ScreenState): void {
  const { widthPx, heightPx } = state;
  const [light, dark] = coloursOf(state);
  const image = context.createImageData(widthPx, heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const isDark = ((frame[y * rowBytes(state) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      image.data.set([...(isDark ? dark : light), 255], (y * widthPx + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
  context.canvas.parentElement?.classList.toggle('lit', state.isBacklightOn);
}

/** Makes every pixel of the screen a whole number of the window's own pixels, as many as fit. */
export function fitScreen(canvas: HTMLCanvasElement, widthPx: number): void {
  const own = window.devicePixelRatio || 1;
  const most = canvas.width === canvas.height ? MOST_SQUARE_PX : MOST_PX;
  const scale = Math.max(1, Math.floor((Math.min(widthPx, most) * own) / canvas.width)) / own;
  canvas.style.width = `${canvas.width * scale}px`;
  canvas.style.height = `${canvas.height * scale}px`;
}
