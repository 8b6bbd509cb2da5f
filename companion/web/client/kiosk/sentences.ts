import { Q_RF1, Q_RF2, RF_NONE } from '../../../../shared/check/questions';
import { BLOCK_NOTICE, FIRST_TEXT } from '../../../../shared/wording/blocks';
import { TEXT_PATTERN, UI_ON_PHONE } from '../../../../shared/wording/keys';

/** Ends a sentence, or asks for a pause, by itself. */
const HAS_PAUSE = /[.?!:,;]$/;
const SOFT_HYPHEN = /\xad/g;
const FIRST_PAGE_SIGNS = 3;
const ENTRY_ON_PHONE = UI_ON_PHONE - TEXT_PATTERN + FIRST_TEXT;

/**
 * What is read with a pause behind each line: cards, the notice and the signs of a checklist, page by page. Other texts
 * have lines only because they were too wide. The longest first, since some begin like others.
 *
 * @param entries a language's file, unpacked (shared/wording/blocks)
 */
export function cardsAmong(entries: readonly string[]): string[][] {
  return entries
    .map((entry) => entry.replace(SOFT_HYPHEN, '').split('\t'))
    .flatMap((texts, entry) => {
      if (entry === Q_RF1 || entry === Q_RF2) {
        const signs = texts.slice(1, RF_NONE + 1).map((sign) => joinWords(sign.split('\n')));
        return [signs.slice(0, FIRST_PAGE_SIGNS), signs.slice(FIRST_PAGE_SIGNS)];
      }
      const isCard = entry === BLOCK_NOTICE || (entry >= FIRST_TEXT && entry !== ENTRY_ON_PHONE);
      return isCard ? texts.slice(0, 1).map((text) => text.split('\n')) : [];
    })
    .filter((lines) => lines.length > 1)
    .sort((one, other) => other.join().length - one.join().length);
}

/**
 * Lines of a screen put together as they are read: a word that was broken at a soft hyphen or behind a slash is whole
 * again.
 */
export function joinWords(lines: readonly string[]): string {
  return lines.reduce((said, line) => {
    if (!said) return line;
    if (/[a-zà-ÿ]-$/.test(said) && /^[a-zà-ÿ]/.test(line)) return said.slice(0, -1) + line;
    return /\S\/$/.test(said) ? said + line : `${said} ${line}`;
  }, '');
}

/** What is said, with a full stop at its end and behind each line of a card: eyes see where one ends, ears do not. */
export function punctuate(said: string, cards: readonly (readonly string[])[]): string {
  const card = cards.find((lines) => said.includes(lines.join(' ')));
  const [before = '', after = ''] = card ? said.split(card.join(' ')) : [said];
  return [before, ...(card ?? []), after]
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (HAS_PAUSE.test(line) ? line : `${line}.`))
    .join(' ');
}
