import { type Change, type Counted, changeOfShare } from '../bands/chance';
import type { Interval } from '../bands/interval';
import { narrowInterval, shareInterval, sumIntervals } from '../bands/interval';
import type { Reading, Spans } from '../bands/reading';
import { readCounter, readingInterval } from '../bands/reading';
import type { Compared, CounterLine, CounterPanel } from './panel';

/** One line of a panel in some spans. */
export interface MeasuredSpans {
  readonly reading: Reading;
  /** The line and the panel's whole; null when no share can be stated. */
  readonly counted: Counted | null;
  /** Every share the line may be of the whole; null when none can be stated. */
  readonly share: Interval | null;
}

/** One line of a panel, read from the span shown and from the spans before, which are taken together. */
export interface MeasuredLine extends CounterLine {
  readonly now: MeasuredSpans;
  readonly before: MeasuredSpans;
  /** How its share changed; null when there is nothing to compare. */
  readonly change: Change | null;
}

/** Every value the panel's whole may have in some spans; null when a line of it has no report. */
function wholeOf(panel: CounterPanel, spans: Spans): Interval | null {
  const base = panel.base?.(spans) ?? null;
  if (panel.isOfBase) return base;
  const parts: Interval[] = [];
  for (const line of panel.lines) {
    const part = readingInterval(readCounter(spans, line.counter));
    if (!part) return null;
    parts.push(part);
  }
  const sum = sumIntervals(parts);
  return base ? narrowInterval(sum, base) : sum;
}

/** Reads one counter of a panel from some spans. */
export function measureSpans(panel: CounterPanel, counter: number, spans: Spans): MeasuredSpans {
  const reading = readCounter(spans, counter);
  const part = readingInterval(reading);
  const whole = wholeOf(panel, spans);
  const share = part && whole ? shareInterval(part, whole) : null;
  return { reading, share, counted: part && whole && share ? { part, whole } : null };
}

/** Reads every line of a panel from the span shown and from the spans before, with the shares that can be stated. */
export function measurePanel(panel: CounterPanel, view: Compared): MeasuredLine[] {
  return panel.lines.map((line) => {
    const now = measureSpans(panel, line.counter, [view.release]);
    const before = measureSpans(panel, line.counter, view.earlier);
    const change = now.counted && before.counted ? changeOfShare(before.counted, now.counted) : null;
    return { ...line, now, before, change };
  });
}
