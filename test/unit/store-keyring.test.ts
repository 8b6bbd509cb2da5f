import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMemoryKeyring, openKeyring } from '../../companion/store/keyring';
import { makeTemporaryFolder } from './store-fixtures';

const KEY = Uint8Array.from({ length: 16 }, (_, index) => index * 16);
const HEX = '00102030405060708090a0b0c0d0e0f0';
const isPosix = process.platform !== 'win32';

describe('the keyring file', () => {
  test('is made by the first key, holds it in hexadecimal digits, and gives it back', () => {
    const folder = makeTemporaryFolder();
    const path = join(folder, 'keys.json');
    const keyring = openKeyring(path);
    expect(keyring.find('a1')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    keyring.add('a1', KEY);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a1: HEX });
    expect(openKeyring(path).find('a1')).toEqual(KEY);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  test('keeps the other keys when one is replaced', () => {
    const path = join(makeTemporaryFolder(), 'keys.json');
    const keyring = openKeyring(path);
    keyring.add('a1', new Uint8Array(16));
    keyring.add('b2', KEY);
    keyring.add('a1', KEY);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a1: HEX, b2: HEX });
  });

  test.runIf(isPosix)('may be read by its owner only', () => {
    const path = join(makeTemporaryFolder(), 'keys.json');
    openKeyring(path).add('a1', KEY);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path, mode);
      expect(() => openKeyring(path)).toThrow(expect.objectContaining({ code: 'keys-too-open' }));
    }
  });

  test.each(['', '[]', '{"a1":"00"}', `{"a1":"${HEX}"`])(
    'that holds %j is refused without quoting it',
    (text) => {
      const path = join(makeTemporaryFolder(), 'keys.json');
      writeFileSync(path, text, { mode: 0o600 });
      expect(() => openKeyring(path)).toThrow(
        expect.objectContaining({ code: 'keys-unreadable', cause: undefined }),
      );
      expect(() => openKeyring(path)).not.toThrow(HEX);
    },
  );
});

test('a keyring in memory gives back its keys', () => {
  const keyring = createMemoryKeyring();
  keyring.add('a1', KEY);
  expect(keyring.find('a1')).toEqual(KEY);
  expect(keyring.find('b2')).toBeNull();
});

test('a key of another length is refused', () => {
  expect(() => createMemoryKeyring().add('a1', new Uint8Array(15))).toThrow(
    expect.objectContaining({ code: 'key-unusable' }),
  );
});
