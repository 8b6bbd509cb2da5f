import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BudgetedFile, type FileKind, weigh } from '../../firmware/build/budget';
import { countNamedFunctions } from '../../firmware/build/gate';
import { APP_NAME, BOOT_NAME, textOf } from '../../firmware/build/pack-device';
import type { Figure, Part } from './part';

// two folders below the project's, as a source and as a bundle
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'dist/firmware/pixljs');

const KINDS: Readonly<Record<string, FileKind>> = { ledger: 'ledger', pics: 'picture', spare: 'spare' };
const WORDS: Readonly<Record<string, string>> = {
  ledgerBytes: 'ledger, with fonts, key and QR codes',
  codeBytes: 'app and .boot0',
  languageBytes: 'two languages',
  pictureBytes: 'pictures',
  headerBytes: 'headers of the files',
  sumBytes: 'all of Storage that is used, with spare room',
};

function readFiles(): BudgetedFile[] {
  const list: { name: string; path: string }[] = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'));
  return list.map(({ name, path }) => ({
    name,
    kind: path.startsWith('languages/') ? 'language' : (KINDS[name] ?? 'code'),
    bytes: readFileSync(join(folder, path)),
  }));
}

/** How many bytes the built firmware takes on Pixl.js, line by line of its budget. */
export const weightPart: Part = {
  name: 'Bytes on Pixl.js',
  missing: () => (existsSync(join(folder, 'files.json')) ? undefined : 'skipped: the firmware is not built'),
  async measure() {
    const { pixljs } = JSON.parse(readFileSync(join(root, 'firmware/budget.json'), 'utf8'));
    const functions = [APP_NAME, BOOT_NAME]
      .map((name) => countNamedFunctions(readFileSync(join(folder, textOf(name)), 'latin1')))
      .reduce((sum, count) => sum + count, 0);
    const lines = weigh(readFiles(), 0, functions, pixljs);
    return lines.flatMap(({ name, used, limit }): Figure[] => {
      if (name === 'namedFunctions') return [{ what: 'functions with a name', value: used, unit: '', limit }];
      const what = WORDS[name];
      return what === undefined ? [] : [{ what, value: used, unit: 'bytes', limit }];
    });
  },
};
