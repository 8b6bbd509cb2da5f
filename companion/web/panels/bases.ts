import { counterKeys } from '../../../shared/check/codes';
import type { Interval } from '../bands/interval';
import { subtractInterval } from '../bands/interval';

/** Every value a counter may have; null without a report. */
export type BandOf = (counter: number) => Interval | null;

const pathKnee = counterKeys.indexOf('path.knee');
const rf2None = counterKeys.indexOf('rf2.none');
const behMorning = counterKeys.indexOf('beh.morning');
const pairKnow = counterKeys.indexOf('pair.know');

/** How many checks went along the knee path. */
export const onKneePath = (bandOf: BandOf): Interval | null => bandOf(pathKnee);

/** How many checks were asked about place and time: the knee path without a sign on either checklist. */
export const withoutWarningSign = (bandOf: BandOf): Interval | null => bandOf(rf2None);

/** How many checks were asked about running habits: those above, less the ones that are stiff in the morning. */
export function askedAboutHabits(bandOf: BandOf): Interval | null {
  const asked = bandOf(rf2None);
  const morning = bandOf(behMorning);
  return asked && morning ? subtractInterval(asked, morning) : null;
}

/** How many shoppers know how far they have run in the pair. */
export const knowDistance = (bandOf: BandOf): Interval | null => bandOf(pairKnow);
