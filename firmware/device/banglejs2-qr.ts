import { FIXED_QR_DATA, QR_BYTES } from '../ledger/place';
import { storage } from './storage';

export { hasCodes } from './qr';

const PIXELS_A_MODULE = 4;
// in the middle, above the labels, below the arrows; four modules around it stay light
const LEFT_PX = 46;
const TOP_PX = 26;

/** Draws a card's QR code, 84 px wide and high, always in the same place. */
export function drawQr(card: number): void {
  g.drawImage(storage.read('ledger', FIXED_QR_DATA + card * QR_BYTES, QR_BYTES) as string, LEFT_PX, TOP_PX, {
    scale: PIXELS_A_MODULE,
  });
}
