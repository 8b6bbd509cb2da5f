import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buildLedgerFile } from '../../firmware/build/fixed-part';
import { ANSWER_FONT, buildFont, QUESTION_FONT } from '../../firmware/build/fonts';
import { buildStorageImage, PIXLJS_STORAGE } from '../../firmware/build/image';
import { toIntelHex } from '../../firmware/build/intel-hex';
import { FIXED_BYTES, FIXED_FONTS, LEDGER_BYTES, PAGE_BYTES } from '../../firmware/ledger/place';
import { listFiles, readFile } from '../../firmware/simulator/storage-image';

const fonts = [ANSWER_FONT, QUESTION_FONT].map(buildFont);
const text = (length: number, letter = 'x') => new Uint8Array(length).fill(letter.charCodeAt(0));

test('files lie one after the other at multiples of four, in the order given', () => {
  const files = [
    { name: 'ledger', bytes: buildLedgerFile(fonts) },
    { name: 'odd', bytes: text(5) },
    { name: '.boot0', bytes: text(8, 'b') },
  ];
  const image = buildStorageImage(files, PIXLJS_STORAGE);
  expect(image).toHaveLength(36_864);
  expect(listFiles(image)).toEqual([
    { name: 'ledger', offset: 32, bytes: LEDGER_BYTES },
    { name: 'odd', offset: 3 * PAGE_BYTES + 32, bytes: 5 },
    { name: '.boot0', offset: 3 * PAGE_BYTES + 32 + 8 + 32, bytes: 8 },
  ]);
  for (const { name, bytes } of files) expect(readFile(image, name)).toEqual(bytes);
});

const refused = [
  { name: 'a name of 29 bytes', files: [{ name: 'n'.repeat(29), bytes: text(1) }], says: '29 bytes' },
  { name: 'no name', files: [{ name: '', bytes: text(1) }], says: 'names of 1' },
  { name: 'an empty file', files: [{ name: 'a', bytes: text(0) }], says: 'is empty' },
  { name: 'one byte too many', files: [{ name: 'a', bytes: text(36_864 - 31) }], says: 'would end at' },
  {
    name: 'one name twice',
    files: [
      { name: 'a', bytes: text(1) },
      { name: 'a', bytes: text(2) },
    ],
    says: 'two files',
  },
];
for (const { name, files, says } of refused) {
  test(`an image refuses ${name}`, () => {
    expect(() => buildStorageImage(files, PIXLJS_STORAGE)).toThrow(says);
  });
}

test('a file may fill Storage to the last byte', () => {
  const image = buildStorageImage([{ name: 'a', bytes: text(36_864 - 32) }], PIXLJS_STORAGE);
  expect(image.at(-1)).toBe('x'.charCodeAt(0));
});

test('the ledger leaves the build with its fonts, without key, and with erased log pages', () => {
  const ledger = buildLedgerFile(fonts);
  const view = new DataView(ledger.buffer);
  expect(Buffer.from(ledger.subarray(0, 4)).toString('latin1')).toBe('CSL1');
  expect(ledger.subarray(4, FIXED_FONTS).every((byte) => byte === 0xff)).toBe(true);
  expect(ledger.subarray(FIXED_BYTES).every((byte) => byte === 0xff)).toBe(true);
  fonts.forEach((font, number) => {
    const at = FIXED_FONTS + 8 * number;
    const bitmapAt = view.getUint16(at, true);
    const widthsAt = view.getUint16(at + 4, true);
    expect(view.getUint16(at + 2, true)).toBe(font.bitmap.length);
    expect(ledger.slice(bitmapAt, bitmapAt + font.bitmap.length)).toEqual(font.bitmap);
    expect(ledger.slice(widthsAt, widthsAt + 224)).toEqual(font.widths);
    expect([ledger[at + 6], ledger[at + 7]]).toEqual([font.heightPx, 32]);
  });
});

test('fonts that do not fit into the fixed part are refused', () => {
  expect(() => buildLedgerFile([...fonts, ...fonts])).toThrow('pictures begin at 3120');
});

test('Intel HEX: a record of sixteen bytes, the upper address again at every 64 KiB', () => {
  const bytes = new Uint8Array(32).fill(1, 0, 16).fill(0xff, 16);
  expect(toIntelHex(bytes, 0x6fff0).split('\r\n')).toEqual([
    ':020000040006F4',
    ':10FFF00001010101010101010101010101010101F1',
    ':020000040007F3',
    ':10000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00',
    ':00000001FF',
    '',
  ]);
  expect(() => toIntelHex(bytes.subarray(1), 0)).toThrow('whole records');
});

test('Espruino’s own tools make the same image, byte for byte', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-hex-'));
  try {
    const files = [
      { name: 'ledger', bytes: buildLedgerFile(fonts) },
      { name: 'en', bytes: Uint8Array.from({ length: 999 }, (_, index) => index & 255) },
      { name: '.bootcde', bytes: text(1, '\n') }, // the tools add this file when no program is given
    ];
    const board = { chip: { saved_code: { address: 0x6d000, page_size: 4096, pages: 9 } } };
    writeFileSync(join(folder, 'board.json'), JSON.stringify(board));
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const command = resolve('node_modules/espruino/bin/espruino-cli.js');
    const args = ['-q', '-n', '--no-ble', '--board', 'board.json', '--ohex', 'image.hex'];
    const storage = ['--storage', 'ledger:ledger', '--storage', 'en:en'];
    execFileSync(process.execPath, [command, ...args, ...storage], { cwd: folder, stdio: 'pipe' });
    const image = buildStorageImage(files, PIXLJS_STORAGE);
    expect(toIntelHex(image, PIXLJS_STORAGE.address)).toBe(readFileSync(join(folder, 'image.hex'), 'latin1'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
