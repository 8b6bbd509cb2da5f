import type { ChoiceModel } from '../audit/choice-model';
import { BAND_WIDTH, type PublishedQuarter } from './published-quarter';
import { createSpanSearch, type SpanSearch } from './span-search';
import type { SpanState, Wishes } from './span-work';

/**
 * A made-up span for each span of a quarter, of whole checks, which publishes the same as that; together they publish
 * the same total. Nobody who sees only what is published can tell that they are not the real ones.
 */
export interface StandIns {
  readonly published: PublishedQuarter;
  /** by figure, of all stand-ins together */
  readonly total: Float64Array;
  /** span by span, by figure */
  readonly counts: Int32Array;
  timesOf(span: number): Uint16Array;
  modelOf(span: number): ChoiceModel;
  /** The state of a span's stand-in; changes to it are told by `retotal`. */
  stateOf(span: number): SpanState;
  searchOf(span: number): SpanSearch;
  /** Makes a new stand-in for a span, following a model. @returns whether it publishes the same as the span */
  make(span: number, model: ChoiceModel): boolean;
  /** Changes stand-ins until their total is published as the chain's is, near a centre. @returns whether that came about */
  balance(centre: Float64Array): boolean;
  /** Whether the total is published as the chain's is. */
  isTotalRight(): boolean;
  /** Takes a span up for changes that keep to its own bands and bring the total near a centre. */
  take(span: number, centre: Float64Array): SpanSearch;
  /** Adds a span's counts to the total, or takes them out of it. */
  addTotal(span: number, times: 1 | -1): void;
}

const WIDE = 1e9;
const SWEEPS_LEAST = 2;
const SWEEPS_MOST = 12;
/** How much of what stand-ins before lack is made up for by the next, and how much at most. */
const MAKE_UP = 0.3;
const MAKE_UP_MOST = 3;
/** How much a stand-in's own comfort counts beside the total's. */
const OWN = 0.3;

