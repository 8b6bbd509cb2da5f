import { askedAboutHabits } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** What shoppers say about their running lately. */
export const runningHabits: CounterPanel = {
  key: 'running-habits',
  title: 'Running habits',
  lead: 'What fits their running lately; one answer each.',
  shareOf: 'checks that were asked',
  lines: counterLines('load', {
    jump: 'More, longer, faster runs',
    only_run: 'They only run',
    slope: 'Sloped or rough ground',
    no_warm: 'No warm-up',
    none: 'None of these',
  }),
  base: askedAboutHabits,
  note: 'A habit beside a pain is not shown to be its cause.',
};
