import { closeQuarter } from '../../companion/release/chain/close-quarter';
import { type PublishedQuarter, publishQuarter } from '../../companion/release/chain/published-quarter';
import { countFinished } from '../../companion/release/totals';
import { drawVisit } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { TALLY_COUNT } from '../../shared/tallies';

const QUARTER = '2026-Q1';
const MONDAY = '2026-02-02';
const CLOSED = '2026-05-01';
const SHOPPERS = 40_000;
const WEEKS = 13;
const SPAN_LEAST = 100;
const ONE_IN = 3;

/**
 * What a made-up chain would publish of a quarter. A third of its stores release every week, spans of 100 to 350 checks;
 * the others one to four times, little more than 100.
 */
export function drawQuarter(stores: number, seed: number): PublishedQuarter {
  const random = seededRandom(seed);
  const shoppers = Array.from({ length: SHOPPERS }, () => drawVisit(random));
  function drawTotals(visits: number): number[] {
    const totals = new Array<number>(TALLY_COUNT).fill(0);
    for (let visit = 0; visit < visits || countFinished(totals) < SPAN_LEAST; visit++)
      for (const counter of shoppers[random.draw(SHOPPERS)] ?? [])
        totals[counter] = (totals[counter] ?? 0) + 1;
    return totals;
  }
  const spans = Array.from({ length: stores }, (_, store) => {
    const isBusy = random.draw(ONE_IN) === 0;
    const visits = SPAN_LEAST + (isBusy ? random.draw(240) : random.draw(25));
    return Array.from({ length: isBusy ? WEEKS : 1 + random.draw(4) }, (_, index) => ({
      storeId: `store-${String(store).padStart(5, '0')}`,
      spanNo: index + 1,
      publishedOn: MONDAY,
      arrivedDay: MONDAY,
      isSimulated: true,
      totals: drawTotals(visits + random.draw(20)),
    }));
  }).flat();
  const closed = closeQuarter(QUARTER, spans, true, CLOSED);
  if (!closed) throw new Error('A chain needs ten stores.');
  return publishQuarter(closed);
}
