import { PICTURE_SHOE } from '../pictures/numbers';
import { spreadX, spreadY } from './banglejs2-place';

const ENTRY_BYTES = 4;
/** As rollup.config.js draws the SVGs for this board. */
const SCALE = 1.75;
/** The canvases of knee and shoe on 128 x 64 pixels: width and height. */
const KNEE = [76, 40];
const SHOE = [92, 44];

/** Draws a picture with its canvas where the layout has it; what it leaves light stays as it was. */
export function drawPicture(picture: number, xPx: number, yPx: number): void {
  const storage = require('Storage');
  const entry = storage.read('pics', picture * ENTRY_BYTES, ENTRY_BYTES) as string;
  const canvas = picture < PICTURE_SHOE ? KNEE : SHOE;
  const widthPx = canvas[0] as number;
  const heightPx = canvas[1] as number;
  g.drawImage(
    storage.read('pics', entry.charCodeAt(0) + 256 * entry.charCodeAt(1)) as string,
    spreadX(xPx, widthPx, Math.floor(widthPx * SCALE)) + entry.charCodeAt(2),
    spreadY(yPx, heightPx, Math.floor(heightPx * SCALE)) + entry.charCodeAt(3),
  );
}
