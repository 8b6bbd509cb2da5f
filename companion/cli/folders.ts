import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the build writes; this file may have become part of any program below its `companion`. */
function builtFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (basename(folder) !== 'companion') folder = dirname(folder);
  return dirname(folder);
}

/** The folder with the built firmware of one board. */
export function firmwareFolder(board: string): string {
  return join(builtFolder(), 'firmware', board);
}

/** The folder with the built scripts and styles of the pages. */
export function webFolder(): string {
  return join(builtFolder(), 'web');
}

/** The built program of the audit's child process. */
export function auditWorkerFile(): string {
  return join(builtFolder(), 'companion', 'audit-worker.js');
}
