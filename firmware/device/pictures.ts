import { storage } from './storage';

const ENTRY_BYTES = 4;

/**
 * Draws a picture (firmware/pictures/numbers) with its canvas's upper left corner at this point; what it leaves light
 * stays as it was. The picture stays in flash.
 */
export function drawPicture(picture: number, xPx: number, yPx: number): void {
  const entry = storage.read('pics', picture * ENTRY_BYTES, ENTRY_BYTES) as string;
  g.drawImage(
    storage.read(
      entry.charCodeAt(1) > 127 ? 'ledger' : 'pics',
      entry.charCodeAt(0) + 256 * (entry.charCodeAt(1) & 127),
    ) as string,
    xPx + entry.charCodeAt(2),
    yPx + entry.charCodeAt(3),
  );
}
