import { onKneePath } from './bases';
import { counterLines } from './counter-lines';
import type { CounterPanel } from './panel';

/** How often shoppers were told to have the knee seen. */
export const referrals: CounterPanel = {
  key: 'referrals',
  title: 'Told to have it seen',
  lead: 'What the result said about seeing a professional. Worth knowing for your list of local physios and GPs.',
  shareOf: 'knee checks',
  lines: counterLines('referral', {
    none: 'Only if it does not settle',
    soon: 'See a physio or GP soon',
    urgent: 'Get help today',
  }),
  base: onKneePath,
  note: 'Cautious rules on purpose: they send more people than need it.',
};
