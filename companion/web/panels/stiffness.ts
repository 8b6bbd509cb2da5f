import { stiffInTheMorning } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How long a stiff knee stays stiff, and whether the shopper is 45 or older. */
export const stiffness: CounterPanel = {
  key: 'morning-stiffness',
  title: 'Morning stiffness',
  lead: 'How long it lasts, and whether the shopper is 45 or older. Asked only of those who are stiff in the morning.',
  shareOf: 'checks with a stiff knee in the morning',
  lines: counterLines('stiff', {
    long: 'Over 30 minutes',
    short_45: 'Shorter, 45 or over',
    short_u45: 'Shorter, under 45',
  }),
  base: stiffInTheMorning,
};
