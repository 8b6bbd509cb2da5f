import { PICTURE_SHOE } from '../pictures/numbers';
import { storage } from './storage';

const ENTRY_BYTES = 4;
/** Left edges of the canvases of knee and shoe, so that each is in the middle, and their upper edge, below the arrows. */
const KNEE_LEFT_PX = 21;
const SHOE_LEFT_PX = 7;
const TOP_PX = 44;

/** Draws a picture, its canvas always in the same place; what it leaves light stays as it was. */
export function drawPicture(picture: number): void {
  const entry = storage.read('pics', picture * ENTRY_BYTES, ENTRY_BYTES) as string;
  g.drawImage(
    storage.read('pics', entry.charCodeAt(0) + 256 * entry.charCodeAt(1)) as string,
    (picture < PICTURE_SHOE ? KNEE_LEFT_PX : SHOE_LEFT_PX) + entry.charCodeAt(2),
    TOP_PX + entry.charCodeAt(3),
  );
}
