import { checksFinished } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** The language and the size of text in which checks were finished. */
export const languages: CounterPanel = {
  key: 'language-and-size',
  title: 'Language and size of text',
  lead: 'How finished checks were read; large text in any of the languages.',
  shareOf: 'finished checks',
  lines: [
    ...counterLines('language', { en: 'English', es: 'Spanish', fr: 'French', de: 'German' }),
    ...counterLines('', { large: 'Large text' }),
  ],
  base: checksFinished,
  isOfBase: true,
};
