import { feet } from './feet';
import { howLong } from './how-long';
import { knownDistance } from './known-distance';
import { pairAge } from './pair-age';
import type { CounterPanel } from './panel';
import { referrals } from './referrals';
import { runningHabits } from './running-habits';
import { shoeVerdicts } from './shoe-verdicts';
import { staffOutcomes } from './staff-outcomes';
import { wearSeen } from './wear-seen';
import { weeklyDistance } from './weekly-distance';
import { whatSetsItOff } from './what-sets-it-off';
import { whereItHurts } from './where-it-hurts';

/** The panels of the overview, in reading order. */
export const overviewPanels: readonly CounterPanel[] = [
  whereItHurts,
  whatSetsItOff,
  runningHabits,
  howLong,
  referrals,
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

/** The panel with this key, for its CSV file. */
export const findPanel = (key: string): CounterPanel | undefined =>
  [...overviewPanels, ...shoesPanels].find((panel) => panel.key === key);
