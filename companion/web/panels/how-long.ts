import { withoutWarningSign } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How long shoppers have felt it. */
export const howLong: CounterPanel = {
  key: 'how-long',
  title: 'How long it has hurt',
  lead: 'Two weeks or more is one reason to be told to have it seen.',
  shareOf: 'knee checks without a warning sign',
  lines: counterLines('dur', {
    lt2w: 'Under 2 weeks',
    '2w_3m': '2 weeks to 3 months',
    gt3m: 'Over 3 months',
  }),
  base: withoutWarningSign,
};
