import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How long shoppers have run in the pair they wear. */
export const pairAge: CounterPanel = {
  key: 'pair-age',
  title: 'Age of the pair',
  lead: 'How long they have run in this pair.',
  shareOf: 'shoe checks',
  lines: counterLines('pair', {
    lt3m: 'Under 3 months',
    '3_6m': '3 to 6 months',
    '6_12m': '6 to 12 months',
    gt12m: 'Over a year',
    know: 'They know the distance',
    nopair: 'No running shoes yet',
  }),
};
