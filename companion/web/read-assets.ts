import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file that pages may load, by name, read once at start.
 *
 * @throws Error when the folder cannot be read: the build writes it to `dist/web`
 */
export function readAssets(folder: string): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => /\.(css|js|svg)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
