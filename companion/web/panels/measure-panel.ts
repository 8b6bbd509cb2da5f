import type { ReleaseRecord } from '../../release/release-record';
import type { Interval } from '../bands/interval';
import { changeBetween, narrowInterval, shareInterval, sumIntervals } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readCounter, readingInterval } from '../bands/reading';
import type { CounterLine, CounterPanel, View } from './panel';

/** One line of a panel, read from the span shown and from the one before. */
export interface MeasuredLine extends CounterLine {
  readonly now: Reading;
  readonly before: Reading;
  /** Shares of the panel's whole; null when no share can be stated. */
  readonly nowShare: Interval | null;
  readonly beforeShare: Interval | null;
  /** Whether its share rose or fell for every value in both bands. */
  readonly change: 'more' | 'fewer' | null;
}

/** Every value the panel's whole may have in one release; null when a line of it has no report. */
function wholeOf(panel: CounterPanel, release: ReleaseRecord | undefined): Interval | null {
  const bandOf = (counter: number) => readingInterval(readCounter(release, counter));
  const parts: Interval[] = [];
  for (const line of panel.lines) {
    const part = bandOf(line.counter);
    if (!part) return null;
    parts.push(part);
  }
  const sum = sumIntervals(parts);
  const base = panel.base?.(bandOf);
  return base ? narrowInterval(sum, base) : sum;
}

/** Reads every line of a panel from the span shown and the one before, with the shares that can be stated. */
export function measurePanel(panel: CounterPanel, view: View): MeasuredLine[] {
  const nowWhole = wholeOf(panel, view.release);
  const beforeWhole = wholeOf(panel, view.before);
  const share = (reading: Reading, whole: Interval | null) => {
    const part = readingInterval(reading);
    return part && whole ? shareInterval(part, whole) : null;
  };
  return panel.lines.map((line) => {
    const now = readCounter(view.release, line.counter);
    const before = readCounter(view.before, line.counter);
    const nowShare = share(now, nowWhole);
    const beforeShare = share(before, beforeWhole);
    return { ...line, now, before, nowShare, beforeShare, change: changeBetween(beforeShare, nowShare) };
  });
}
