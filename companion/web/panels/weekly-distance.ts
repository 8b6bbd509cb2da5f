import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How far shoppers run in the pair each week. */
export const weeklyDistance: CounterPanel = {
  key: 'weekly-distance',
  title: 'Distance a week',
  lead: 'How far they run in this pair each week, when they did not know its total.',
  shareOf: 'checks that were asked',
  lines: counterLines('week', {
    w1: 'Under 5 mi (8 km)',
    w2: '5 to 10 mi (8 to 16 km)',
    w3: '10 to 20 mi (16 to 32 km)',
    w4: '20 to 30 mi (32 to 48 km)',
    w5: 'Over 30 mi (48 km)',
    wx: 'Not sure',
  }),
};
