import { fileURLToPath } from 'node:url';

/** The folder with the built firmware of one board. */
export function firmwareFolder(board: string): string {
  return fileURLToPath(new URL(`../firmware/${board}`, import.meta.url)); // beside dist/companion
}

/** The folder with the built scripts and styles of the pages. */
export function webFolder(): string {
  return fileURLToPath(new URL('../web', import.meta.url));
}

/** The built program of the audit's child process. */
export function auditWorkerFile(): string {
  return fileURLToPath(new URL('audit-worker.js', import.meta.url));
}
