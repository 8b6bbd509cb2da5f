import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** A picture of one bit a pixel. */
export interface Bitmap {
  widthPx: number;
  heightPx: number;
  /** true is drawn; rows from the top */
  rows: boolean[][];
}

const CRISP_EDGES = 1;
const OPAQUE = 128;

let started: Promise<void> | undefined;

/**
 * Draws an SVG without half-tones: a pixel whose centre the drawing covers is dark.
 *
 * @param svg    its text; only what it covers counts, not its colours
 * @param scale  pixels for one unit of its viewBox
 */
export async function rasterise(svg: string, scale: number): Promise<Bitmap> {
  started ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await started;
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    shapeRendering: CRISP_EDGES,
  }).render();
  const { width, height, pixels } = image;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (pixels[4 * (y * width + x) + 3] ?? 0) >= OPAQUE),
  );
  image.free();
  return { widthPx: width, heightPx: height, rows };
}
