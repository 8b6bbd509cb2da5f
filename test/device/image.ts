import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { commission } from '../../firmware/simulator/commission';

const folder = new URL('../../dist/firmware/pixljs/', import.meta.url);

/** Made up. */
export const IMAGE_KIOSK_ID = Uint8Array.from({ length: 8 }, (_, index) => 0xa0 + index);
export const IMAGE_KEY = Uint8Array.from({ length: 16 }, (_, index) => index + 1);

/** The built image as a kiosk of its own, always the same one: made-up id and key, example QR codes. */
export function readImage(): Uint8Array {
  const image = new Uint8Array(readFileSync(new URL('image.bin', folder)));
  return commission(image, IMAGE_KIOSK_ID, IMAGE_KEY, makeQrImages(EXAMPLE_ADDRESS));
}

/** SHA-256 of the bundle that the image holds, in hexadecimal digits. */
export function bundleHash(): string {
  return createHash('sha256')
    .update(readFileSync(new URL('app', folder)))
    .digest('hex');
}
