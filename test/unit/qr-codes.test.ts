import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { cardCodes } from '../../companion/advice/card-codes';
import { buildLedgerFile } from '../../firmware/build/fixed-part';
import { buildFont, FONTS } from '../../firmware/build/fonts';
import { checkQrAddress, EXAMPLE_ADDRESS, makeQrImages, QrAddressError } from '../../firmware/build/qr-codes';
import { FILE_HEADER_BYTES, FIXED_QR, QR_BYTES } from '../../firmware/ledger/place';
import { commission } from '../../firmware/simulator/commission';
import { Graphics } from '../../firmware/simulator/graphics';
import { cardAddressCodes, patternCodes, referralCardCodes } from '../../shared/check/codes';

/** What a QR reader finds on a screen of 128 x 64 pixels of one bit, photographed at twice its size. */
function readQr(frame: Uint8Array): string | undefined {
  const [width, height, scale] = [128, 64, 2];
  const rgba = new Uint8ClampedArray(width * height * scale * scale * 4).fill(255);
  for (let y = 0; y < height * scale; y++)
    for (let x = 0; x < width * scale; x++) {
      const bit = Math.floor(y / scale) * width + Math.floor(x / scale);
      const isDark = ((frame[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
      if (isDark) rgba.set([0, 0, 0], 4 * (y * width * scale + x));
    }
  return jsQR(rgba, width * scale, height * scale)?.data;
}

const draw = (image: Uint8Array): Uint8Array => {
  const graphics = new Graphics(() => {}).clear(true);
  return graphics.drawImage(String.fromCharCode(...image), 43, 11, { scale: 2 }).frame;
};

const accepted = [
  { address: EXAMPLE_ADDRESS, base: EXAMPLE_ADDRESS },
  { address: ' https://knee.example/ ', base: 'HTTPS://KNEE.EXAMPLE/' },
  { address: 'https://run.example', base: 'HTTPS://RUN.EXAMPLE/' },
  { address: 'http://run.example/K2', base: 'HTTP://RUN.EXAMPLE/K2/' },
  { address: 'https://abcdefg.example', base: 'HTTPS://ABCDEFG.EXAMPLE/' },
];
describe('the address in a QR code', () => {
  for (const { address, base } of accepted) {
    test(`"${address}" becomes ${base} (${base.length} characters), and every card's code can be read`, () => {
      expect(checkQrAddress(address)).toBe(base);
      const images = makeQrImages(address);
      expect(images.map((image) => readQr(draw(image)))).toEqual(
        [...cardAddressCodes].map((code) => base + code),
      );
      for (const image of images) expect(image).toHaveLength(QR_BYTES);
    });
  }

  const refused = [
    { address: 'knee.example/', says: 'begins with https://' },
    { address: 'ftp://knee.example/', says: 'begins with https://' },
    { address: '', says: 'begins with https://' },
    { address: 'https://knee.example/k/', says: 'no small letters, and /k/ may be another page than /K/' },
    { address: 'https://knee.example/K_1/', says: 'cannot hold _ in' },
    { address: 'https://knee.example/?C=', says: 'cannot hold ? =' },
    { address: 'https://münchen.example/', says: 'cannot hold Ü' },
    {
      address: 'https://abcdefgh.example/',
      says: 'has 25 characters, and QR codes of this size have room for 24',
    },
    { address: 'https://www.knee.example/PAIN/', says: 'Make it 6 shorter: leave out www.' },
  ];
  for (const { address, says } of refused) {
    test(`"${address}" is refused with a sentence that says what to do`, () => {
      expect(() => makeQrImages(address)).toThrow(QrAddressError);
      expect(() => makeQrImages(address)).toThrow(says);
    });
  }

  test('there is one character for each card, in the order of the cards', () => {
    expect(cardAddressCodes).toHaveLength(patternCodes.length + referralCardCodes.length);
    expect(new Set(cardAddressCodes).size).toBe(cardAddressCodes.length);
    expect(cardCodes).toEqual([...patternCodes, ...referralCardCodes]);
  });
});

describe('a kiosk that is flashed', () => {
  const ledger = new Uint8Array([
    ...new Uint8Array(FILE_HEADER_BYTES),
    ...buildLedgerFile(FONTS.map(buildFont)),
  ]);
  const [id, key] = [new Uint8Array(8), new Uint8Array(16)];
  const entry = (image: Uint8Array) => [
    ...image.slice(FILE_HEADER_BYTES + FIXED_QR, FILE_HEADER_BYTES + FIXED_QR + 4),
  ];

  test('gets its codes behind the fonts and nothing else is changed', () => {
    const images = makeQrImages(EXAMPLE_ADDRESS);
    const [plain, own] = [commission(ledger, id, key), commission(ledger, id, key, images)];
    const [low = 0, high = 0, count, modules] = entry(own);
    expect([count, modules]).toEqual([16, 21]);
    const first = FILE_HEADER_BYTES + low + 256 * high;
    expect(own.slice(first, first + 16 * QR_BYTES)).toEqual(
      Uint8Array.from(images.flatMap((image) => [...image])),
    );
    own
      .fill(0xff, first, first + 16 * QR_BYTES)
      .fill(0xff, FILE_HEADER_BYTES + FIXED_QR + 2, FILE_HEADER_BYTES + FIXED_QR + 4);
    expect(own).toEqual(plain);
  });

  test('without an address it says that there are none', () => {
    expect(entry(commission(ledger, id, key)).slice(2)).toEqual([0xff, 0xff]);
  });

  test('is refused when the codes do not fit', () => {
    const [image = new Uint8Array(0)] = makeQrImages(EXAMPLE_ADDRESS);
    expect(() => commission(ledger, id, key, Array(23).fill(image))).toThrow('do not fit behind the fonts');
    expect(() => commission(ledger, id, key, [image.slice(1)])).toThrow(RangeError);
  });
});
