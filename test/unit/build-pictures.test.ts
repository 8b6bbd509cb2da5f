import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { drawPictures, packPictures, pictureNames } from '../../firmware/build/pictures';
import { type Bitmap, rasterise } from '../../firmware/build/rasterise';
import {
  PICTURE_COUNT,
  PICTURE_KNEE_FRONT,
  PICTURE_KNEE_SIDE,
  PICTURE_LOC,
  PICTURE_SHOE,
  PICTURE_WEAR,
} from '../../firmware/pictures/numbers';
import { Graphics } from '../../firmware/simulator/graphics';

const folder = resolve('firmware/pictures');
const pictures = await drawPictures(folder, 1);
const file = packPictures(pictures);

/** What the kiosk draws from the file with a canvas's corner at 0, 0, as text. */
function drawn(...numbers: number[]): string[] {
  const graphics = new Graphics(() => {});
  const bytes = String.fromCharCode(...file);
  for (const number of numbers) {
    const [low = 0, high = 0, x = 0, y = 0] = file.subarray(4 * number);
    graphics.drawImage(bytes.slice(low + 256 * high), x, y);
  }
  return Array.from({ length: 64 }, (_, y) =>
    Array.from({ length: 128 }, (_, x) =>
      ((graphics.frame[16 * y + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? '#' : '.',
    ).join(''),
  );
}

const inkOf = (picture: Bitmap | undefined): string[] =>
  (picture?.rows ?? []).flatMap((row, y) => row.flatMap((isInk, x) => (isInk ? [`${x},${y}`] : [])));
const at = (number: number): Bitmap => pictures[number] ?? { widthPx: 0, heightPx: 0, rows: [] };

test('every picture has an SVG, and every SVG is a picture', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.svg') && name !== 'icon.svg');
  expect(files.sort()).toEqual(
    pictureNames()
      .map((name) => `${name}.svg`)
      .sort(),
  );
  expect(pictureNames()).toHaveLength(PICTURE_COUNT);
});

test('the kiosk draws every picture pixel for pixel as its SVG', () => {
  pictures.forEach((picture, number) => {
    const shown = drawn(number).flatMap((row, y) =>
      [...row].flatMap((pixel, x) => (pixel === '#' ? [`${x},${y}`] : [])),
    );
    expect(shown, pictureNames()[number]).toEqual(inkOf(picture));
  });
});

const KNEE = [PICTURE_KNEE_FRONT, PICTURE_KNEE_SIDE];
const LOCS = [0, 1, 2, 3, 4].map((option) => PICTURE_LOC + option);
const canvases = [
  { name: 'knee', numbers: [...KNEE, ...LOCS], size: [76, 40] },
  { name: 'shoe', numbers: [0, 1, 2, 3].map((option) => PICTURE_WEAR + option), size: [92, 44] },
];
for (const { name, numbers, size } of canvases) {
  test(`the pictures of the ${name} share one canvas, and nothing on it hides another mark`, () => {
    for (const number of numbers) expect([at(number).widthPx, at(number).heightPx]).toEqual(size);
    const marks = numbers.filter((number) => !KNEE.includes(number) && number !== PICTURE_SHOE);
    const inks = marks.flatMap((number) => inkOf(at(number)));
    expect(new Set(inks).size).toBe(inks.length);
  });
}

test('a sore place lies on the knee or beside it, not on its other side', () => {
  const [front, below, outer, inner, back] = LOCS.map((number) => {
    const xs = inkOf(at(number)).map((pixel) => Number(pixel.split(',')[0]));
    return { first: Math.min(...xs), last: Math.max(...xs) };
  });
  const frontView = inkOf(at(PICTURE_KNEE_FRONT)).map((pixel) => Number(pixel.split(',')[0]));
  const middle = (Math.min(...frontView) + Math.max(...frontView)) / 2;
  expect(outer?.last).toBeLessThan(front?.first ?? 0); // a right knee: its outer side is on the viewer's left
  expect(inner?.first).toBeGreaterThan(front?.last ?? 0);
  expect(below?.first).toBeLessThan(middle);
  expect(below?.last).toBeGreaterThan(middle);
  expect(back?.first).toBeGreaterThan(Math.max(...frontView));
});

test('the knee with all sore places looks as recorded', async () => {
  const rows = drawn(...KNEE, ...LOCS).map((row) => row.slice(0, 76));
  await expect(`${rows.slice(0, 40).join('\n')}\n`).toMatchFileSnapshot('../golden/picture-knee.txt');
});

test('the shoe with all signs of wear looks as recorded', async () => {
  const rows = drawn(...[0, 1, 2, 3].map((option) => PICTURE_WEAR + option)).map((row) => row.slice(0, 92));
  await expect(`${rows.slice(0, 44).join('\n')}\n`).toMatchFileSnapshot('../golden/picture-shoe.txt');
});

test('larger boards get the same pictures from the same SVGs', async () => {
  const large = await rasterise(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0H1V1H0Z"/></svg>',
    2,
  );
  expect(large.rows).toEqual([
    [true, true, false, false],
    [true, true, false, false],
  ]);
});

test('a picture without ink and a missing one are refused', async () => {
  const empty = await rasterise('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>', 1);
  expect(() => packPictures([empty, ...pictures.slice(1)])).toThrow('knee-front is empty');
  expect(() => packPictures(pictures.slice(1))).toThrow('10 pictures of 11');
});
