import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CompanionError } from '../errors';
import type { FlashBoard } from './boards';

/** A file as the device's Storage holds it. */
export interface DeviceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `files.json` of a built board: what its image holds, in load order. */
const builtFiles = z.array(z.object({ name: z.string(), path: z.string(), bytes: z.int() }));
const LANGUAGES_FOLDER = 'languages';
/** Room that the build keeps for what is not there yet; a device that is flashed has it free. */
const SPARE_NAME = 'spare';

/**
 * The files for one board with these languages, in the order in which they are written: `ledger` first, `.boot0` last.
 *
 * @param folder  the built firmware of the board
 * @throws CompanionError `flash-not-built`, `flash-languages`
 */
export function readDeviceFiles(
  folder: string,
  board: FlashBoard,
  languages: readonly string[],
): DeviceFile[] {
  const listed = readList(folder);
  checkLanguages(languagesBuilt(folder), board, languages);
  const read = (name: string, path: string): DeviceFile => ({
    name,
    bytes: new Uint8Array(readFileSync(join(folder, path))),
  });
  const isLanguage = ({ path }: { path: string }): boolean => path.startsWith(`${LANGUAGES_FOLDER}/`);
  const chosen = languages.map((code) => read(code, `${LANGUAGES_FOLDER}/${code}`));
  const others = listed.filter((file) => !isLanguage(file) && file.name !== SPARE_NAME);
  const [ledger, ...rest] = others.map(({ name, path }) => read(name, path));
  if (ledger?.name !== 'ledger') throw new CompanionError('flash-not-built', folder);
  return [ledger, ...chosen, ...rest];
}

/** Codes of every language that was built for the board. Throws CompanionError `flash-not-built`. */
export function languagesBuilt(folder: string): string[] {
  try {
    return readdirSync(join(folder, LANGUAGES_FOLDER)).sort();
  } catch (error) {
    throw new CompanionError('flash-not-built', folder, error);
  }
}

function readList(folder: string): z.infer<typeof builtFiles> {
  try {
    return builtFiles.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')));
  } catch (error) {
    throw new CompanionError('flash-not-built', folder, error);
  }
}

function checkLanguages(built: readonly string[], board: FlashBoard, languages: readonly string[]): void {
  const there = `There are ${built.join(', ')}.`;
  const unknown = languages.filter((code) => !built.includes(code));
  if (unknown.length > 0) throw new CompanionError('flash-languages', `Not ${unknown.join(', ')}. ${there}`);
  if (new Set(languages).size < languages.length || languages.length === 0)
    throw new CompanionError('flash-languages', `Name each one once. ${there}`);
  if (languages.length > board.languagesMax) {
    const most = `A ${board.name} has room for ${board.languagesMax}`;
    throw new CompanionError('flash-languages', `${most}, and these are ${languages.length}. ${there}`);
  }
}
