import { feet } from './feet';
import { howLong } from './how-long';
import { howRunsEnded } from './how-runs-ended';
import { knownDistance } from './known-distance';
import { languages } from './languages';
import { leftAt } from './left-at';
import { pairAge } from './pair-age';
import type { CounterPanel } from './panel';
import { partsOfDay } from './parts-of-day';
import { patternsShown } from './patterns-shown';
import { referrals } from './referrals';
import { runningHabits } from './running-habits';
import { shoeVerdicts } from './shoe-verdicts';
import { soonSigns } from './soon-signs';
import { staffOutcomes } from './staff-outcomes';
import { stiffness } from './stiffness';
import { urgentSigns } from './urgent-signs';
import { wearSeen } from './wear-seen';
import { weeklyDistance } from './weekly-distance';
import { whatSetsItOff } from './what-sets-it-off';
import { whereItHurts } from './where-it-hurts';

/** The panels of the overview, in reading order. */
export const overviewPanels: readonly CounterPanel[] = [
  whereItHurts,
  howLong,
  referrals,
  whatSetsItOff,
  runningHabits,
  shoeVerdicts,
  staffOutcomes,
];

/** The panels of the shoes page, in reading order. */
export const shoesPanels: readonly CounterPanel[] = [
  shoeVerdicts,
  staffOutcomes,
  pairAge,
  weeklyDistance,
  knownDistance,
  wearSeen,
  feet,
];

/** The panels of the page on pain, in reading order. */
export const painPanels: readonly CounterPanel[] = [
  whereItHurts,
  howLong,
  referrals,
  whatSetsItOff,
  runningHabits,
  urgentSigns,
  soonSigns,
  patternsShown,
  stiffness,
];

/** The panels of the page on use, in reading order. */
export const usePanels: readonly CounterPanel[] = [leftAt, partsOfDay, howRunsEnded, languages];

/** Every panel once. */
export const everyPanel: readonly CounterPanel[] = [
  ...new Set([...overviewPanels, ...painPanels, ...shoesPanels, ...usePanels]),
];

/** The panel with this key, for its CSV file. */
export const findPanel = (key: string): CounterPanel | undefined =>
  everyPanel.find((panel) => panel.key === key);
