import type { OpenStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { TALLY_COUNT } from '../../shared/tallies';
import { openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

/** A span of the first quarter of 2026 that came in time. */
export const FIRST = { publishedOn: '2026-02-02', arrivedDay: '2026-02-03' };

/** A span that so many stores released alike. */
export interface SpanOfStore {
  readonly stores: number;
  readonly spanNo?: number;
  readonly publishedOn: string;
  readonly arrivedDay: string;
  readonly checks?: number;
}

/** A chain's companion with released spans of so many stores, each of so many checks. */
export async function openChain(...spans: readonly SpanOfStore[]): Promise<OpenStore> {
  const store = await openTestStore(createFakeClock());
  for (const { stores, spanNo = 1, publishedOn, arrivedDay, checks = 107 } of spans) {
    for (let number = 0; number < stores; number++) {
      const storeId = `chain-${number}`;
      await saveStore(store, { storeId, name: storeId, isSimulated: true, region: null });
      const totals = new Array<number>(TALLY_COUNT).fill(0);
      totals[0] = checks;
      const row = { storeId, spanNo, firstDay: publishedOn, lastDay: publishedOn, publishedOn, arrivedDay };
      await store.db
        .insertInto('span')
        .values({ ...row, kiosks: 1, totals: JSON.stringify(totals) })
        .execute();
    }
  }
  return store;
}
