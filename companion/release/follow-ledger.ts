import { addDays, earliestDay } from '../store-day';

/** How long a missing sheet is waited for once a later one is here. */
const GAP_WAIT_DAYS = 28;

/** One kiosk's ledger since it last started empty; its sheets are numbered from 1. */
export interface LedgerKey {
  readonly kioskId: string;
  readonly epoch: string;
}

/** A sheet that is in no span yet. Days are ISO dates of store days. */
export interface WaitingSheet extends LedgerKey {
  readonly sheetNo: number;
  readonly closedDay: string;
  readonly arrivedDay: string;
  readonly counts: readonly number[];
}

/** Sheet numbers from first to last that are void for ever: a sheet that comes later counts nowhere. */
export interface VoidRange extends LedgerKey {
  readonly firstSheetNo: number;
  readonly lastSheetNo: number;
}

/** What a ledger gives to a span, and the numbers that are given up on the way. */
export interface LedgerPart {
  readonly sheets: readonly WaitingSheet[];
  readonly newlyVoid: readonly VoidRange[];
}

/**
 * Follows one ledger from a number on, sheet by sheet. A missing number stops it, unless it is void already or
 * becomes so now, 28 days after the first later sheet arrived.
 *
 * @param inOrder waiting sheets of one ledger by number
 * @param next    the first number that is in no span
 * @param voided  the ledger's void numbers
 * @param today   ISO date
 */
export function followLedger(
  inOrder: readonly WaitingSheet[],
  next: number,
  voided: readonly VoidRange[],
  today: string,
): LedgerPart {
  const sheets: WaitingSheet[] = [];
  const newlyVoid: VoidRange[] = [];
  const skipVoid = (from: number): number => {
    const range = voided.find(({ firstSheetNo, lastSheetNo }) => firstSheetNo <= from && from <= lastSheetNo);
    return range ? skipVoid(range.lastSheetNo + 1) : from;
  };
  let expected = next;
  for (const [index, sheet] of inOrder.entries()) {
    expected = skipVoid(expected);
    if (sheet.sheetNo > expected) {
      if (
        addDays(earliestDay(inOrder.slice(index).map(({ arrivedDay }) => arrivedDay)), GAP_WAIT_DAYS) > today
      )
        break;
      const { kioskId, epoch } = sheet;
      newlyVoid.push({ kioskId, epoch, firstSheetNo: expected, lastSheetNo: sheet.sheetNo - 1 });
    }
    sheets.push(sheet);
    expected = sheet.sheetNo + 1;
  }
  return { sheets, newlyVoid };
}
