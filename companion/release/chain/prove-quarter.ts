import type { Highs } from 'highs';
import type { KioskModel } from '../audit/audit-figures';
import type { ChoiceModel } from '../audit/choice-model';
import { isContradiction } from '../audit/contradiction';
import { judgeRanges } from '../audit/judge-ranges';
import { openBounds, type Range } from '../audit/linear-bounds';
import { findValues } from './find-values';
import { joinModels } from './join-models';
import { BAND_WIDTH, chainRanges, type PublishedQuarter, spanRanges } from './published-quarter';
import { createStandIns, type StandIns } from './stand-ins';

/** `contradicted`: no counts at all lead to what is published when kiosks count so. */
export type Proof = 'proven' | 'contradicted' | 'unproven';

/** Told how much of a proof is done, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Totals in so many places of their bands are tried. */
const CENTRES_MOST = 24;
/** So many spans are left to the solver at most: it takes a tenth of a second each. */
const SOLVED_MOST = 5000;
/** How many spans are looked at for five values of one figure of the chain's. */
const CHAIN_TRIES = 40;
const NEAR = 0.8;
const RANKS = 3;
const EVERY = 200;

/**
 * Tries to prove that a quarter's total gives no held back count away, of a span or of the chain.
 *
 * Made-up spans that publish the same stand in for the real ones, so the proof knows nothing that is not published. From
 * there every held back count is brought to as many values as are asked for, by changing one span at a time; each time
 * all that is published stays as it is.
 *
 * @param guesses  how kiosks may count, the likeliest first: a span whose bands contradict one follows the next
 */
export function proveQuarter(
  highs: Highs,
  published: PublishedQuarter,
  guesses: readonly KioskModel[],
  leastPossibleValues: number,
  onProgress: OnProgress = () => undefined,
): Proof {
  const standIns = createStandIns(published);
  const modelBySpan: KioskModel[] = [];
  for (let span = 0; span < published.spans; span++) {
    const model = makeFirstFitting(highs, standIns, span, guesses);
    if (!model) return 'unproven';
    modelBySpan.push(model);
    if (span % EVERY === 0) onProgress((HALF * span) / published.spans);
  }
  const modelOf = (span: number): KioskModel => modelBySpan[span] as KioskModel;
  const models = countModels(published, modelOf);
  if (!standIns.balance(findMiddle(published)))
    return isChainContradicted(highs, published, models) ? 'contradicted' : 'unproven';

  const open = findOpen(standIns);
  const openOfChain = findOpenOfChain(standIns);
  const centres = createCentres(highs, published, models);
  let solved = 0;
  for (let round = 0; round < CENTRES_MOST && open.size + openOfChain.size > 0; round++) {
    // where the total has most room one looks longest
    const isThorough = round % THOROUGH_EVERY === 0;
    const centre = isThorough ? findMiddle(published) : centres.next(rankOpen(open, openOfChain), round);
    if (round > 0 && !standIns.balance(centre)) continue;
    let looked = 0;
    for (const [span, look] of open) {
      look.figures = findValues(standIns, span, look.figures, look.seen, leastPossibleValues, isThorough);
      const isSolved =
        isThorough &&
        round > 0 &&
        look.figures.length > 0 &&
        solved++ < SOLVED_MOST &&
        isSolvedSafe(
          highs,
          standIns,
          pickGroup(published.spans, span, round),
          look.figures,
          modelOf,
          leastPossibleValues,
        );
      if (look.figures.length === 0 || isSolved) open.delete(span);
      if (looked++ % EVERY === 0) onProgress(round === 0 ? HALF + (HALF * looked) / published.spans : 1);
    }
    for (const figure of openOfChain)
      if (!isChainOpen(standIns, figure, leastPossibleValues)) openOfChain.delete(figure);
  }
  centres.dispose();
  return open.size === 0 && openOfChain.size === 0 ? 'proven' : 'unproven';
}

const HALF = 0.5;
/** In so many rounds one looks longer; from the second time on the rest is left to the solver. */
const THOROUGH_EVERY = 3;
const PARTNERS = 4;

/** Makes a span's stand-in after the first guess that its bands do not contradict; undefined where that is unknown. */
function makeFirstFitting(
  highs: Highs,
  standIns: StandIns,
  span: number,
  guesses: readonly KioskModel[],
): KioskModel | undefined {
  const ranges = spanRanges(standIns.published, span);
  for (const model of guesses) {
    if (isPlainlyContradicted(model, ranges)) continue;
    if (standIns.make(span, model.choices)) return model;
    if (!isContradiction(highs, model.counting, ranges)) return undefined;
  }
  return undefined;
}

/** Whether a span published a number for something that kiosks which count so never count. */
export function isPlainlyContradicted({ choices }: KioskModel, ranges: readonly Range[]): boolean {
  const counted = countedFigures(choices);
  return ranges.some(({ low }, figure) => low > 0 && !counted.has(figure));
}

const countedBy = new WeakMap<ChoiceModel, ReadonlySet<number>>();

function countedFigures(model: ChoiceModel): ReadonlySet<number> {
  const known = countedBy.get(model) ?? new Set(model.figures);
  countedBy.set(model, known);
  return known;
}

/** What is left to look for in one span. */
interface Look {
  figures: number[];
  readonly seen: Uint16Array;
}

