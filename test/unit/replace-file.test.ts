import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceBy, replaceFile } from '../../companion/store/replace-file';
import { makeTemporaryFolder } from './store-fixtures';

test('a file that is replaced has its new contents, for its owner only, and nothing lies beside it', () => {
  const path = join(makeTemporaryFolder(), 'a');
  writeFileSync(path, 'old and longer', { mode: 0o644 });
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  replaceFile(path, Uint8Array.of(1, 2));
  expect([...readFileSync(path)]).toEqual([1, 2]);
  expect(readdirSync(join(path, '..'))).toEqual(['a']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what fails half-way leaves the old file and no half of a new one', () => {
  const path = join(makeTemporaryFolder(), 'a');
  replaceFile(path, 'old');
  const fill = (half: string): void => {
    expect(statSync(half)).toMatchObject({ size: 0 });
    writeFileSync(half, 'hal');
    throw new Error('cut');
  };
  expect(() => replaceBy(path, fill)).toThrow('cut');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(join(path, '..'))).toEqual(['a']);
});

test('a half that a cut left behind is in nobody’s way', () => {
  const path = join(makeTemporaryFolder(), 'a');
  writeFileSync(`${path}.half`, 'much longer than what comes');
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});
