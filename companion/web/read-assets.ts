import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STYLE_FOLDER = 'style';

const readFolder = (folder: string, pattern: RegExp): [string, Uint8Array][] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))]);

/**
 * Every file that pages may load, by name, read once at start. The parts in `style/`, in the order of their names,
 * are one file, `style.css`.
 *
 * @throws Error when the folder cannot be read: the build writes it to `dist/web`
 */
export function readAssets(folder: string): ReadonlyMap<string, Uint8Array> {
  const styles = readFolder(join(folder, STYLE_FOLDER), /\.css$/).map(([, bytes]) => bytes);
  return new Map([...readFolder(folder, /\.(css|js|svg)$/), ['style.css', Buffer.concat(styles)]]);
}
