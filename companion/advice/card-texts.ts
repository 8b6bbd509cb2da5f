import type { Language } from '../../shared/check/codes';
import { type CardCode, isPatternCode } from './card-codes';
import { languageTexts } from './languages';

/** What one page says about its card. */
export interface CardTexts {
  readonly title: string;
  /** what the kiosk's screen said, line by line */
  readonly screenLines: readonly string[];
  readonly long: string;
  /** "Today" or the like where it is about seeing somebody; null elsewhere */
  readonly when: string | null;
  /** care is needed the same day */
  readonly isUrgent: boolean;
}

const isToday = (code: CardCode): boolean => code.startsWith('rf1.') || code === 'rf2.urgent';

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
    when: isToday(code) ? screen.ui.TODAY : code === 'none' ? null : screen.ui.SOON,
    isUrgent: isToday(code),
  };
}
