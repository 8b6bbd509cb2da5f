import type { Child } from 'hono/jsx';
import type { ReleaseRecord } from '../../release/release-record';
import type { StoreEntry } from '../../store/store';
import type { Interval } from '../bands/interval';
import type { Spans } from '../bands/reading';
import type { MeasuredLine } from './measure-panel';

/** A release, and what it is compared with. */
export interface Compared {
  readonly release: ReleaseRecord;
  /** Up to four releases before it, the newest first; taken together they are what it is compared with. */
  readonly earlier: readonly ReleaseRecord[];
}

/** What one page looks at: a store, one of its releases, and the ones before to compare with. */
export interface View extends Compared {
  /** the first few stores by name, and how many there are */
  readonly stores: readonly StoreEntry[];
  readonly storeCount: number;
  readonly store: StoreEntry;
  readonly before: ReleaseRecord | undefined;
  /** Every release of the store, the newest first. */
  readonly releases: readonly ReleaseRecord[];
}

/** One counter as a panel shows it: its stable code for exports and its name for an owner. */
export interface CounterLine {
  readonly counter: number;
  readonly code: string;
  readonly label: string;
}

/** A panel over one table of counters. Its shares are of `shareOf`, which is what `base` narrows down. */
export interface CounterPanel {
  readonly key: string;
  readonly title: string;
  /** One sentence: what was asked or counted. */
  readonly lead: string;
  /** Completes "share of ...". */
  readonly shareOf: string;
  readonly lines: readonly CounterLine[];
  /** Bounds on the whole, beyond the sum of the lines; null when nothing more is known. */
  readonly base?: (spans: Spans) => Interval | null;
  /** The lines are only some of the whole, so that `base` alone says how many there are. */
  readonly isOfBase?: true;
  /** A drawing above the bars. */
  readonly Picture?: (props: { id: string; lines: readonly MeasuredLine[] }) => Child;
  /** What the figures do not say. */
  readonly note?: string;
}
