import { onKneePath } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** Signs that end a check with "get help today". */
export const urgentSigns: CounterPanel = {
  key: 'signs-for-help-today',
  title: 'Signs for help today',
  lead: 'The first checklist. Any of these ends the check with “get help today”.',
  shareOf: 'knee checks',
  lines: counterLines('rf1', {
    no_weight_move: 'Cannot stand or bend it',
    hot_fever: 'Hot knee or fever',
    big_swelling: 'Very swollen',
    calf: 'Sore, swollen calf',
    injury: 'Pop, twist or fall',
    none: 'None of these',
  }),
  base: onKneePath,
};
