import { withoutUrgentSign } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** Signs that send a shopper to a physio or GP in the next days. */
export const soonSigns: CounterPanel = {
  key: 'signs-to-be-seen-soon',
  title: 'Signs to be seen soon',
  lead: 'The second checklist. Any of these sends the shopper to a physio or GP in the next days.',
  shareOf: 'knee checks without a sign for help today',
  lines: counterLines('rf2', {
    gives_way: 'Gives way',
    catches: 'Catches or locks',
    swelling_stays: 'Swelling stays',
    night_rest: 'Hurts at rest or at night',
    sharp_worse: 'Sharp and getting worse',
    none: 'None of these',
  }),
  base: withoutUrgentSign,
};
