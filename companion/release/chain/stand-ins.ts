import type { ChoiceModel } from '../audit/choice-model';
import { type Aim, shareSlack, strideOf } from './aims';
import { BAND_WIDTH, type PublishedQuarter } from './published-quarter';
import { createSpanSearch, type SpanSearch } from './span-search';
import type { SpanState } from './span-work';

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
  /** A step from span to span that comes by all of them, and by neighbours late. */
  readonly order: number;
  modelOf(span: number): ChoiceModel;
  /** The state of a span's stand-in; whoever changes it for good tells by `addTotal`. */
  stateOf(span: number): SpanState;
  searchOf(span: number): SpanSearch;
  /** Makes a stand-in for a span, following a model, near an aim. @returns whether it publishes the same as the span */
  make(span: number, model: ChoiceModel, aim?: Aim): boolean;
  /** Makes another in its place, near an aim; where none is found the old one stays. */
  remake(span: number, aim: Aim): void;
  /** Wishes for nothing but a span's own bands, and to be near an aim; without, where the chain's total says. */
  wish(span: number, aim?: Aim): void;
  /** Whether the total is published as the chain's is. */
  isTotalRight(): boolean;
  /** Adds a span's counts to the total, or takes them out of it. */
  addTotal(span: number, times: 1 | -1): void;
}

const WIDE = 1e9;
const SWEEPS_LEAST = 2;
const SWEEPS_MOST = 24;
/** How much of what stand-ins before lack is made up for by the next, and how much at most. */
const MAKE_UP = 0.3;
const MAKE_UP_MOST = 3;

export function createStandIns(published: PublishedQuarter): StandIns {
  const { spans, figureCount, lows, chainLows, chainWidth } = published;
  const counts = new Int32Array(spans * figureCount);
  const total = new Float64Array(figureCount);
  const shares = shareSlack(published);
  const lacking = new Float64Array(figureCount);
  const searches = new Map<ChoiceModel, SpanSearch>();
  const times: Uint16Array[] = [];
  const models: ChoiceModel[] = [];

  const modelOf = (span: number): ChoiceModel => models[span] as ChoiceModel;
  const searchOf = (span: number): SpanSearch => searches.get(modelOf(span)) as SpanSearch;
  const stateOf = (span: number): SpanState => ({
    times: times[span] as Uint16Array,
    counts: counts.subarray(span * figureCount, (span + 1) * figureCount),
  });
  const lowIn =
    (span: number): Aim =>
    (figure) =>
      lows[span * figureCount + figure] as number;
  const aimIn =
    (span: number): Aim =>
    (figure) =>
      lowIn(span)(figure) + (BAND_WIDTH - 1) * (shares[figure] as number);

  function wish(span: number, aim = aimIn(span)): void {
    const { low, high, firmLow, firmHigh, target, weight } = searchOf(span).wishes;
    for (let figure = 0; figure < figureCount; figure++) {
      low[figure] = lowIn(span)(figure);
      high[figure] = lowIn(span)(figure) + BAND_WIDTH - 1;
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
  /** Makes every choice of a span anew. @returns whether that brought it within its bands */
  function fill(span: number, aim: Aim): boolean {
    const search = searchOf(span);
    const state = stateOf(span);
    state.times.fill(0);
    state.counts.fill(0);
    wish(span, aim);
    search.open(state);
    for (let sweep = 0; sweep < SWEEPS_MOST; sweep++) {
      const isChanged = search.sweep();
      const isWithin = search.distance() === 0;
      if (isWithin && (!isChanged || sweep >= SWEEPS_LEAST)) return true;
      if (!isChanged) search.insist();
    }
    return search.distance() === 0;
  }

  return {
    published,
    total,
    counts,
    order: strideOf(spans),
    modelOf,
    stateOf,
    searchOf,
    wish,
    addTotal,
    make(span, model, aim) {
      if (!searches.has(model)) searches.set(model, createSpanSearch(model));
      models[span] = model;
      times[span] = new Uint16Array(model.choiceCount);
      const usual = aimIn(span);
      const makeUp = (figure: number): number =>
        Math.max(-MAKE_UP_MOST, Math.min(MAKE_UP_MOST, MAKE_UP * (lacking[figure] as number)));
      if (!fill(span, aim ?? ((figure) => usual(figure) + makeUp(figure)))) return false;
      for (const [figure, count] of stateOf(span).counts.entries())
        lacking[figure] = (lacking[figure] as number) + usual(figure) - count;
      addTotal(span, 1);
      return true;
    },
    remake(span, aim) {
      const state = stateOf(span);
      const before = { times: state.times.slice(), counts: state.counts.slice() };
      addTotal(span, -1);
      if (!fill(span, aim)) {
        state.times.set(before.times);
        state.counts.set(before.counts);
      }
      addTotal(span, 1);
    },
    isTotalRight: () =>
      total.every(
        (count, figure) =>
          count >= (chainLows[figure] as number) && count < (chainLows[figure] as number) + chainWidth,
      ),
  };
}
