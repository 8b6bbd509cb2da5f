import { addDays, earliestDay } from '../store-day';
import { followLedger, type LedgerKey, type VoidRange, type WaitingSheet } from './follow-ledger';
import { addUp, countFinished } from './totals';

/** A span closes only when it holds this many finished checks. */
export const SPAN_MINIMUM_CHECKS = 100;

/** All that decides what one Monday brings for one store. */
export interface SpanInput {
  /** ISO date; only sheets that arrived on earlier days are looked at */
  readonly monday: string;
  readonly waiting: readonly WaitingSheet[];
  /** the highest released sheet number of each ledger; a ledger that is not here has none */
  readonly released: ReadonlyArray<LedgerKey & { readonly sheetNo: number }>;
  readonly voided: readonly VoidRange[];
  /** the last day of the store's newest released span; null: it has none */
  readonly previousLastDay: string | null;
}

/** A span that closed, with its exact totals by counter number. */
export interface ClosedSpan {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly sheets: readonly WaitingSheet[];
  readonly totals: readonly number[];
  readonly kiosks: number;
}

/** What one Monday brings: numbers given up for ever, and a span if one closes. */
export interface SpanDecision {
  readonly newlyVoid: readonly VoidRange[];
  readonly span: ClosedSpan | null;
}

/**
 * Decides what one Monday brings for one store.
 *
 * The span holds every closed sheet since the last release, in sheet order per ledger with none skipped. It
 * reaches from the day after the previous one to the Sunday before this Monday, so that spans never overlap; a
 * late sheet counts in the span in which it arrived. The same arrivals always give the same decision.
 */
export function closeSpan(input: SpanInput): SpanDecision {
  const { monday, previousLastDay } = input;
  const arrived = input.waiting.filter(({ arrivedDay }) => arrivedDay < monday);
  const parts = splitByLedger(arrived).map((inOrder) => {
    const ofThisLedger = (other: LedgerKey) => inOrder[0] !== undefined && isSameLedger(inOrder[0], other);
    const released = input.released.find(ofThisLedger)?.sheetNo ?? 0;
    return followLedger(inOrder, released + 1, input.voided.filter(ofThisLedger), monday);
  });
  const newlyVoid = parts.flatMap((part) => part.newlyVoid);
  const sheets = parts.flatMap((part) => part.sheets);
  const totals = addUp(sheets.map(({ counts }) => counts));
  if (countFinished(totals) < SPAN_MINIMUM_CHECKS) return { newlyVoid, span: null };
  return {
    newlyVoid,
    span: {
      firstDay:
        previousLastDay === null
          ? earliestDay(sheets.map(({ closedDay }) => closedDay))
          : addDays(previousLastDay, 1),
      lastDay: addDays(monday, -1),
      sheets,
      totals,
      kiosks: new Set(sheets.map(({ kioskId }) => kioskId)).size,
    },
  };
}

function splitByLedger(sheets: readonly WaitingSheet[]): WaitingSheet[][] {
  const ledgers = new Map<string, WaitingSheet[]>();
  for (const sheet of [...sheets].sort((a, b) => a.sheetNo - b.sheetNo)) {
    const name = `${sheet.kioskId} ${sheet.epoch}`;
    ledgers.set(name, [...(ledgers.get(name) ?? []), sheet]);
  }
  return [...ledgers.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ledger]) => ledger);
}

function isSameLedger(one: LedgerKey, other: LedgerKey): boolean {
  return one.kioskId === other.kioskId && one.epoch === other.epoch;
}
