import type { Highs } from 'highs';
import type { Band } from '../release-record';
import { type CheckClasses, classifyChecks } from './check-classes';
import { type ChoiceModel, modelChoices } from './choice-model';
import { isContradiction } from './contradiction';
import { type CountingModel, modelKiosk } from './counting-model';
import { type Judgement, judgeRanges } from './judge-ranges';
import type { Range } from './linear-bounds';

/** What would be published of a span: a band for each figure of the counting model. */
export type PublishedFigures = readonly Band[];

/** Whether a span may be published; if not, why not. */
export type Verdict = 'safe' | Exclude<Judgement, 'safe'>;

/** A held back count must still be able to be so many of the values 0 to 9. */
export const LEAST_POSSIBLE_VALUES = 5;

const BAND_WIDTH = 10;

/**
 * Audits what would be published: whoever knows how kiosks count, which settings they have and every published
 * figure must not be able to narrow a held back count down to fewer than five values.
 *
 * Nobody needs to guess that power cuts lost nothing, but most of the time it is so: the guess is granted whenever
 * it fits the figures, and so is any guess of the settings. A guess is set aside only when the figures are proven to
 * contradict it: whoever makes it then learns that it is wrong, and nothing else. Only when no such guess fits is the
 * audit done without. Any other answer of the solver means no.
 *
 * @param leastPossibleValues LEAST_POSSIBLE_VALUES; tests weaken the audit here
 */
export function auditFigures(
  highs: Highs,
  figures: PublishedFigures,
  leastPossibleValues: number = LEAST_POSSIBLE_VALUES,
): Verdict {
  const ranges = figures.map(toRange);
  const heldBack = figures.flatMap((band, figure) => (band === null ? [figure] : []));
  const judge = ({ counting: model }: KioskModel): Judgement => {
    const judgement = judgeRanges(highs, model, ranges, heldBack, leastPossibleValues);
    const isDoubtful = judgement === 'impossible' && !isContradiction(highs, model, ranges);
    return isDoubtful ? 'unsolved' : judgement;
  };
  const { unbroken, anything } = knownModels();
  const fitting = unbroken.map(judge).filter((judgement) => judgement !== 'impossible');
  if (fitting.length === 0) return judge(anything);
  return fitting.find((judgement) => judgement !== 'safe') ?? 'safe';
}

/** A band as its reader understands it. */
export function toRange(band: Band): Range {
  return { low: band ?? 0, high: (band ?? 0) + BAND_WIDTH - 1 };
}

/** How kiosks may count, for the solver and for a search. */
export interface KioskModel {
  readonly counting: CountingModel;
  readonly choices: ChoiceModel;
}

interface KnownModels {
  /** one for each setting of the kiosks' rules */
  readonly unbroken: readonly KioskModel[];
  /** all settings at once, and losses */
  readonly anything: KioskModel;
}

let models: KnownModels | undefined;

/** How kiosks may count. */
export function knownModels(): KnownModels {
  if (models) return models;
  const classes = [false, true].flatMap((isInstabilityUrgent) =>
    [false, true].map((isSignposting) => classifyChecks({ isInstabilityUrgent, isSignposting })),
  );
  models = {
    unbroken: classes.map((one) => makeModel(one, true)),
    anything: makeModel(mergeClasses(classes), false),
  };
  return models;
}

const makeModel = (classes: CheckClasses, isUnbroken: boolean): KioskModel => ({
  counting: modelKiosk(classes, isUnbroken),
  choices: modelChoices(classes, isUnbroken),
});

function mergeClasses(all: readonly CheckClasses[]): CheckClasses {
  const merge = (pick: (classes: CheckClasses) => CheckClasses['ending']) => [
    ...new Map(all.flatMap(pick).map((one) => [JSON.stringify(one), one])).values(),
  ];
  return {
    ending: merge(({ ending }) => ending),
    goingOn: merge(({ goingOn }) => goingOn),
    shoes: all[0]?.shoes ?? [],
  };
}
