import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** What the shoe check said about the pair. */
export const shoeVerdicts: CounterPanel = {
  key: 'shoes-to-replace',
  title: 'Shoes to replace',
  lead: 'What the shoe check told shopper and staff about the pair.',
  shareOf: 'shoe checks',
  lines: counterLines('shoe', {
    replace_now: 'Time for a new pair',
    plan: 'Plan the next pair',
    fine: 'Shoes look fine',
    not_checked: 'No pair checked',
  }),
  note: 'From distance, age and wear that the shopper picked. A prompt to look at the pair, no more.',
};
