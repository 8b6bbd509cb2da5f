import { device, screenWords } from './elements';
import type { SpokenScreen } from './screen-words';

/** A label that names a language stands in that language, not in the screen's. */
const NAMES: Readonly<Record<string, string>> = {
  English: 'en',
  Español: 'es',
  Français: 'fr',
  Deutsch: 'de',
};

const languageOf = (words: string, language: string): string => NAMES[words] ?? language;

function inLanguage(words: string, language: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.lang = languageOf(words, language);
  span.textContent = words;
  return span;
}

/** Writes what stands on the screen below it, where it is read out, and gives each key the name of what it does now. */
export function announce({ said, place, shown, keys }: SpokenScreen, language: string): void {
  const pieces: (Node | string)[] = [];
  if (said) pieces.push(inLanguage(said, language));
  if (shown) pieces.push(pieces.length ? ' ' : '', shown);
  if (place) pieces.push(pieces.length ? ' ' : '', `Page ${place.replace('/', ' of ')}.`);
  for (const { key, label, isArrow } of keys)
    pieces.push(pieces.length ? ' ' : '', `Key ${key}: `, isArrow ? label : inLanguage(label, language), '.');
  const words = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.textContent)).join('');
  // drawn anew with the same words, as each second of a time-out is: nothing new to read out
  if (words === screenWords.textContent) return;
  screenWords.replaceChildren(...pieces);
  for (const name of device.querySelectorAll<HTMLElement>('[data-does]')) {
    const now = keys.find(({ key }) => name.getAttribute('data-does') === String(key));
    name.textContent = now ? `: ${now.label}` : '';
    name.lang = now && !now.isArrow ? languageOf(now.label, language) : 'en';
  }
}
