import type { Highs } from 'highs';
import type { KioskModel } from '../audit/audit-figures';
import type { ChoiceModel } from '../audit/choice-model';
import { isContradiction } from '../audit/contradiction';
import type { CountingModel } from '../audit/counting-model';
import type { Range } from '../audit/linear-bounds';
import { findCentre } from './find-centre';
import { joinModels } from './join-models';
import { BAND_WIDTH, chainRanges, type PublishedQuarter, spanRanges } from './published-quarter';
import type { StandIns } from './stand-ins';

/** How each span's kiosks may have counted. */
export type ModelBySpan = readonly KioskModel[];

/**
 * Makes a stand-in of every span, after the first guess that its bands do not contradict.
 *
 * @returns undefined where none is found for one of them
 */
export function makeStandIns(
  highs: Highs,
  standIns: StandIns,
  guesses: readonly KioskModel[],
  onSpan: (span: number) => void,
): ModelBySpan | undefined {
  const models: KioskModel[] = [];
  for (let span = 0; span < standIns.published.spans; span++) {
    const model = makeFirstFitting(highs, standIns, span, guesses);
    if (!model) return undefined;
    models.push(model);
    onSpan(span);
  }
  return models;
}

const DISTANCES = [2, 1, 4, 0.5];

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
    if (isContradiction(highs, model.counting, ranges)) continue;
    // one span in some thousands is missed by a few; from what the solver says is possible the search finds it
    for (const distance of DISTANCES) {
      const aims = findCentre(highs, model.counting, ranges, distance);
      if (aims && standIns.make(span, model.choices, (figure) => aims[figure] as number)) return model;
    }
    return undefined;
  }
  return undefined;
}

/** Whether a span published a number for something that kiosks which count so never count. */
export function isPlainlyContradicted({ choices }: KioskModel, ranges: readonly Range[]): boolean {
  const counted = countedFigures(choices);
  return ranges.some(({ low }, figure) => low > 0 && !counted.has(figure));
}

const countedBy = new WeakMap<ChoiceModel, ReadonlySet<number>>();

/** The figures that kiosks count at all. */
export function countedFigures(model: ChoiceModel): ReadonlySet<number> {
  const known = countedBy.get(model) ?? new Set(model.figures);
  countedBy.set(model, known);
  return known;
}

/**
 * How the chain's total comes about, for the solver: the sums of the spans that count alike, side by side, then the total.
 * Whatever the spans are, it is within these ranges.
 */
export function modelTotal(
  published: PublishedQuarter,
  models: ModelBySpan,
): { readonly model: CountingModel; readonly ranges: readonly Range[] } {
  const { figureCount, lows } = published;
  const kinds = [...new Set(models)];
  const sums = kinds.flatMap((kind) => {
    const spans = [...models.keys()].filter((span) => models[span] === kind);
    return Array.from({ length: figureCount }, (_, figure) => {
      const low = spans.reduce((sum, span) => sum + (lows[span * figureCount + figure] as number), 0);
      return { low, high: low + spans.length * (BAND_WIDTH - 1) };
    });
  });
  const model = joinModels(
    kinds.map(({ counting }) => counting),
    figureCount,
  );
  return { model, ranges: [...sums, ...chainRanges(published)] };
}
