import type { ChainSpan } from '../../companion/release/chain/close-quarter';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';

/** The quarter in which the spans below are released, and a day on which it has closed. */
export const QUARTER = '2026-Q1';
export const TODAY = '2026-05-01';
const VISITS = 110;

/** A released span of a simulated store with made-up visitors; every store and span draws its own. */
export function makeSpan(store: number, spanNo: number, changes: Partial<ChainSpan> = {}): ChainSpan {
  return {
    storeId: `store-${String(store).padStart(2, '0')}`,
    spanNo,
    publishedOn: '2026-02-02',
    arrivedDay: '2026-02-02',
    isSimulated: true,
    totals: drawVisits(seededRandom(100 * store + spanNo), VISITS),
    ...changes,
  };
}

/** Eleven stores with a span each, the first with two. */
export function makeChain(): ChainSpan[] {
  return [
    ...Array.from({ length: 11 }, (_, store) => makeSpan(store, 1)),
    makeSpan(0, 2, { publishedOn: '2026-03-02' }),
  ];
}
