import { type Language, languageCodes } from '../../shared/check/codes';
import { de as deScreen } from '../../shared/wording/de';
import { en as enScreen } from '../../shared/wording/en';
import { es as esScreen } from '../../shared/wording/es';
import { fr as frScreen } from '../../shared/wording/fr';
import { longDe } from '../../shared/wording/long-de';
import { longEn } from '../../shared/wording/long-en';
import { longEs } from '../../shared/wording/long-es';
import { longFr } from '../../shared/wording/long-fr';
import type { LongWording, Wording } from '../../shared/wording/wording';
import type { AdviceWords } from './words/advice-words';
import { de } from './words/de';
import { en } from './words/en';
import { es } from './words/es';
import { fr } from './words/fr';

/** Everything that is said in one language. */
interface LanguageTexts {
  readonly words: AdviceWords;
  readonly screen: Wording;
  readonly long: LongWording;
}

/** Every language of the public pages. */
export const languageTexts: Readonly<Record<Language, LanguageTexts>> = {
  en: { words: en, screen: enScreen, long: longEn },
  es: { words: es, screen: esScreen, long: longEs },
  fr: { words: fr, screen: frScreen, long: longFr },
  de: { words: de, screen: deScreen, long: longDe },
};

/** Whether somebody's text names a language. */
export const isLanguage = (text: string | undefined): text is Language =>
  languageCodes.some((code) => code === text);

/**
 * The language to answer in.
 *
 * @param asked   what the address asks for, if anything
 * @param accepts the Accept-Language header: the first language in it that there is; its weights are left aside
 */
export function chooseLanguage(asked: string | undefined, accepts: string | undefined): Language {
  if (isLanguage(asked)) return asked;
  const wanted = (accepts ?? '').split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}
