import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** The wear shoppers see on the old pair. */
export const wearSeen: CounterPanel = {
  key: 'wear-seen',
  title: 'Wear they see',
  lead: 'What they saw on the old pair; not asked when its distance alone decides.',
  shareOf: 'checks that were asked',
  lines: counterLines('wear', {
    none: 'No clear wear',
    crease: 'Deep creases in the foam',
    smooth: 'Sole worn smooth',
    lean: 'Heel leans or tilts',
    two: 'Two or more of these',
    nothere: 'Shoes not with them',
  }),
};
