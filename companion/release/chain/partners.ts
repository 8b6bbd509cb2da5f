import { BAND_WIDTH } from './published-quarter';
import type { Move } from './span-search';
import type { StandIns } from './stand-ins';

/** So many stand-ins are asked to take one move back at most. */
const ASKED_MOST = 3000;
const MOVES_MOST = 60;

/** A stand-in that makes up for a move of another's: it makes the same move the other way round. */
export interface Partner {
  readonly span: number;
  readonly move: Move;
}

/** What it takes to publish the same as before, after one stand-in was changed. */
export interface MakeUp {
  readonly partners: readonly Partner[];
  /** what all of them change in the total, by figure */
  readonly change: ReadonlyMap<number, number>;
}

/** What a move does to counts, and to how often choices are made. */
interface Effect {
  readonly figures: readonly (readonly [figure: number, by: number])[];
  readonly choices: readonly (readonly [choice: number, by: number])[];
}

/**
 * Looks for stand-ins that make up for what one of them changed, so that the total is published as before. Each takes
 * back one move, within its own bands; nothing is changed here.
 *
 * @param span  whose stand-in was changed
 * @param moves  how it was
 * @returns undefined where too few of them can
 */
export function makeUpFor(standIns: StandIns, span: number, moves: readonly Move[]): MakeUp | undefined {
  const { published, total } = standIns;
  const { chainLows, chainWidth } = published;
  const effects = moves.map((move) => findEffect(standIns, span, move));
  const change = new Map<number, number>();
  const add = ({ figures }: Effect, times: number): void => {
    for (const [figure, by] of figures) change.set(figure, (change.get(figure) ?? 0) + times * by);
  };
  for (const effect of effects) add(effect, 1);

  const findOutside = (): [figure: number, sense: number] | undefined => {
    for (const [figure, by] of change) {
      const above = (total[figure] as number) + by - (chainLows[figure] as number);
      if (above < 0) return [figure, -1];
      if (above >= chainWidth) return [figure, 1];
    }
    return undefined;
  };
  const left = new Set(effects.keys());
  const partners: Partner[] = [];
  const taken = new Set([span]);
  for (let outside = findOutside(); outside; outside = findOutside()) {
    if (partners.length >= MOVES_MOST) return undefined;
    const [figure, sense] = outside;
    let found: number | undefined;
    for (const index of left) {
      const effect = effects[index] as Effect;
      if (!effect.figures.some(([other, by]) => other === figure && by * sense > 0)) continue;
      const partner = findPartner(standIns, effect, taken);
      left.delete(index);
      if (partner === undefined) continue;
      partners.push({ span: partner, move: moves[index] as Move });
      taken.add(partner);
      add(effect, -1);
      found = index;
      break;
    }
    if (found === undefined) return undefined;
  }
  return { partners, change };
}

function findEffect({ modelOf }: StandIns, span: number, move: Move): Effect {
  const { starts, figures } = modelOf(span);
  const byFigure = new Map<number, number>();
  const byChoice = new Map<number, number>();
  for (const [choice, by] of move) {
    byChoice.set(choice, (byChoice.get(choice) ?? 0) + by);
    for (let at = starts[choice] as number; at < (starts[choice + 1] as number); at++) {
      const figure = figures[at] as number;
      byFigure.set(figure, (byFigure.get(figure) ?? 0) + by);
    }
  }
  return {
    figures: [...byFigure].filter(([, by]) => by !== 0),
    choices: [...byChoice].filter(([, by]) => by > 0),
  };
}

/** A span whose stand-in may take a move back. */
function findPartner(
  { published, counts, stateOf, modelOf, order }: StandIns,
  { figures, choices }: Effect,
  taken: ReadonlySet<number>,
): number | undefined {
  const { spans, figureCount, lows } = published;
  const [own] = taken;
  const model = modelOf(own as number);
  for (let asked = 0, span = own as number; asked < Math.min(spans, ASKED_MOST); asked++) {
    span = (span + order) % spans;
    if (taken.has(span) || modelOf(span) !== model) continue;
    const times = stateOf(span).times;
    const isPossible =
      choices.every(([choice, by]) => (times[choice] as number) >= by) &&
      figures.every(([figure, by]) => {
        const at = span * figureCount + figure;
        const above = (counts[at] as number) - by - (lows[at] as number);
        return above >= 0 && above < BAND_WIDTH;
      });
    if (isPossible) return span;
  }
  return undefined;
}
