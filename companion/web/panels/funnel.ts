import type { Interval } from '../bands/interval';
import { narrowInterval } from '../bands/interval';
import {
  type Reading,
  readCounter,
  readFinished,
  readingInterval,
  readStarted,
  type Spans,
} from '../bands/reading';
import { leftAt } from './left-at';
import type { View } from './panel';

/** How many runs went on past one screen, in some spans. */
interface StillThere {
  readonly reading: Reading;
  /** Of the runs started; null when none can be stated. */
  readonly share: Interval | null;
}

/** One step of a run, from its start to its result: the span shown, and the spans before taken together. */
export interface FunnelStep {
  readonly code: string;
  readonly label: string;
  readonly now: StillThere;
  readonly before: StillThere;
}

const nothing: StillThere = { reading: { state: 'no report' }, share: null };

/** Runs that were started and not left at one of these screens; at least those that were finished. */
function stillThere(spans: Spans, counters: readonly number[]): StillThere {
  const started = readingInterval(readStarted(spans));
  const finished = readingInterval(readFinished(spans));
  if (!started || !finished) return nothing;
  let left: Interval = { low: 0, high: 0 };
  for (const counter of counters) {
    const part = readingInterval(readCounter(spans, counter));
    if (!part) return nothing;
    left = { low: left.low + part.low, high: left.high + part.high };
  }
  const all = { low: Math.max(0, started.low - left.high), high: Math.max(0, started.high - left.low) };
  const count = narrowInterval(all, { low: finished.low, high: started.high });
  const share =
    started.low > 0
      ? narrowInterval(
          {
            low: Math.max(0, 1 - left.high / started.low),
            high: Math.max(0, Math.min(1, 1 - left.low / started.high)),
          },
          { low: finished.low / started.high, high: 1 },
        )
      : null;
  return { reading: { state: 'number', ...count }, share };
}

/** From every run started, screen by screen, to those that were left nowhere; the order is that of asking. */
export function measureFunnel({ release, earlier }: View): FunnelStep[] {
  const counters = leftAt.lines.map(({ counter }) => counter);
  const screens = leftAt.lines.map(({ code, label }) => ({ code: code.replace('left.', 'past.'), label }));
  return [{ code: 'started', label: 'Started' }, ...screens].map((step, index) => ({
    ...step,
    now: stillThere([release], counters.slice(0, index)),
    before: stillThere(earlier, counters.slice(0, index)),
  }));
}
