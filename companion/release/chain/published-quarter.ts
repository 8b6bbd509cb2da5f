import { FIGURE_COUNT } from '../audit/counting-model';
import type { Range } from '../audit/linear-bounds';
import type { Band } from '../release-record';
import { countFinished, countStarted } from '../totals';
import type { ClosedQuarter } from './close-quarter';

/** How many whole numbers of a store's count are published as one. */
export const BAND_WIDTH = 10;

/** All that is known of a quarter once its total is published, and nothing else: what the audit sees. */
export interface PublishedQuarter {
  readonly spans: number;
  readonly figureCount: number;
  /** the lower ends of what each span published, span by span; 0 where it is held back */
  readonly lows: Int32Array;
  /** the same of the chain's total */
  readonly chainLows: Int32Array;
  /** how many whole numbers of the chain's total are published as one */
  readonly chainWidth: number;
}

const lowEnd = (count: number): number => count - (count % BAND_WIDTH);

/** What would be published of a quarter that closed, with what its stores published already. */
export function publishQuarter({ record, spans }: ClosedQuarter): PublishedQuarter {
  const lows = new Int32Array(spans.length * FIGURE_COUNT);
  for (const [span, { totals }] of spans.entries()) {
    const figures = [...totals, countFinished(totals), countStarted(totals)];
    lows.set(figures.map(lowEnd), span * FIGURE_COUNT);
  }
  const chain: readonly Band[] = [...record.bands, record.finished, record.started];
  return {
    spans: spans.length,
    figureCount: FIGURE_COUNT,
    lows,
    chainLows: Int32Array.from(chain, (band) => band ?? 0),
    chainWidth: record.bandWidth,
  };
}

/** What a span's bands say, by figure. */
export const spanRanges = ({ lows, figureCount }: PublishedQuarter, span: number): Range[] =>
  Array.from(lows.subarray(span * figureCount, (span + 1) * figureCount), (low) => ({
    low,
    high: low + BAND_WIDTH - 1,
  }));

/** What the chain's total says, by figure. */
export const chainRanges = ({ chainLows, chainWidth }: PublishedQuarter): Range[] =>
  Array.from(chainLows, (low) => ({ low, high: low + chainWidth - 1 }));
