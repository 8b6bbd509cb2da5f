import { FIXED_QR, QR_BYTES } from '../ledger/place';

const PIXELS_A_MODULE = 2;
const NONE = 255;

/**
 * Draws a card's QR code, 42 px wide and high; around it 8 px must stay light.
 *
 * @param card  0 to 5 a pattern, 6 and more a referral card
 * @returns false when the kiosk was flashed without QR codes: nothing is drawn
 */
export function drawQr(card: number, xPx: number, yPx: number): boolean {
  const storage = require('Storage');
  const entry = storage.read('ledger', FIXED_QR, 4) as string;
  const count = entry.charCodeAt(2);
  if (count === NONE || card >= count) return false;
  const first = entry.charCodeAt(0) + 256 * entry.charCodeAt(1);
  g.drawImage(storage.read('ledger', first + card * QR_BYTES, QR_BYTES) as string, xPx, yPx, {
    scale: PIXELS_A_MODULE,
  });
  return true;
}
