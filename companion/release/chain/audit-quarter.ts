import type { Highs } from 'highs';
import { knownModels, LEAST_POSSIBLE_VALUES, toRange, type Verdict } from '../audit/audit-figures';
import { isContradiction } from '../audit/contradiction';
import { type CountingModel, FIGURE_COUNT } from '../audit/counting-model';
import { judgeRanges } from '../audit/judge-ranges';
import type { Range } from '../audit/linear-bounds';
import { publishedBand } from '../band';
import type { Band } from '../release-record';
import { countFinished, countStarted } from '../totals';
import type { ClosedQuarter } from './close-quarter';

/** Spans that are looked at together; all others are granted to the attacker exactly. */
const GROUP_LEAST = 10;

/** Some spans of a quarter with what is known of them, for an audit of their own. */
export interface QuarterGroup {
  /** what each span published, in the order of the audit's figures */
  readonly spans: readonly (readonly Band[])[];
  /** what the chain's total leaves to these spans when all others are known exactly */
  readonly total: readonly Range[];
  /** what the chain publishes */
  readonly chain: readonly Band[];
}

/**
 * Audits what the total of a chain would add to the releases of its stores: whoever knows how kiosks count and every
 * published figure must not be able to narrow a held back count, of a store or of the chain, down to fewer than five
 * values.
 *
 * All spans at once are too many for the solver, so they are taken in groups of ten to nineteen. Within a group the
 * attacker is granted every other span exactly: more than anybody knows, so what is safe here is safe.
 *
 * @param auditOne judges one group, with `auditGroup`; whatever it throws ends the audit
 */
export async function auditQuarter(
  closed: ClosedQuarter,
  auditOne: (group: QuarterGroup) => Verdict | Promise<Verdict>,
): Promise<Verdict> {
  for (const group of splitQuarter(closed)) {
    const verdict = await auditOne(group);
    if (verdict !== 'safe') return verdict;
  }
  return 'safe';
}

function splitQuarter({ record, spans }: ClosedQuarter): QuarterGroup[] {
  const exact = spans.map(({ totals }) => [...totals, countFinished(totals), countStarted(totals)]);
  const chain = [...record.bands, record.finished, record.started];
  const all = sumUp(exact);
  return takeGroups(exact).map((group) => {
    const inGroup = sumUp(group);
    const total = chain.map((band, figure): Range => {
      const shift = (all[figure] ?? 0) - (inGroup[figure] ?? 0);
      const { low, high } = toRange(band);
      return { low: Math.max(0, low - shift), high: high - shift };
    });
    return { spans: group.map((figures) => figures.map(publishedBand)), total, chain };
  });
}

/**
 * Audits one group of a quarter.
 *
 * @param leastPossibleValues LEAST_POSSIBLE_VALUES; tests weaken the audit here
 */
export function auditGroup(
  highs: Highs,
  { spans, total, chain }: QuarterGroup,
  leastPossibleValues: number = LEAST_POSSIBLE_VALUES,
): Verdict {
  const ranges = [...spans.flatMap((one) => one.map(toRange)), ...total];
  const heldBack = [...spans.flat(), ...chain].flatMap((band, figure) => (band === null ? [figure] : []));
  const judge = (model: CountingModel): Verdict | 'contradicted' => {
    const judgement = judgeRanges(highs, model, ranges, heldBack, leastPossibleValues);
    if (judgement !== 'impossible') return judgement;
    return isContradiction(highs, model, ranges) ? 'contradicted' : 'unsolved';
  };
  return judgeGuesses(
    highs,
    spans.map((one) => one.map(toRange)),
    judge,
  );
}

function sumUp(spans: readonly (readonly number[])[]): number[] {
  return Array.from({ length: FIGURE_COUNT }, (_, figure) =>
    spans.reduce((sum, figures) => sum + (figures[figure] ?? 0), 0),
  );
}

/** Deals the spans, which come by store, out to as many groups as possible, so that each holds many stores. */
function takeGroups<T>(spans: readonly T[]): T[][] {
  const count = Math.max(1, Math.floor(spans.length / GROUP_LEAST));
  return Array.from({ length: count }, (_, group) => spans.filter((_span, index) => index % count === group));
}

/**
 * Judges one model of the group for each guess of the kiosks' settings. Where a guess contradicts a span, that span has
 * one that fits it; a guess that the total contradicts is set aside; without any left, nothing is guessed.
 */
function judgeGuesses(
  highs: Highs,
  spans: readonly (readonly Range[])[],
  judge: (model: CountingModel) => Verdict | 'contradicted',
): Verdict {
  const { unbroken, anything } = knownModels();
  const fitting = spans.map((ranges) => unbroken.map((model) => !isContradiction(highs, model, ranges)));
  const guesses = new Map(
    [...unbroken.keys()].map((guess) => {
      const chosen = fitting.map((fits) => (fits[guess] ? guess : fits.indexOf(true)));
      return [chosen.join(), chosen.map((index) => unbroken[index] ?? anything)];
    }),
  );
  let isAnyLeft = false;
  for (const blocks of guesses.values()) {
    const verdict = judge(joinModels(blocks));
    if (verdict === 'contradicted') continue;
    if (verdict !== 'safe') return verdict;
    isAnyLeft = true;
  }
  if (isAnyLeft) return 'safe';
  const verdict = judge(joinModels(spans.map(() => anything)));
  return verdict === 'contradicted' ? 'impossible' : verdict;
}

/** Spans side by side, and after them the sums of their figures. */
function joinModels(blocks: readonly CountingModel[]): CountingModel {
  let before = 0;
  const kinds: number[][] = [];
  const equations: [number[], number[]][] = [];
  for (const [block, model] of blocks.entries()) {
    const first = before;
    const move = (kind: number): number => kind + first;
    for (const figures of model.kinds) {
      kinds.push(
        figures.flatMap((figure) => [block * FIGURE_COUNT + figure, blocks.length * FIGURE_COUNT + figure]),
      );
    }
    for (const [left, right] of model.equations) equations.push([left.map(move), right.map(move)]);
    before += model.kinds.length;
  }
  return { figureCount: (blocks.length + 1) * FIGURE_COUNT, kinds, equations };
}
