import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Only its owner may read and write a file. */
const OWN = 0o600;

/** Gives a file that only its owner may read new contents, as `replaceBy` does. */
export function replaceFile(path: string, contents: string | Uint8Array): void {
  replaceBy(path, (half) => writeFileSync(half, contents, { flag: 'r+' })); // goes on where the disk takes only a part
}

/**
 * Puts what `fill` writes in the place of a file. It is given the path of an empty file that only its owner may read.
 * The contents are on disk when the call returns; a cut, a full disk or an error of `fill` leaves the old file or the
 * new one, never half.
 *
 * @throws what `fill` or the file system throws, such as ENOSPC; the old file then stands as it was
 */
export function replaceBy(path: string, fill: (half: string) => void): void {
  const half = `${path}.half`;
  try {
    closeSync(openSync(half, 'w', OWN));
    fill(half);
    chmodSync(half, OWN); // a copy has brought its own
    settle(half, 'r+'); // Windows puts only to disk what may be written
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  // the new name is on disk only when its folder is; on Windows a folder cannot be opened
  if (process.platform !== 'win32') settle(dirname(path), 'r');
}

function settle(path: string, flag: string): void {
  const open = openSync(path, flag);
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
