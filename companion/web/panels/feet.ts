import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** What shoppers say about their feet, asked after the result. */
export const feet: CounterPanel = {
  key: 'feet',
  title: 'Feet',
  lead: 'Which foot they think is most like theirs. Only for the staff prompt.',
  shareOf: 'shoppers who went on to this question',
  lines: counterLines('foot', {
    flat: 'Flat arches',
    high: 'High arches',
    rolls_in: 'Feet roll in',
    unsure: 'Neither, or not sure',
  }),
  note: 'The evidence for matching shoes to feet is weak: comfort decides.',
};
