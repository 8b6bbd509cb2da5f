import { FIXED_QR_DATA, QR_BYTES } from '../ledger/place';
import { storage } from './storage';

/** The byte with which every code begins: its 21 modules. */
const WIDTH = '\x15';
const PIXELS_A_MODULE = 2;

/** Whether the kiosk was flashed with QR codes: the first one's width is there. */
export function hasCodes(): boolean {
  return storage.read('ledger', FIXED_QR_DATA, 1) === WIDTH;
}

/**
 * Draws a card's QR code, 42 px wide and high; around it 8 px must stay light.
 *
 * @param card  0 to 5 a pattern, 6 to 15 a referral card
 */
export function drawQr(card: number, xPx: number, yPx: number): void {
  g.drawImage(storage.read('ledger', FIXED_QR_DATA + card * QR_BYTES, QR_BYTES) as string, xPx, yPx, {
    scale: PIXELS_A_MODULE,
  });
}
