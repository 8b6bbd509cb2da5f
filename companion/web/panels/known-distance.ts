import { knowDistance } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How far pairs have gone whose wearers know it. */
export const knownDistance: CounterPanel = {
  key: 'known-distance',
  title: 'Distance of the pair',
  lead: 'From shoppers who know how far they have run in it.',
  shareOf: 'shoppers who know',
  lines: counterLines('dist', {
    lt300: 'Under 300 mi (500 km)',
    '300_500': '300 to 500 mi (500 to 800 km)',
    gt500: 'Over 500 mi (800 km)',
  }),
  base: knowDistance,
};
