import { FIXED_QR_DATA, QR_BYTES } from '../ledger/place';
import { storage } from './storage';

export { hasCodes } from './qr';

const PIXELS_A_MODULE = 4;
// in the middle, above labels and bar, below a line of words or, in large size, between the arrows; around it stay
// four modules light
const LEFT_PX = 46;
const TOP_PX = 42;
const LARGE_TOP_PX = 26;
/** Where the layout has it in normal size. */
const USUAL_X_PX = 38;

/** Draws a card's QR code, 84 px wide and high. */
export function drawQr(card: number, xPx: number): void {
  g.drawImage(
    storage.read('ledger', FIXED_QR_DATA + card * QR_BYTES, QR_BYTES) as string,
    LEFT_PX,
    xPx > USUAL_X_PX ? LARGE_TOP_PX : TOP_PX,
    { scale: PIXELS_A_MODULE },
  );
}
