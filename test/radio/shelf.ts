import type { SheetArrival, SheetGap, SyncStore, VitalsArrival } from '../../companion/sync/store-port';

/** A store in memory that keeps what it was given, of any number of kiosks. */
export class Shelf implements SyncStore {
  readonly sheets = new Map<string, SheetArrival>();
  readonly gaps: SheetGap[] = [];
  readonly vitals: VitalsArrival[] = [];
  /** second arrivals with other contents, and sheets that no kiosk can have counted */
  conflicts = 0;

  async nextSheetNeeded(kioskId: string, epoch: string): Promise<number> {
    let next = 1;
    while (this.sheets.has(`${kioskId} ${epoch} ${next}`)) next++;
    return next;
  }

  async takeSheet(sheet: SheetArrival) {
    const name = `${sheet.kioskId} ${sheet.epoch} ${sheet.sheetNo}`;
    const known = this.sheets.get(name);
    if (!known) {
      this.sheets.set(name, sheet);
      return 'taken' as const;
    }
    if (known.hash === sheet.hash) return 'known' as const;
    this.conflicts++;
    return 'conflict' as const;
  }

  async quarantineSheet(): Promise<void> {
    this.conflicts++;
  }

  async recordGap(gap: SheetGap): Promise<void> {
    this.gaps.push(gap);
  }

  async recordVitals(arrival: VitalsArrival): Promise<void> {
    this.vitals.push(arrival);
  }

  /** The sum of a kiosk's sheets by counter. */
  totals(kioskId: string): number[] {
    const totals: number[] = [];
    for (const sheet of this.sheets.values()) {
      if (sheet.kioskId !== kioskId) continue;
      for (const [counter, count] of sheet.counts.entries()) totals[counter] = (totals[counter] ?? 0) + count;
    }
    return totals;
  }
}
