import jsQR from 'jsqr';
import type { ScreenSize } from '../../firmware/simulator/frame';

/** A camera sees each pixel of the screen as this many of its own. */
const SCALE = 4;

/** What a QR reader finds on a frame, and nothing else around it; undefined when it finds no code. */
export function readQr(frame: Uint8Array, { widthPx, heightPx }: ScreenSize): string | undefined {
  const [width, height] = [widthPx * SCALE, heightPx * SCALE];
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = Math.floor(y / SCALE) * widthPx + Math.floor(x / SCALE);
      if (((frame[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) rgba.set([0, 0, 0], 4 * (y * width + x));
    }
  return jsQR(rgba, width, height)?.data;
}
