import { BAND_WIDTH } from './published-quarter';
import type { StandIns } from './stand-ins';

/** Where each figure of one span may move while all other stand-ins stay as they are. */
interface Room {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The room that a span's own bands and the chain's leave. Whatever kiosks can count within it is published the same. */
function findRoom({ published, counts, total }: StandIns, span: number): Room {
  const { figureCount, lows, chainLows, chainWidth } = published;
  const low = new Int32Array(figureCount);
  const high = new Int32Array(figureCount);
  for (let figure = 0; figure < figureCount; figure++) {
    const others = (total[figure] as number) - (counts[span * figureCount + figure] as number);
    const own = lows[span * figureCount + figure] as number;
    const chain = (chainLows[figure] as number) - others;
    low[figure] = Math.max(own, chain);
    high[figure] = Math.min(own + BAND_WIDTH, chain + chainWidth) - 1;
  }
  return { low, high };
}

/**
 * Looks what else a span's stand-in may count when all others stay as they are. Every value that is noted is one of
 * whole checks, in a quarter that publishes exactly the same.
 *
 * @param open  the figures to look at
 * @param isThorough  whether to try what takes ten times as long and finds more
 * @param seen  values seen so far, by figure: bit 0 for the lower end of the span's band, bit 9 for its upper; is added to
 * @returns the figures that have too few values still
 */
export function findValues(
  standIns: StandIns,
  span: number,
  open: readonly number[],
  seen: Uint16Array,
  leastPossibleValues: number,
  isThorough = true,
): number[] {
  const { published, stateOf, searchOf } = standIns;
  const { figureCount, lows } = published;
  const state = stateOf(span);
  const before = { times: state.times.slice(), counts: state.counts.slice() };
  const search = searchOf(span);
  const { low, high } = findRoom(standIns, span);
  const { wishes } = search;
  wishes.low.set(low);
  wishes.high.set(high);
  wishes.firmLow.set(low);
  wishes.firmHigh.set(high);
  wishes.target.set(before.counts);
  wishes.weight.fill(1);
  const note = (figure: number): void => {
    const above = (state.counts[figure] as number) - (lows[span * figureCount + figure] as number);
    seen[figure] = (seen[figure] as number) | (1 << above);
  };
  const isOpen = (figure: number): boolean => countBits(seen[figure] as number) < leastPossibleValues;
  for (const way of isThorough ? (['step', 'push'] as const) : (['step'] as const)) {
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
  }
  return open.filter(isOpen);
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left >>= 1) count += left & 1;
  return count;
}
