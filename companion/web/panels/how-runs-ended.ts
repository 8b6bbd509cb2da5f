import { runsStarted } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** Runs that were no finished check. */
export const howRunsEnded: CounterPanel = {
  key: 'runs-set-aside',
  title: 'Runs set aside',
  lead: 'Runs that are in none of the answers.',
  shareOf: 'runs started',
  lines: counterLines('', {
    time_out: 'Left until the time-out',
    play: 'Too fast to read: play',
    under_18: 'Under 18',
  }),
  base: runsStarted,
  isOfBase: true,
  note: 'Play is counted apart so that pressing for fun does not spoil the answers. “Under 18” is the key on the notice.',
};
