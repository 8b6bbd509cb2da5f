import { en } from '../../../shared/wording/en';
import { withoutWarningSign } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

const { PFP, ITB, PT, MEN, OA, UNCLEAR } = en.patterns;

/** The labels that results showed: a place and a behaviour, never a condition. */
export const patternsShown: CounterPanel = {
  key: 'labels-shown',
  title: 'Labels shown',
  lead: 'What the result called it. A result shows up to two labels, so these add up to more than the checks.',
  shareOf: 'knee checks without a warning sign',
  lines: counterLines('pattern', {
    'PFP.fits': `${PFP}: fits`,
    'PFP.may_fit': `${PFP}: may fit`,
    'ITB.fits': `${ITB}: fits`,
    'ITB.may_fit': `${ITB}: may fit`,
    'PT.fits': `${PT}: fits`,
    'PT.may_fit': `${PT}: may fit`,
    'MEN.may_fit': `${MEN}: may fit`,
    'OA.fits': `${OA}: fits`,
    'OA.may_fit': `${OA}: may fit`,
    'UNCLEAR.unclear': UNCLEAR,
  }),
  base: withoutWarningSign,
  isOfBase: true,
  note: 'Counted the same when the kiosks show no labels (mode “signposting”).',
};
