import { unpackTexts } from '../../../../firmware/build/pack-texts';
import { ENTRY_COUNT } from '../../../../firmware/build/text-blocks';
import { readFile } from '../../../../firmware/simulator/storage-image';
import { languageCodes } from '../../../../shared/check/codes';
import type { SpokenScreen } from './screen-words';

type Vocabularies = ReadonlyMap<string, ReadonlySet<string>>;

const wordsIn = (text: string): string[] => text.split(/[\s/.,:;?!()]+/).filter(Boolean);

/** The words of every language that a kiosk was flashed with, by code. */
export function languagesOn(flash: Uint8Array): Vocabularies {
  const found = new Map<string, ReadonlySet<string>>();
  for (const code of languageCodes) {
    const file = readFile(flash, code);
    if (file) found.set(code, new Set(unpackTexts(file, ENTRY_COUNT).flatMap(wordsIn)));
  }
  return found;
}

/** The language of a screen, by its words; the one before where none has more of them. */
export function spokenLanguage(
  { said, keys }: SpokenScreen,
  languages: Vocabularies,
  before: string,
): string {
  const words = [said, ...keys.map(({ label }) => label)].flatMap(wordsIn);
  const known = (code: string): number => words.filter((word) => languages.get(code)?.has(word)).length;
  let best = before;
  for (const code of languages.keys()) if (known(code) > known(best)) best = code;
  return best;
}
