import type { Language } from '../../shared/check/codes';
import { type CardCode, isPatternCode, isUrgent } from './card-codes';
import { languageTexts } from './languages';
import type { AdviceWords } from './words/advice-words';

/** What one page says about its card. */
export interface CardTexts {
  readonly title: string;
  /** what the kiosk's screen said, line by line */
  readonly screenLines: readonly string[];
  readonly long: string;
  /** how soon, where it is about seeing somebody; null elsewhere */
  readonly when: string | null;
  /** care is needed the same day */
  readonly isUrgent: boolean;
}

const isSoon = (code: CardCode): code is keyof AdviceWords['when'] =>
  code === 'rf2' || code.startsWith('soon.');

/** The texts of one card in one language. */
export function readCard(code: CardCode, language: Language): CardTexts {
  const { words, screen, long } = languageTexts[language];
  if (isPatternCode(code))
    return {
      title: screen.patterns[code],
      screenLines: screen.patternCards[code].split('\n'),
      long: long.patterns[code],
      when: null,
      isUrgent: false,
    };
  return {
    title: words.referrals[code],
    screenLines: screen.referralCards[code].split('\n'),
    long: long.referrals[code],
    when: isUrgent(code) ? screen.ui.TODAY : isSoon(code) ? words.when[code] : null,
    isUrgent: isUrgent(code),
  };
}
