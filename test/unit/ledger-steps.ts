/** Steps that tests of the ledger take again and again. */
import { closeIfDue, countCheck, openLedger, readSheet } from '../../firmware/ledger/ledger';
import type { FlashChip } from '../../firmware/simulator/flash-chip';
import { readContents, type SheetContents } from '../../shared/wire/sheet-contents';
import { portOf } from './ledger-flash';

const HOUR_S = 3600;

let epochs = 0;

/** A start of the kiosk; a ledger that begins empty gets another epoch than any before. Whether it is usable. */
export function startAgain(chip: FlashChip): boolean {
  return openLedger(portOf(chip), () => 0x80000000 + ++epochs);
}

/** So many finished checks that add 1 to the same counters. */
export function countMany(times: number, counters: readonly number[], uptimeS: number): void {
  for (let check = 0; check < times; check++) countCheck(counters, uptimeS);
}

/** What a closed sheet says; throws when it is not held. */
export function sheetOf(number: number): SheetContents {
  const contents = readContents(Uint8Array.from(readSheet(number) ?? []));
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

/** Passes so many hours of running, with one call at each; whether a sheet of 10 checks closed. */
export function runHours(fromS: number, hours: number): boolean {
  let isClosed = false;
  for (let hour = 1; hour <= hours; hour++) isClosed = closeIfDue(10, fromS + hour * HOUR_S) || isClosed;
  return isClosed;
}
