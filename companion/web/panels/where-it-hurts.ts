import { KneePicture } from '../charts/knee-picture';
import { withoutWarningSign } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** Where shoppers felt it, drawn on a knee. */
export const whereItHurts: CounterPanel = {
  key: 'where-it-hurts',
  title: 'Where it hurts',
  lead: 'The place shoppers with knee pain and no warning sign picked.',
  shareOf: 'knee checks without a warning sign',
  lines: counterLines('loc', {
    front: 'Front, around the kneecap',
    below: 'Just below the kneecap',
    outer: 'Outer side',
    inner: 'Inner side or deep inside',
    back: 'Back of the knee',
    unsure: 'All over, or not sure',
  }),
  base: withoutWarningSign,
  Picture: KneePicture,
  note: 'A place is what a shopper pressed, not a finding.',
};
