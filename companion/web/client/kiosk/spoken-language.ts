import { unpackTexts } from '../../../../firmware/build/pack-texts';
import { ENTRY_COUNT } from '../../../../firmware/build/text-blocks';
import { readFile } from '../../../../firmware/simulator/storage-image';
import { languageCodes } from '../../../../shared/check/codes';
import type { SpokenScreen } from './screen-words';
import { cardsAmong } from './sentences';

/** What a kiosk can say in one language. */
interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** the texts of several lines */
  readonly cards: readonly (readonly string[])[];
}
type Vocabularies = ReadonlyMap<string, Vocabulary>;

const wordsIn = (text: string): string[] => text.split(/[\s/.,:;?!()]+/).filter(Boolean);

/** What every language says that a kiosk was flashed with, by code. */
export function languagesOn(flash: Uint8Array): Vocabularies {
  const found = new Map<string, Vocabulary>();
  for (const code of languageCodes) {
    const file = readFile(flash, code);
    if (!file) continue;
    const entries = unpackTexts(file, ENTRY_COUNT);
    found.set(code, { words: new Set(entries.flatMap(wordsIn)), cards: cardsAmong(entries) });
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
  const known = (code: string): number => words.filter((word) => languages.get(code)?.words.has(word)).length;
  let best = before;
  for (const code of languages.keys()) if (known(code) > known(best)) best = code;
  return best;
}
