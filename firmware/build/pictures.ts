import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionCodes } from '../../shared/check/codes';
import {
  PICTURE_COUNT,
  PICTURE_KNEE_FRONT,
  PICTURE_KNEE_SIDE,
  PICTURE_LOC,
  PICTURE_SHOE,
  PICTURE_WEAR,
} from '../pictures/numbers';
import { type Bitmap, rasterise } from './rasterise';

/** The name of the file that holds all pictures of a board. */
export const PICTURES_NAME = 'pics';
/** Bytes of one entry of the file's index. */
const ENTRY_BYTES = 4;
const BITS_A_PIXEL = 1;
/** In the byte for the bits a pixel: the next byte says which colour is left out. */
const TRANSPARENT_FLAG = 128;
const LIGHT = 0;
/** The first pictures by number, the knee from two sides. */
const FIXED_PICTURES = 2;
const IN_LEDGER = 0x8000;

/** The name of each picture's SVG, by the picture's number. */
export function pictureNames(): readonly string[] {
  const names: string[] = [];
  names[PICTURE_KNEE_FRONT] = 'knee-front';
  names[PICTURE_KNEE_SIDE] = 'knee-side';
  optionCodes.loc.slice(0, 5).forEach((code, option) => {
    names[PICTURE_LOC + option] = `loc-${code}`;
  });
  names[PICTURE_SHOE] = 'shoe';
  for (const option of [1, 2, 3]) names[PICTURE_WEAR + option] = `wear-${optionCodes.wear[option]}`;
  return names;
}

/**
 * Every picture as it looks on a board, by its number, each on its whole canvas.
 *
 * @param folder  where the SVGs are
 * @param scale   pixels for one unit of their viewBoxes
 */
export async function drawPictures(folder: string, scale: number): Promise<Bitmap[]> {
  const svgs = pictureNames().map((name) => readFileSync(join(folder, `${name}.svg`), 'utf8'));
  return Promise.all(svgs.map((svg) => rasterise(svg, scale)));
}

/**
 * Packs pictures into the file `pics`. Layout: an entry of 4 bytes a picture: where its image starts (2 bytes, low byte
 * first), how far right of and below its canvas's corner it belongs (a byte each); then the images as Espruino's
 * `drawImage` takes them, cut to what is drawn. With `fixedEnd` the knee's images are in the file `ledger` instead, up
 * to that offset of its data (`packFixedPictures`), and their entries say so with the highest bit.
 * Only the dark pixels are drawn, so marks may lie over a picture.
 *
 * @throws Error if a picture is missing, empty, or larger than 255 px
 * @source Espruino, `Graphics.drawImage`: an image string is width, height, bits a pixel, colour left out, then bits
 */
export function packPictures(pictures: readonly Bitmap[], fixedEnd = 0): Uint8Array {
  if (pictures.length !== PICTURE_COUNT)
    throw new Error(`there are ${pictures.length} pictures of ${PICTURE_COUNT}`);
  const index: number[] = [];
  const images: number[] = [];
  let fixedAt = fixedEnd && fixedEnd - packFixedPictures(pictures).length;
  pictures.forEach((picture, number) => {
    const { leftPx, topPx, image } = packPicture(picture, number);
    const isFixed = fixedEnd > 0 && number < FIXED_PICTURES;
    const start = isFixed ? fixedAt | IN_LEDGER : PICTURE_COUNT * ENTRY_BYTES + images.length;
    index.push(start & 255, start >> 8, leftPx, topPx);
    if (isFixed) fixedAt += image.length;
    else images.push(...image);
  });
  return Uint8Array.from([...index, ...images]);
}

/** The images of the knee, the largest pictures, for the ledger's fixed part, where room is left beside the fonts. */
export function packFixedPictures(pictures: readonly Bitmap[]): Uint8Array {
  return Uint8Array.from(
    pictures.slice(0, FIXED_PICTURES).flatMap((picture, number) => packPicture(picture, number).image),
  );
}

function packPicture(picture: Bitmap, number: number) {
  const { leftPx, topPx, rows } = cropToInk(picture, pictureNames()[number] ?? '');
  const size = [rows[0]?.length ?? 0, rows.length];
  return { leftPx, topPx, image: [...size, BITS_A_PIXEL | TRANSPARENT_FLAG, LIGHT, ...packRows(rows)] };
}

function cropToInk({ rows, widthPx, heightPx }: Bitmap, name: string) {
  const inked = rows.flatMap((row, y) => row.flatMap((isInk, x) => (isInk ? [{ x, y }] : [])));
  if (inked.length === 0) throw new Error(`the picture ${name} is empty`);
  if (Math.max(widthPx, heightPx) > 255) throw new Error(`the picture ${name} is larger than 255 px`);
  const [xs, ys] = [inked.map(({ x }) => x), inked.map(({ y }) => y)];
  const [leftPx, topPx] = [Math.min(...xs), Math.min(...ys)];
  const cut = rows.slice(topPx, Math.max(...ys) + 1).map((row) => row.slice(leftPx, Math.max(...xs) + 1));
  return { leftPx, topPx, rows: cut };
}

/** The pixels of all rows one after the other without gaps, the first in the highest bit. */
function packRows(rows: readonly (readonly boolean[])[]): number[] {
  const bits = rows.flat();
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    bits.slice(8 * byte, 8 * byte + 8).reduce((value, isInk, bit) => value | (isInk ? 128 >> bit : 0), 0),
  );
}
