import type { Highs } from 'highs';
import type { KioskModel } from '../audit/audit-figures';
import { isContradiction } from '../audit/contradiction';
import { balance } from './balance';
import { findCentre } from './find-centre';
import { findValues, type Way } from './find-values';
import { makeStandIns, modelTotal } from './fit-models';
import { leanCentre } from './lean-centre';
import { findOpen, findOpenOfChain } from './open-figures';
import { BAND_WIDTH, type PublishedQuarter, spanRanges } from './published-quarter';
import { isSolvedSafe } from './solve-span';
import { createStandIns } from './stand-ins';

/** `contradicted`: no counts at all lead to what is published when kiosks count so. */
export type Proof = 'proven' | 'contradicted' | 'unproven';

/** Told how much of a proof is done, from 0 to 1. */
export type OnProgress = (share: number) => void;

interface Round {
  readonly way: Way;
  /** then the solver is asked, about a span and so many others that may make up for it */
  readonly others?: number;
  /** first the spans that are left are made anew, in the middle of what they may be */
  readonly isRemade?: true;
  /** first the total is moved to where what is left is large, or small */
  readonly lean?: 'largest' | 'least';
}

/** As many as the solver can still look at together. */
const OTHERS_MOST = 23;
/** What is quick comes first; each round looks only at spans that are left. */
const ROUNDS: readonly Round[] = [
  { way: 'step' },
  { way: 'push', others: 0 },
  { way: 'push', others: 4, lean: 'largest' },
  { way: 'push', lean: 'least', isRemade: true },
  { way: 'push', others: 12, lean: 'largest', isRemade: true },
  { way: 'push', others: OTHERS_MOST },
];
/** So often the solver is asked at most: it takes a tenth of a second each time, and longer with others. */
const SOLVED_MOST = 5000;
/** How far from the ends of their bands made-up spans shall be: five values are then two steps away. */
const SPAN_DISTANCE = 2;
const EVERY = 200;
const MADE = 0.2;

/**
 * Tries to prove that a quarter's total gives no held back count away, of a span or of the chain.
 *
 * Made-up spans that publish the same stand in for the real ones, so the proof knows nothing that is not published. From
 * there every held back count is brought to as many values as are asked for, by changing one span and, where the chain's
 * bands have no room for that, a few others the other way; each time all that is published stays as it is.
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
  const { spans } = published;
  const standIns = createStandIns(published);
  const models = makeStandIns(highs, standIns, guesses, (span) => {
    if (span % EVERY === 0) onProgress((MADE * span) / spans);
  });
  if (!models) return 'unproven';
  const total = modelTotal(published, models);
  // room around the chain's total lets one span alone change
  const distance = Math.min(BAND_WIDTH, published.chainWidth / 4);
  const centre = findCentre(highs, total.model, total.ranges, distance)?.slice(-published.figureCount);
  if (!centre) return isContradiction(highs, total.model, total.ranges) ? 'contradicted' : 'unproven';
  if (!balance(standIns, centre)) return 'unproven';

  const open = findOpen(standIns);
  const openOfChain = findOpenOfChain(standIns);
  const noteTotal = (change: ReadonlyMap<number, number>): void => {
    for (const [figure, seen] of openOfChain) {
      seen.add((standIns.total[figure] as number) + (change.get(figure) ?? 0));
      if (seen.size >= leastPossibleValues) openOfChain.delete(figure);
    }
  };
  let solved = 0;
  for (const [round, { way, others, isRemade, lean }] of ROUNDS.entries()) {
    if (isRemade) {
      for (const span of open.keys()) {
        const { counting } = models[span] as KioskModel;
        const aims = findCentre(highs, counting, spanRanges(published, span), SPAN_DISTANCE);
        if (aims) standIns.remake(span, (figure) => aims[figure] as number);
      }
    }
    if (lean && open.size > 0) {
      const figures = new Set([...open.values()].flatMap((look) => look.figures));
      balance(standIns, leanCentre(highs, total, centre, [...figures], lean));
    }
    if (!standIns.isTotalRight() && !balance(standIns, centre)) return 'unproven';
    let looked = 0;
    for (const [span, look] of open) {
      look.figures = findValues(standIns, span, look.figures, look.seen, leastPossibleValues, way, noteTotal);
      const isLeft =
        look.figures.length > 0 &&
        (others === undefined ||
          solved++ >= SOLVED_MOST ||
          !isSolvedSafe('span', highs, standIns, models, span, others, look.figures, leastPossibleValues));
      if (!isLeft) open.delete(span);
      if (looked++ % EVERY === 0) onProgress(MADE + ((1 - MADE) * (round + looked / spans)) / ROUNDS.length);
    }
  }
  const isTotalSafe =
    openOfChain.size === 0 ||
    isSolvedSafe(
      'total',
      highs,
      standIns,
      models,
      0,
      OTHERS_MOST,
      [...openOfChain.keys()],
      leastPossibleValues,
    );
  return open.size === 0 && isTotalSafe ? 'proven' : 'unproven';
}
