import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from './store-fixtures';

const isInstalled = spawnSync('objcopy', ['--version']).error === undefined;

test.skipIf(!isInstalled).each(['pixljs', 'banglejs2'])(
  `GNU objcopy reads the image for %s as we wrote it${isInstalled ? '' : ' (skipped: install binutils)'}`,
  (board) => {
    const image = join('dist/firmware', board, 'image');
    const copy = join(makeTemporaryFolder(), 'copy.bin');
    expect(spawnSync('objcopy', ['-I', 'ihex', '-O', 'binary', `${image}.hex`, copy]).status).toBe(0);
    expect(readFileSync(copy).equals(readFileSync(`${image}.bin`))).toBe(true);
  },
);
