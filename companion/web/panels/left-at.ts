import { runsStarted } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** Where unfinished runs stopped. */
export const leftAt: CounterPanel = {
  key: 'left-at',
  title: 'Where runs stopped',
  lead: 'The screen at which an unfinished run was left, in the order of asking. Nothing else of such a run is counted.',
  shareOf: 'runs started',
  lines: counterLines('left', {
    notice: 'Notice at the start',
    rf1: 'Signs for help today',
    rf2: 'Signs to be seen soon',
    dur: 'How long has it hurt?',
    loc: 'Where does it hurt most?',
    beh: 'When does it hurt most?',
    load: 'Your running lately?',
    stiff: 'Stiff for how long?',
    pair: 'How long in this pair?',
    week: 'Distance a week?',
    dist: 'Total distance?',
    wear: 'Any wear?',
  }),
  base: runsStarted,
  isOfBase: true,
  note: 'A question where many stop is hard to read, to answer, or came as somebody was called away.',
};
