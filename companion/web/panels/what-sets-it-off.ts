import { withoutWarningSign } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** When shoppers feel it most. */
export const whatSetsItOff: CounterPanel = {
  key: 'what-sets-it-off',
  title: 'What sets it off',
  lead: 'When those shoppers feel it most.',
  shareOf: 'knee checks without a warning sign',
  lines: counterLines('beh', {
    stairs_sit: 'Stairs, hills or sitting',
    eases: 'At the start, then eases',
    distance: 'After a set distance',
    twist: 'Twisting or turning',
    morning: 'Stiff in the morning',
    other: 'Other, or any running',
  }),
  base: withoutWarningSign,
};
