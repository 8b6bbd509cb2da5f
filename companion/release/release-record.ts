/** A count as published: the lower end of its band, or null when it is held back: less than a band is wide, ten in a store. */
export type Band = number | null;

/** One released span of one store, ready to show; once stored it never changes. */
export interface ReleaseRecord {
  readonly storeId: string;
  /** 1 for a store's first span, then without gaps. */
  readonly spanNo: number;
  /** ISO dates: the day after the span before, or of the first sheet; and the Sunday before it was published. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** ISO date, a Monday. */
  readonly publishedOn: string;
  readonly isSimulated: boolean;
  /** By counter number, as in shared/tallies. */
  readonly bands: readonly Band[];
  /** Finished checks, the knee path and the shoe-only path together. */
  readonly finished: Band;
  /** Runs started, in every part of the day together. */
  readonly started: Band;
  /** How many whole numbers are published as one; ten unless it says otherwise. */
  readonly bandWidth?: number;
  /** How many kiosks the span holds sheets of. */
  readonly kiosks: number;
}
