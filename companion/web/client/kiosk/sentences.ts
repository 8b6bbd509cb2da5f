/** Ends a sentence, or asks for a pause, by itself. */
const HAS_PAUSE = /[.?!:,;]$/;
const SOFT_HYPHEN = /\xad/g;
/** What follows a card's lines: whom to call, and the card's place among the others. */
const PLACE = /^(.*?)(\d+\/\d+)?$/;

/** The cards among the entries of a language's file, line by line; the longest first, since some begin like others. */
export function cardsAmong(entries: readonly string[]): string[][] {
  return entries
    .flatMap((entry) => entry.replace(SOFT_HYPHEN, '').split('\t'))
    .filter((text) => text.includes('\n'))
    .sort((one, other) => other.length - one.length)
    .map((text) => text.split('\n'));
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

/** What is said, with a full stop behind each line of a card: eyes see where one ends, ears do not. */
export function punctuate(said: string, cards: readonly (readonly string[])[]): string {
  const card = cards.find((lines) => said.includes(lines.join(' ')));
  if (!card) return said;
  const [before = '', after = ''] = said.split(card.join(' '));
  const [, call = '', place = ''] = PLACE.exec(after) ?? [];
  return [before, ...card, call, place]
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (HAS_PAUSE.test(line) ? line : `${line}.`))
    .join(' ');
}
