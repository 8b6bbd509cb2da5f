import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { listFiles } from '../../firmware/simulator/storage-image';

const folder = 'dist/firmware/banglejs2';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const metadata = JSON.parse(read('metadata.json'));

/**
 * What we tell the App Loader; its own check asks for all of them but `readme` and `type`, and refuses keys that it
 * does not know. Source: Espruino BangleApps of July 2026, `bin/sanitycheck.js` and README ("metadata.json format").
 */
const KNOWN_KEYS = [
  'id',
  'name',
  'version',
  'author',
  'icon',
  'description',
  'tags',
  'type',
  'readme',
  'storage',
  'supports',
];

const FILE_NAME_MOST = 28;

test('the App Loader finds all that it asks for, and nothing that it does not know', () => {
  expect(Object.keys(metadata).filter((key) => !KNOWN_KEYS.includes(key))).toEqual([]);
  for (const key of KNOWN_KEYS) expect(metadata[key], key).toBeTruthy();
  expect(metadata.name.length).toBeLessThanOrEqual(20);
  expect(metadata.supports).toEqual(['BANGLEJS2']);
  // an `app` would have to bring `<id>.app.js` and `<id>.img`; what starts by itself has no such files
  expect(metadata.type).toBe('bootloader');
  expect(metadata.tags).toMatch(/^[a-z]+(,[a-z]+)*$/);
  expect(metadata.version).toMatch(/^\d+\.\d{2}$/);
  for (const name of [metadata.icon, metadata.readme])
    expect(existsSync(join(folder, name)), name).toBe(true);
  expect(
    read('ChangeLog')
      .match(/\d+\.\d+:/g)
      ?.at(-1),
  ).toBe(`${metadata.version}:`);
});

test('it writes every file of the image but the spare room, in the same order, from files that are there', () => {
  const names: string[] = metadata.storage.map(({ name }: { name: string }) => name);
  const inImage = listFiles(new Uint8Array(readFileSync(join(folder, 'image.bin')))).map(({ name }) => name);
  expect(names).toEqual(inImage.filter((name) => name !== 'spare'));
  expect([names[0], names.at(-1)]).toEqual(['ledger', '.boot0']);
  for (const { name, url, ...others } of metadata.storage) {
    expect(existsSync(join(folder, url)), url).toBe(true);
    // separators of its list of files, wildcards, and names that its check would read as scripts
    expect(name).not.toMatch(/[,;?*]|\.js$/);
    expect(name.length).toBeLessThanOrEqual(FILE_NAME_MOST);
    expect(others).toEqual({});
  }
  expect(new Set(names).size).toBe(names.length);
});

test('its icon is 48 x 48 pixels with something on it', () => {
  const { width, height, data } = PNG.sync.read(readFileSync(join(folder, 'counterstep.png')));
  expect([width, height]).toEqual([48, 48]);
  expect(data.some((value, at) => at % 4 === 3 && value > 0)).toBe(true);
});
