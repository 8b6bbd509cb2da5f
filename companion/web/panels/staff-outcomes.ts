import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** What staff pressed after the prompt, for all staff together. */
export const staffOutcomes: CounterPanel = {
  key: 'after-the-prompt',
  title: 'After the prompt',
  lead: 'What staff pressed on the staff card. All staff together; nobody is told apart.',
  shareOf: 'staff cards answered',
  lines: counterLines('staff', {
    fitted: 'Fitted a pair',
    later: 'Coming back later',
    no: 'No fitting',
  }),
};
