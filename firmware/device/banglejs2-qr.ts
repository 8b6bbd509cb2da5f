import { FIXED_QR, QR_BYTES } from '../ledger/place';
import { spreadX, spreadY } from './banglejs2-place';

const PIXELS_A_MODULE = 3;
const NONE = 255;
/** A code with its quiet zone: 29 modules; on 128 x 64 pixels each takes two. */
const LAID_OUT_PX = 58;
const SIZE_PX = 87;
const LAID_OUT_QUIET_PX = 8;
const QUIET_PX = 12;

/** Draws a card's QR code where the layout has it; false when the kiosk was flashed without QR codes. */
export function drawQr(card: number, xPx: number, yPx: number): boolean {
  const storage = require('Storage');
  const entry = storage.read('ledger', FIXED_QR, 4) as string;
  const count = entry.charCodeAt(2);
  if (count === NONE || card >= count) return false;
  const first = entry.charCodeAt(0) + 256 * entry.charCodeAt(1);
  g.drawImage(
    storage.read('ledger', first + card * QR_BYTES, QR_BYTES) as string,
    spreadX(xPx - LAID_OUT_QUIET_PX, LAID_OUT_PX, SIZE_PX) + QUIET_PX,
    spreadY(yPx - LAID_OUT_QUIET_PX, LAID_OUT_PX, SIZE_PX) + QUIET_PX,
    { scale: PIXELS_A_MODULE },
  );
  return true;
}