/** Every held back figure of every span that kiosks count at all. */
function findOpen({ published, modelOf }: StandIns): Map<number, Look> {
  const { spans, figureCount, lows } = published;
  return new Map(
    Array.from({ length: spans }, (_, span) => {
      const figures = [...countedFigures(modelOf(span))].filter(
        (figure) => lows[span * figureCount + figure] === 0,
      );
      return [span, { figures, seen: new Uint16Array(figureCount) }];
    }),
  );
}

function findOpenOfChain({ published, modelOf }: StandIns): Set<number> {
  const counted = new Set<number>();
  for (let span = 0; span < published.spans; span++)
    for (const figure of modelOf(span).figures) counted.add(figure);
  return new Set([...counted].filter((figure) => published.chainLows[figure] === 0));
}

/** Whether no span is found that alone gives the chain's total so many values. */
function isChainOpen(standIns: StandIns, figure: number, leastPossibleValues: number): boolean {
  const { spans, figureCount } = standIns.published;
  for (let span = 0; span < Math.min(spans, CHAIN_TRIES); span++) {
    const seen = new Uint16Array(figureCount);
    if (findValues(standIns, span, [figure], seen, leastPossibleValues).length === 0) return false;
  }
  return true;
}

/** Asks the solver about figures of the first of some spans, while all others stay as they are. */
function isSolvedSafe(
  highs: Highs,
  { published, counts, total }: StandIns,
  group: readonly number[],
  figures: readonly number[],
  modelOf: (span: number) => KioskModel,
  leastPossibleValues: number,
): boolean {
  const { figureCount } = published;
  const room = chainRanges(published).map(({ low, high }, figure): Range => {
    const inGroup = group.reduce((sum, span) => sum + (counts[span * figureCount + figure] as number), 0);
    const others = (total[figure] as number) - inGroup;
    return { low: Math.max(0, low - others), high: high - others };
  });
  const ranges = [...group.flatMap((span) => spanRanges(published, span)), ...room];
  const joined = joinModels(
    group.map((span) => modelOf(span).counting),
    figureCount,
  );
  return judgeRanges(highs, joined, ranges, figures, leastPossibleValues) === 'safe';
}

/** A span alone at first; later with some others, other ones each time, that may make good what it changes. */
function pickGroup(spans: number, span: number, round: number): number[] {
  if (round <= THOROUGH_EVERY) return [span];
  const others = Array.from({ length: PARTNERS }, (_, index) => (span + round + index * round) % spans);
  return [...new Set([span, ...others])];
}

/** How many spans count in each way. */
function countModels(
  { spans }: PublishedQuarter,
  modelOf: (span: number) => KioskModel,
): ReadonlyMap<KioskModel, number[]> {
  const found = new Map<KioskModel, number[]>();
  for (let span = 0; span < spans; span++) {
    const model = modelOf(span);
    const those = found.get(model) ?? [];
    those.push(span);
    found.set(model, those);
  }
  return found;
}

/** Whether the chain's total contradicts the sums of its spans' bands, whatever the spans are: then no counts lead to it. */
function isChainContradicted(
  highs: Highs,
  published: PublishedQuarter,
  models: ReadonlyMap<KioskModel, readonly number[]>,
): boolean {
  const { figureCount, lows } = published;
  const sums = [...models.values()].flatMap((spans) =>
    Array.from({ length: figureCount }, (_, figure) => {
      const low = spans.reduce((sum, span) => sum + (lows[span * figureCount + figure] as number), 0);
      return { low, high: low + spans.length * (BAND_WIDTH - 1) };
    }),
  );
  const joined = joinModels(
    [...models.keys()].map(({ counting }) => counting),
    figureCount,
  );
  return isContradiction(highs, joined, [...sums, ...chainRanges(published)]);
}

const findMiddle = ({ chainLows, chainWidth }: PublishedQuarter): Float64Array =>
  Float64Array.from(chainLows, (low) => low + (chainWidth - 1) / 2);

/** The figures that are open, first those that are so in most spans. */
function rankOpen(open: ReadonlyMap<number, Look>, openOfChain: ReadonlySet<number>): number[] {
  const times = new Map<number, number>();
  for (const { figures } of open.values())
    for (const figure of figures) times.set(figure, 1 + (times.get(figure) ?? 0));
  for (const figure of openOfChain) times.set(figure, 1 + (times.get(figure) ?? 0));
  return [...times].sort(([, a], [, b]) => b - a).map(([figure]) => figure);
}

/** Places for the total to be in: near one where a figure is as large, or as small, as the chain's bands allow. */
function createCentres(
  highs: Highs,
  published: PublishedQuarter,
  models: ReadonlyMap<KioskModel, readonly number[]>,
) {
  const middle = findMiddle(published);
  const [most] = [...models].sort(([, a], [, b]) => b.length - a.length);
  const bounds = most && openBounds(highs, most[0].counting, chainRanges(published));
  return {
    next(figures: readonly number[], round: number): Float64Array {
      const figure = figures[Math.floor(round / 2) % Math.min(figures.length, RANKS)] ?? 0;
      const point = bounds?.findOptimum([figure], round % 2 === 0 ? 'largest' : 'least');
      if (point === undefined || typeof point === 'string') return middle;
      return middle.map((value, index) => NEAR * (point[index] as number) + (1 - NEAR) * value);
    },
    dispose: () => bounds?.dispose(),
  };
}