export function createStandIns(published: PublishedQuarter): StandIns {
  const { spans, figureCount, lows, chainLows, chainWidth } = published;
  const counts = new Int32Array(spans * figureCount);
  const total = new Float64Array(figureCount);
  const shares = shareSlack(published);
  const lacking = new Float64Array(figureCount);
  const searches = new Map<ChoiceModel, SpanSearch>();
  const times: Uint16Array[] = [];
  const searchBySpan: SpanSearch[] = [];
  const models: ChoiceModel[] = [];

  const stateOf = (span: number): SpanState => ({
    times: times[span] as Uint16Array,
    counts: counts.subarray(span * figureCount, (span + 1) * figureCount),
  });
  const lowOf = (span: number, figure: number): number => lows[span * figureCount + figure] as number;
  const aimOf = (span: number, figure: number): number =>
    lowOf(span, figure) + (BAND_WIDTH - 1) * (shares[figure] as number);

  function wish(
    { low, high, firmLow, firmHigh, target, weight }: Wishes,
    span: number,
    aim: (figure: number) => number,
  ): void {
    for (let figure = 0; figure < figureCount; figure++) {
      low[figure] = lowOf(span, figure);
      high[figure] = lowOf(span, figure) + BAND_WIDTH - 1;
      firmLow[figure] = -WIDE;
      firmHigh[figure] = WIDE;
      target[figure] = aim(figure);
      weight[figure] = 1;
    }
  }
  function addTotal(span: number, times: 1 | -1): void {
    for (let figure = 0; figure < figureCount; figure++)
      total[figure] = (total[figure] as number) + times * (counts[span * figureCount + figure] as number);
  }
  const isTotalRight = (): boolean =>
    total.every(
      (count, figure) =>
        count >= (chainLows[figure] as number) && count < (chainLows[figure] as number) + chainWidth,
    );

  function make(span: number, model: ChoiceModel): boolean {
    const search = searches.get(model) ?? createSpanSearch(model);
    searches.set(model, search);
    searchBySpan[span] = search;
    models[span] = model;
    times[span] = new Uint16Array(model.choiceCount);
    const state = stateOf(span);
    if (state.counts.some((count) => count > 0)) addTotal(span, -1);
    state.counts.fill(0);
    wish(
      search.wishes,
      span,
      (figure) =>
        aimOf(span, figure) +
        Math.max(-MAKE_UP_MOST, Math.min(MAKE_UP_MOST, MAKE_UP * (lacking[figure] as number))),
    );
    search.open(state);
    for (let sweep = 0; sweep < SWEEPS_MOST; sweep++) {
      const isChanged = search.sweep();
      if (!isChanged || (sweep >= SWEEPS_LEAST && search.distance() === 0)) break;
    }
    for (let figure = 0; figure < figureCount; figure++)
      lacking[figure] = (lacking[figure] as number) + aimOf(span, figure) - (state.counts[figure] as number);
    addTotal(span, 1);
    return search.distance() === 0;
  }

  function take(span: number, centre: Float64Array): SpanSearch {
    const search = searchBySpan[span] as SpanSearch;
    const state = stateOf(span);
    const { firmLow, firmHigh, target, weight } = search.wishes;
    wish(search.wishes, span, (figure) => aimOf(span, figure));
    addTotal(span, -1);
    for (let figure = 0; figure < figureCount; figure++) {
      const others = total[figure] as number;
      firmLow[figure] = (chainLows[figure] as number) - others;
      firmHigh[figure] = (firmLow[figure] as number) + chainWidth - 1;
      const wanted = (centre[figure] as number) - others;
      weight[figure] = 1 + OWN;
      target[figure] = (wanted + OWN * (target[figure] as number)) / (1 + OWN);
    }
    addTotal(span, 1);
    search.open(state);
    return search;
  }
  function nudge(span: number, centre: Float64Array): boolean {
    const search = take(span, centre);
    addTotal(span, -1);
    const isChanged = search.sweep();
    addTotal(span, 1);
    return isChanged;
  }

  return {
    published,
    total,
    counts,
    timesOf: (span) => times[span] as Uint16Array,
    modelOf: (span) => models[span] as ChoiceModel,
    stateOf,
    searchOf: (span) => searchBySpan[span] as SpanSearch,
    make,
    take,
    addTotal,
    isTotalRight,
    balance(centre) {
      const off = (): number =>
        total.reduce((sum, count, figure) => sum + Math.abs(count - (centre[figure] as number)), 0);
      const chunk = Math.min(spans, CHUNK);
      let span = 0;
      let before = Number.POSITIVE_INFINITY;
      for (let round = 0; round * chunk < ROUNDS_MOST * Math.max(spans, CHUNK); round++) {
        let isChanged = false;
        for (let visit = 0; visit < chunk; visit++) {
          span = (span + strideOf(spans)) % spans;
          if (nudge(span, centre)) isChanged = true;
        }
        const now = off();
        if (isTotalRight() && now > before * WORTHWHILE) return true;
        if (!isChanged && chunk === spans) break;
        before = now;
      }
      return isTotalRight();
    },
  };
}

const CHUNK = 100;
const ROUNDS_MOST = 6;
const WORTHWHILE = 0.98;

/** A step that comes by every span before it comes by one again, and by neighbours late: a store's spans are neighbours. */
function strideOf(spans: number): number {
  const share = (a: number, b: number): number => (b === 0 ? a : share(b, a % b));
  let stride = Math.max(1, Math.round(spans * 0.618));
  while (share(spans, stride) !== 1) stride++;
  return stride;
}

/** How far up in their bands the counts of a figure are on the average, as the chain's total says. */
function shareSlack({ spans, figureCount, lows, chainLows, chainWidth }: PublishedQuarter): Float64Array {
  return Float64Array.from({ length: figureCount }, (_, figure) => {
    let sum = 0;
    for (let span = 0; span < spans; span++) sum += lows[span * figureCount + figure] as number;
    const above = (chainLows[figure] as number) + (chainWidth - 1) / 2 - sum;
    return Math.min(1, Math.max(0, above / (spans * (BAND_WIDTH - 1))));
  });
}
