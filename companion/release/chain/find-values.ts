import { makeUpFor } from './partners';
import { BAND_WIDTH } from './published-quarter';
import type { StandIns } from './stand-ins';

/** How a figure is looked for: one change at a time, or as many as it takes, which takes ten times as long. */
export type Way = 'step' | 'push';

/**
 * Looks what else a span's stand-in may count. Every value that is noted is one of whole checks, in a quarter that
 * publishes exactly the same: the chain's bands have room for it, or stand-ins of other spans make up for it.
 *
 * @param open  the figures to look at
 * @param seen  values seen so far, by figure: bit 0 for the lower end of the span's band, bit 9 for its upper; is added to
 * @param onWorld  told of each such quarter what differs in its total, by figure
 * @returns the figures that have too few values still
 */
export function findValues(
  standIns: StandIns,
  span: number,
  open: readonly number[],
  seen: Uint16Array,
  leastPossibleValues: number,
  way: Way,
  onWorld: (change: ReadonlyMap<number, number>) => void = () => undefined,
): number[] {
  const { published, stateOf, searchOf, total } = standIns;
  const { figureCount, lows, chainLows, chainWidth } = published;
  const state = stateOf(span);
  const before = { times: state.times.slice(), counts: state.counts.slice() };
  const search = searchOf(span);
  const { wishes } = search;
  for (let figure = 0; figure < figureCount; figure++) {
    const own = lows[span * figureCount + figure] as number;
    const others = (total[figure] as number) - (before.counts[figure] as number);
    const chain = (chainLows[figure] as number) - others;
    wishes.firmLow[figure] = Math.max(own, chain);
    wishes.firmHigh[figure] = Math.min(own + BAND_WIDTH, chain + chainWidth) - 1;
    wishes.low[figure] = own;
    wishes.high[figure] = own + BAND_WIDTH - 1;
  }
  wishes.target.set(before.counts);
  wishes.weight.fill(1);

  const note = (figure: number): void => {
    const above = (state.counts[figure] as number) - (lows[span * figureCount + figure] as number);
    const bit = 1 << above;
    if (((seen[figure] as number) & bit) !== 0) return;
    const made = makeUpFor(standIns, span, search.moves);
    if (!made) return;
    seen[figure] = (seen[figure] as number) | bit;
    onWorld(made.change);
  };
  const isOpen = (figure: number): boolean => countBits(seen[figure] as number) < leastPossibleValues;
  for (const by of [1, -1] as const) {
    for (const figure of open) {
      if (!isOpen(figure)) continue;
      search.open(state);
      note(figure);
      while (isOpen(figure) && search[way](figure, by)) note(figure);
      state.times.set(before.times);
      state.counts.set(before.counts);
    }
  }
  return open.filter(isOpen);
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left >>= 1) count += left & 1;
  return count;
}
