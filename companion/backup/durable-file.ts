import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only its owner may read; a cut leaves no file or the whole one. */
export function writeDurably(path: string, text: string): void {
  const half = `${path}.half`;
  writeFileSync(half, text, { mode: 0o600 });
  settle(half, path);
}

/** Copies a file in the same way. */
export function copyDurably(from: string, path: string): void {
  const half = `${path}.half`;
  copyFileSync(from, half);
  chmodSync(half, 0o600);
  settle(half, path);
}

/** Puts what was written under another name to disk, then under its own. */
export function settle(half: string, path: string): void {
  sync(half);
  renameSync(half, path);
  if (process.platform !== 'win32') sync(dirname(path)); // there a folder cannot be opened
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
