import { FIXED_QR_DATA, QR_BYTES } from '../ledger/place';
import { spreadX, spreadY } from './banglejs2-place';

export { hasCodes } from './qr';

const PIXELS_A_MODULE = 3;
/** A code with its quiet zone: 29 modules; on 128 x 64 pixels each takes two. */
const LAID_OUT_PX = 58;
const SIZE_PX = 87;
const LAID_OUT_QUIET_PX = 8;
const QUIET_PX = 12;

/** Draws a card's QR code where the layout has it. */
export function drawQr(card: number, xPx: number, yPx: number): void {
  g.drawImage(
    require('Storage').read('ledger', FIXED_QR_DATA + card * QR_BYTES, QR_BYTES) as string,
    spreadX(xPx - LAID_OUT_QUIET_PX, LAID_OUT_PX, SIZE_PX) + QUIET_PX,
    spreadY(yPx - LAID_OUT_QUIET_PX, LAID_OUT_PX, SIZE_PX) + QUIET_PX,
    { scale: PIXELS_A_MODULE },
  );
}
