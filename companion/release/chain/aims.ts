import { BAND_WIDTH, type PublishedQuarter } from './published-quarter';

/** Where in its band a made-up count shall be. */
export type Aim = (figure: number) => number;

/** A step that comes by every span before it comes by one again, and by neighbours late: a store's spans are neighbours. */
export function strideOf(spans: number): number {
  const share = (a: number, b: number): number => (b === 0 ? a : share(b, a % b));
  let stride = Math.max(1, Math.round(spans * 0.618));
  while (share(spans, stride) !== 1) stride++;
  return stride;
}

/** How far up in their bands the counts of a figure are on the average, as the chain's total says. */
export function shareSlack({
  spans,
  figureCount,
  lows,
  chainLows,
  chainWidth,
}: PublishedQuarter): Float64Array {
  return Float64Array.from({ length: figureCount }, (_, figure) => {
    let sum = 0;
    for (let span = 0; span < spans; span++) sum += lows[span * figureCount + figure] as number;
    const above = (chainLows[figure] as number) + (chainWidth - 1) / 2 - sum;
    return Math.min(1, Math.max(0, above / (spans * (BAND_WIDTH - 1))));
  });
}
