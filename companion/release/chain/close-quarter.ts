import { TALLY_COUNT } from '../../../shared/tallies';
import { addDays } from '../../store-day';
import type { Band } from '../release-record';
import { addUp, countFinished, countStarted } from '../totals';

/** Fewer stores than this have no total: it would be about too few of them. */
export const CHAIN_STORES_LEAST = 10;
/** How long after its end a quarter waits for stores that were offline. */
const QUARTER_WAIT_DAYS = 28;
const MONTHS_A_QUARTER = 3;
const QUARTERS_A_YEAR = 4;

/** A released span as the chain's companion knows it. */
export interface ChainSpan {
  readonly storeId: string;
  readonly spanNo: number;
  /** ISO dates: the Monday of its release, and the day on which it came here */
  readonly publishedOn: string;
  readonly arrivedDay: string;
  readonly isSimulated: boolean;
  /** exact, by counter number; shown nowhere */
  readonly totals: readonly number[];
}

/** From so many spans on, totals are published in bands of such a width. */
const WIDTHS = [
  [100, 100],
  [50, 50],
  [20, 20],
] as const;
const WIDTH_LEAST = 10;

/**
 * The width of a chain's bands: ten for few spans, and about as many as there are spans up to a hundred. Each span holds
 * 100 checks or more, so a total is said to within one in a hundred. Narrower bands leave so little room between the
 * tables of a total that the audit would refuse most quarters of many spans.
 */
export const chainBandWidth = (spans: number): number =>
  WIDTHS.find(([least]) => spans >= least)?.[1] ?? WIDTH_LEAST;

/** What is published of all stores of a chain together: once for each quarter, and never again. */
export interface QuarterRecord {
  /** `2026-Q1` */
  readonly quarter: string;
  readonly isSimulated: boolean;
  /** how many stores it is about, and how many spans of theirs */
  readonly stores: number;
  readonly spans: number;
  /** how many whole numbers are published as one: the number of spans alone decides it */
  readonly bandWidth: number;
  /** by counter number, rounded down to a multiple of that; null under it: held back */
  readonly bands: readonly Band[];
  readonly finished: Band;
  readonly started: Band;
}

/** A quarter that closed: what would be published, and exactly the spans that are in it, by store and number. */
export interface ClosedQuarter {
  readonly record: QuarterRecord;
  readonly spans: readonly ChainSpan[];
}

/** The quarter of an ISO date: `2026-Q1`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / MONTHS_A_QUARTER)}`;
}

/** The quarter after this one, or so many quarters on; a negative number goes back. */
export function nextQuarter(quarter: string, quarters = 1): string {
  const [year = '', number = ''] = quarter.split('-Q');
  const index = Number(year) * QUARTERS_A_YEAR + Number(number) - 1 + quarters;
  return `${Math.floor(index / QUARTERS_A_YEAR)}-Q${(index % QUARTERS_A_YEAR) + 1}`;
}

/** A quarter's first day, an ISO date. */
export function firstDayOf(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return `${year}-${String((Number(number) - 1) * MONTHS_A_QUARTER + 1).padStart(2, '0')}-01`;
}

/** A quarter's last day, an ISO date. */
export const lastDayOf = (quarter: string): string => addDays(firstDayOf(nextQuarter(quarter)), -1);

/** The first day on which a quarter may close: 28 days after its end. */
export const closingDay = (quarter: string): string =>
  addDays(firstDayOf(nextQuarter(quarter)), QUARTER_WAIT_DAYS);

/**
 * The total of a chain over a calendar quarter: of exactly the spans that its stores released in it and that came
 * here before it closed, at least ten stores' together. Nobody chooses stores, spans or days; what comes later is in
 * no total. The same arrivals always give the same record.
 *
 * @param isSimulated made-up stores and real ones are never added up
 * @returns null for "no report": too early, or too few stores
 */
export function closeQuarter(
  quarter: string,
  arrived: readonly ChainSpan[],
  isSimulated: boolean,
  today: string,
): ClosedQuarter | null {
  const closesOn = closingDay(quarter);
  if (today < closesOn) return null;
  const inIt = arrived.filter(
    (span) =>
      span.isSimulated === isSimulated &&
      quarterOf(span.publishedOn) === quarter &&
      span.arrivedDay < closesOn,
  );
  const byKey = new Map(
    inIt.map((span) => [`${span.storeId} ${String(span.spanNo).padStart(9, '0')}`, span]),
  );
  const spans = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
  const stores = new Set(spans.map(({ storeId }) => storeId)).size;
  if (stores < CHAIN_STORES_LEAST) return null;
  // a store of another version may count more or fewer things: what only it knows is in no total
  const known = spans.map((span) => ({ ...span, totals: toKnownCounters(span.totals) }));
  const totals = addUp(known.map((span) => span.totals));
  const bandWidth = chainBandWidth(spans.length);
  const bandOf = (count: number): Band => (count < bandWidth ? null : count - (count % bandWidth));
  const record: QuarterRecord = {
    quarter,
    isSimulated,
    stores,
    spans: spans.length,
    bandWidth,
    bands: totals.map(bandOf),
    finished: bandOf(countFinished(totals)),
    started: bandOf(countStarted(totals)),
  };
  return { record, spans: known };
}

const toKnownCounters = (totals: readonly number[]): number[] =>
  Array.from({ length: TALLY_COUNT }, (_, counter) => totals[counter] ?? 0);
