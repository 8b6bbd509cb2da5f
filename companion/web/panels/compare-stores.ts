import type { ReleaseRecord } from '../../release/release-record';
import type { StoreEntry } from '../../store/store';
import { type Counted, likelyShare } from '../bands/chance';
import type { Interval } from '../bands/interval';
import { shareInterval } from '../bands/interval';
import { readFinished, readingInterval, readStarted } from '../bands/reading';
import { measureSpans } from './measure-panel';
import type { CounterPanel } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { staffOutcomes } from './staff-outcomes';

/** A store and its newest release; none before its first. */
export interface StoreNow {
  readonly store: StoreEntry;
  readonly release: ReleaseRecord | undefined;
}

/** A share that stores are shown side by side with. */
export interface StoreFigure {
  readonly key: string;
  readonly title: string;
  readonly shareOf: string;
  /** Part and whole in a store's newest span; null when no share can be stated. */
  readonly read: (release: ReleaseRecord) => Counted | null;
}

/** One share in one store: what rounding leaves open, and what chance leaves open beyond it (95 %). */
export interface StoreShare {
  readonly share: Interval | null;
  readonly likely: Interval | null;
}

const ofLine = (panel: CounterPanel, code: string) => {
  const line = panel.lines.find((known) => known.code === code);
  return (release: ReleaseRecord) => (line ? measureSpans(panel, line.counter, [release]).counted : null);
};

/** What stores are shown side by side with; nothing that one member of staff could be told by. */
export const storeFigures: readonly StoreFigure[] = [
  {
    key: 'finished',
    title: 'Finished, of those started',
    shareOf: 'runs started',
    read(release) {
      const part = readingInterval(readFinished([release]));
      const whole = readingInterval(readStarted([release]));
      return part && whole && whole.low > 0 ? { part, whole } : null;
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
  const counted = release ? figure.read(release) : null;
  if (!counted) return { share: null, likely: null };
  return { share: shareInterval(counted.part, counted.whole), likely: likelyShare(counted) };
}
