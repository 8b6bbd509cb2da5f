import type { Highs } from 'highs';
import { knownModels, LEAST_POSSIBLE_VALUES, type Verdict } from '../audit/audit-figures';
import { isContradiction } from '../audit/contradiction';
import type { CountingModel } from '../audit/counting-model';
import { judgeRanges } from '../audit/judge-ranges';
import type { Range } from '../audit/linear-bounds';
import { isPlainlyContradicted } from './fit-models';
import { joinModels } from './join-models';
import { type OnProgress, type Proof, proveQuarter } from './prove-quarter';
import { chainRanges, type PublishedQuarter, spanRanges } from './published-quarter';

/** So many spans the solver can still look at all at once. */
const TOGETHER_MOST = 19;

/**
 * Audits what the total of a chain would add to the releases of its stores: whoever knows how kiosks count and every
 * published figure must not be able to narrow a held back count, of a store or of the chain, down to fewer than five
 * values.
 *
 * It sees what would be published and nothing else, so that a total that is published says nothing by having passed.
 * Few spans are judged by the solver, all at once. For more there is a proof by example, which scales; where none is
 * found the answer is `unsolved`, and that means no.
 *
 * @param leastPossibleValues LEAST_POSSIBLE_VALUES; tests weaken the audit here
 */
export function auditQuarter(
  highs: Highs,
  published: PublishedQuarter,
  onProgress?: OnProgress,
  leastPossibleValues: number = LEAST_POSSIBLE_VALUES,
): Verdict {
  if (published.spans <= TOGETHER_MOST) return auditTogether(highs, published, leastPossibleValues);
  const { unbroken, anything } = knownModels();
  const guesses = unbroken.filter((model) => isOfAny(published, model));
  let isAnyLeft = false;
  for (const [index, guess] of guesses.entries()) {
    const others = guesses.filter((other) => other !== guess);
    const proof: Proof = proveQuarter(
      highs,
      published,
      [guess, ...others, anything],
      leastPossibleValues,
      (share) => onProgress?.((index + share) / guesses.length),
    );
    if (proof === 'unproven') return 'unsolved';
    if (proof === 'proven') isAnyLeft = true;
  }
  if (isAnyLeft) return 'safe';
  return proveQuarter(highs, published, [anything], leastPossibleValues, onProgress) === 'proven'
    ? 'safe'
    : 'unsolved';
}

/** Whether at least one span may have been counted so, as far as can be told at a glance. */
function isOfAny(published: PublishedQuarter, model: ReturnType<typeof knownModels>['anything']): boolean {
  for (let span = 0; span < published.spans; span++)
    if (!isPlainlyContradicted(model, spanRanges(published, span))) return true;
  return false;
}

/**
 * Judges one model of all spans for each guess of the kiosks' settings. Where a guess contradicts a span, that span has
 * one that fits it; a guess that the total contradicts is set aside; without any left, nothing is guessed.
 */
function auditTogether(highs: Highs, published: PublishedQuarter, leastPossibleValues: number): Verdict {
  const spans = Array.from({ length: published.spans }, (_, span) => spanRanges(published, span));
  const ranges = [...spans.flat(), ...chainRanges(published)];
  const heldBack = ranges.flatMap(({ low }, figure) => (low === 0 ? [figure] : []));
  const judge = (blocks: readonly CountingModel[]): Verdict => {
    const model = joinModels(blocks, published.figureCount);
    const judgement = judgeRanges(highs, model, ranges, heldBack, leastPossibleValues);
    return judgement !== 'impossible' || isContradiction(highs, model, ranges) ? judgement : 'unsolved';
  };
  const { unbroken, anything } = knownModels();
  let isAnyLeft = false;
  for (const blocks of guessSettings(highs, spans)) {
    const verdict = judge(blocks);
    if (verdict === 'impossible') continue;
    if (verdict !== 'safe') return verdict;
    isAnyLeft = true;
  }
  return isAnyLeft ? 'safe' : judge(spans.map(() => anything.counting));

  function guessSettings(solver: Highs, all: readonly (readonly Range[])[]): Iterable<CountingModel[]> {
    const fitting = all.map((one) => unbroken.map(({ counting }) => !isContradiction(solver, counting, one)));
    const guesses = new Map(
      [...unbroken.keys()].map((guess) => {
        const chosen = fitting.map((fits) => (fits[guess] ? guess : fits.indexOf(true)));
        return [chosen.join(), chosen.map((index) => (unbroken[index] ?? anything).counting)];
      }),
    );
    return guesses.values();
  }
}
