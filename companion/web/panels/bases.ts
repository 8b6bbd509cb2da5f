import { counterKeys } from '../../../shared/check/codes';
import type { Interval } from '../bands/interval';
import { subtractInterval } from '../bands/interval';
import { readCounter, readFinished, readingInterval, readStarted, type Spans } from '../bands/reading';

const countOf = (spans: Spans, key: string): Interval | null =>
  readingInterval(readCounter(spans, counterKeys.indexOf(key)));

/** How many runs were started. */
export const runsStarted = (spans: Spans): Interval | null => readingInterval(readStarted(spans));

/** How many checks were finished. */
export const checksFinished = (spans: Spans): Interval | null => readingInterval(readFinished(spans));

/** How many checks went along the knee path. */
export const onKneePath = (spans: Spans): Interval | null => countOf(spans, 'path.knee');

/** How many checks had no sign for help today, so that they were asked about the ones to be seen soon. */
export const withoutUrgentSign = (spans: Spans): Interval | null => countOf(spans, 'rf1.none');

/** How many checks were asked about place and time: the knee path without a sign on either checklist. */
export const withoutWarningSign = (spans: Spans): Interval | null => countOf(spans, 'rf2.none');

/** How many checks are stiff in the morning. */
export const stiffInTheMorning = (spans: Spans): Interval | null => countOf(spans, 'beh.morning');

/** How many checks were asked about running habits: those without a sign, less the ones stiff in the morning. */
export function askedAboutHabits(spans: Spans): Interval | null {
  const asked = withoutWarningSign(spans);
  const morning = stiffInTheMorning(spans);
  return asked && morning ? subtractInterval(asked, morning) : null;
}

/** How many shoppers know how far they have run in the pair. */
export const knowDistance = (spans: Spans): Interval | null => countOf(spans, 'pair.know');
