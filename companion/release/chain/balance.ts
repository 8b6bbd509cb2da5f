import type { StandIns } from './stand-ins';

const CHUNK = 100;
const ROUNDS_MOST = 6;
const WORTHWHILE = 0.98;
/** How much a stand-in's own comfort counts beside the total's. */
const OWN = 0.3;

/**
 * Changes stand-ins, one after another, until their total is published as the chain's is, near a point as far as that is
 * easy.
 *
 * @returns whether that came about
 */
export function balance(standIns: StandIns, centre: Float64Array): boolean {
  const { published, total, order, isTotalRight } = standIns;
  const { spans } = published;
  const findOff = (): number =>
    total.reduce((sum, count, figure) => sum + Math.abs(count - (centre[figure] as number)), 0);
  const chunk = Math.min(spans, CHUNK);
  let span = 0;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round * chunk < ROUNDS_MOST * Math.max(spans, CHUNK); round++) {
    let isChanged = false;
    for (let visit = 0; visit < chunk; visit++) {
      span = (span + order) % spans;
      if (nudge(standIns, span, centre)) isChanged = true;
    }
    const off = findOff();
    if (isTotalRight() && off > before * WORTHWHILE) return true;
    if (!isChanged && chunk === spans) break;
    before = off;
  }
  return isTotalRight();
}

function nudge(
  { published, total, wish, searchOf, stateOf, addTotal }: StandIns,
  span: number,
  centre: Float64Array,
): boolean {
  const { chainLows, chainWidth } = published;
  const search = searchOf(span);
  const { firmLow, firmHigh, target, weight } = search.wishes;
  wish(span);
  addTotal(span, -1);
  for (const [figure, others] of total.entries()) {
    firmLow[figure] = (chainLows[figure] as number) - others;
    firmHigh[figure] = (firmLow[figure] as number) + chainWidth - 1;
    const wanted = (centre[figure] as number) - others;
    weight[figure] = 1 + OWN;
    target[figure] = (wanted + OWN * (target[figure] as number)) / (1 + OWN);
  }
  search.open(stateOf(span));
  const isChanged = search.sweep();
  addTotal(span, 1);
  return isChanged;
}
