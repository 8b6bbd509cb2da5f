import { runsStarted } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** When runs were started. */
export const partsOfDay: CounterPanel = {
  key: 'parts-of-the-day',
  title: 'Parts of the day',
  lead: 'When runs were started. A finer time is not kept.',
  shareOf: 'runs started',
  lines: counterLines('start', {
    '5_11': '5 to 11 h',
    '11_15': '11 to 15 h',
    '15_19': '15 to 19 h',
    '19_5': '19 to 5 h',
    unknown: 'Kiosk had no clock',
  }),
  base: runsStarted,
};
