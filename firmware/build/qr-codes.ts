import { create } from 'qrcode';
import { cardAddressCodes } from '../../shared/check/codes';
import { QR_BYTES, QR_MODULES } from '../ledger/place';

/** Letters of a QR code of version 1 with error correction L, alphanumeric. Source: ISO/IEC 18004, table 7. */
const LETTERS_MAX = 25;
const VERSION = 1;
const BITS_A_PIXEL = 1;
const HEADER_BYTES = 3;
/** The alphanumeric mode. Source: ISO/IEC 18004, table 5; the space is left out, it has no place in an address. */
const OTHER_LETTERS = /[^0-9A-Z$%*+\-./:]/g;

/** An address at which nobody has pages: what simulated kiosks show. */
export const EXAMPLE_ADDRESS = 'HTTPS://EXAMPLE.ORG/K/';

/** An address that no card's QR code can hold; the message says how to fix it. */
export class QrAddressError extends Error {}

/**
 * The address before each card's code, as QR codes hold it: scheme and host in capitals, which mean the same, a slash
 * at its end.
 *
 * @param address  where the advice pages lie, for example `https://knee.example/`
 * @throws QrAddressError if a code of version 1 cannot hold it with a card's code behind it
 */
export function checkQrAddress(address: string): string {
  const [, origin, path] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(address.trim()) ?? [];
  if (origin === undefined || path === undefined)
    throw new QrAddressError('The address for the QR codes begins with https:// and the name of a site.');
  const base = `${origin.toUpperCase()}${path.endsWith('/') ? path : `${path}/`}`;
  if (/[a-z]/.test(path))
    throw new QrAddressError(
      `QR codes of this size hold no small letters, and ${path} may be another page than ${path.toUpperCase()}. ` +
        'Put the pages where the address after the site’s name has capitals and digits only.',
    );
  const others = [...new Set(base.match(OTHER_LETTERS))];
  if (others.length > 0)
    throw new QrAddressError(
      `QR codes of this size cannot hold ${others.join(' ')} in ${base}. Use letters, digits and - . / only.`,
    );
  const tooMany = base.length + 1 - LETTERS_MAX;
  if (tooMany > 0)
    throw new QrAddressError(
      `${base} has ${base.length} characters, and QR codes of this size have room for ${LETTERS_MAX - 1} before the ` +
        `card’s own. Make it ${tooMany} shorter: leave out www., take a shorter folder, or a shorter name that leads there.`,
    );
  return base;
}

/**
 * The QR codes of all cards, in the order of `cardAddressCodes`, each the image string that the kiosk draws: 21 x 21
 * modules, without the quiet zone. A code holds the address and the card's character, nothing else.
 *
 * @throws QrAddressError as `checkQrAddress`
 */
export function makeQrImages(address: string): Uint8Array[] {
  const base = checkQrAddress(address);
  return [...cardAddressCodes].map((code) => drawQrImage(base + code));
}

function drawQrImage(text: string): Uint8Array {
  const segments = [{ data: text, mode: 'alphanumeric' as const }];
  const { modules } = create(segments, { version: VERSION, errorCorrectionLevel: 'L' });
  const image = new Uint8Array(QR_BYTES);
  image.set([QR_MODULES, QR_MODULES, BITS_A_PIXEL]);
  modules.data.forEach((isDark, bit) => {
    const at = HEADER_BYTES + (bit >> 3);
    if (isDark) image[at] = (image[at] ?? 0) | (128 >> (bit & 7));
  });
  return image;
}
