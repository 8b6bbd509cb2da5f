import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gives a file that only its owner may read new contents. They are on disk when the call returns; a cut or a full disk
 * leaves the old file or the new one, never half.
 *
 * @throws what the file system throws, such as ENOSPC; the old file then stands as it was
 */
export function replaceFile(path: string, text: string): void {
  const half = `${path}.half`;
  try {
    const file = openSync(half, 'w', 0o600);
    try {
      writeFileSync(file, text); // goes on where the disk takes only a part at a time
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  if (process.platform !== 'win32') syncFolder(dirname(path));
}

/** The new name is on disk only when its folder is. */
function syncFolder(folder: string): void {
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
