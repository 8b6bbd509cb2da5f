import type { ReleaseRecord } from '../../release/release-record';
import { likelyShare } from '../bands/chance';
import type { Interval } from '../bands/interval';
import { shareInterval } from '../bands/interval';
import { type Reading, readFinished, readingInterval, readStarted } from '../bands/reading';
import { type MeasuredSpans, measureSpans } from './measure-panel';
import type { CounterPanel } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { staffOutcomes } from './staff-outcomes';

/** A share that stores are shown side by side with. */
export interface StoreFigure {
  readonly key: string;
  readonly title: string;
  readonly shareOf: string;
  /** The part in a store's newest span, and part and whole; null when no share can be stated. */
  readonly read: (release: ReleaseRecord) => Pick<MeasuredSpans, 'reading' | 'counted'>;
}

/** One share in one store: what rounding leaves open, and what chance leaves open beyond it (95 %). */
export interface StoreShare {
  /** Only a number has a share: what is held back is not drawn as if it were small. */
  readonly state: Reading['state'];
  readonly share: Interval | null;
  readonly likely: Interval | null;
}

const ofLine = (panel: CounterPanel, code: string): StoreFigure['read'] => {
  const line = panel.lines.find((known) => known.code === code);
  if (!line) throw new RangeError(`no line of ${panel.key} is called ${code}`);
  return (release) => measureSpans(panel, line.counter, [release]);
};

/** What stores are shown side by side with; nothing that one member of staff could be told by. */
export const storeFigures: readonly StoreFigure[] = [
  {
    key: 'finished',
    title: 'Finished, of those started',
    shareOf: 'runs started',
    read(release) {
      const reading = readFinished([release]);
      const part = readingInterval(reading);
      const whole = readingInterval(readStarted([release]));
      return { reading, counted: part && whole && whole.low > 0 ? { part, whole } : null };
    },
  },
  {
    key: 'replace-now',
    title: 'Pairs to replace now',
    shareOf: shoeVerdicts.shareOf,
    read: ofLine(shoeVerdicts, 'shoe.replace_now'),
  },
  {
    key: 'fitted',
    title: 'Fitted after the prompt',
    shareOf: staffOutcomes.shareOf,
    read: ofLine(staffOutcomes, 'staff.fitted'),
  },
  {
    key: 'see-soon',
    title: 'Told to see a physio or GP soon',
    shareOf: referrals.shareOf,
    read: ofLine(referrals, 'referral.soon'),
  },
];

/** Reads one figure of a store. */
export function readStoreShare(figure: StoreFigure, release: ReleaseRecord | undefined): StoreShare {
  const without = { share: null, likely: null };
  if (!release) return { state: 'no report', ...without };
  const { reading, counted } = figure.read(release);
  if (reading.state !== 'number' || !counted) return { state: reading.state, ...without };
  return { state: 'number', share: shareInterval(counted.part, counted.whole), likely: likelyShare(counted) };
}
