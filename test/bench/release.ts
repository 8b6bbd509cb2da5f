import loadHighs, { type Highs } from 'highs';
import { auditFigures } from '../../companion/release/audit/audit-figures';
import { publishedBand } from '../../companion/release/band';
import { TALLY_LEFT, TALLY_PATTERN } from '../../shared/tallies';
import { exactFigures } from '../privacy/made-checks';
import { type Known, tables, workOut } from './attack-totals';
import { drawSpans } from './draw-spans';
import { type ReleaseRule, releaseRules } from './release-rules';

/** How one rule does at stores with so many checks a week; means over the spans of a year. */
export interface ReleaseFigures {
  readonly checksPerWeek: number;
  readonly rule: string;
  readonly spans: number;
  /** of all answers that were given, the share in counts that are shown */
  readonly answersShownShare: number;
  /** of the tables about shoppers, how many there are and how many have at least two numbers */
  readonly tables: number;
  readonly tablesWithTwoNumbers: number;
  /** hidden counts of 0 to 9 that only the publication lets somebody find out who knows every exact total */
  readonly recoveredPerSpan: number;
  /** those among them that are not zero, so that they are about somebody */
  readonly recoveredAboutSomebodyPerSpan: number;
  /** and those that it leaves fewer than five values */
  readonly narrowedPerSpan: number;
  /** spans that our audit refuses; null for other rules, which have none */
  readonly refusedSpans: number | null;
}

const SEED = 20_261_122;
const CHECKS_PER_WEEK = [5, 20, 60, 300];
const shopperTables = tables.filter(([first = 0]) => first < TALLY_LEFT);

/**
 * Compares our rule with others on the same spans: what is shown, and what it gives away.
 *
 * @param weeks   how long each store is simulated
 * @param onSpan  called after each span
 */
export async function benchRelease(
  weeks = 52,
  onSpan: () => void = () => undefined,
): Promise<ReleaseFigures[]> {
  const highs = await loadHighs();
  return CHECKS_PER_WEEK.flatMap((checksPerWeek) => {
    const spans = drawSpans(SEED + checksPerWeek, checksPerWeek, weeks);
    const measured = spans.map((totals) => {
      const before = knowTotalsOnly(highs, totals);
      const rules = releaseRules.map((rule) => measureRule(highs, rule, totals, before));
      const isRefused = auditFigures(highs, exactFigures(totals).map(publishedBand)) !== 'safe';
      onSpan();
      return { rules, isRefused };
    });
    return releaseRules.map(({ name }, place): ReleaseFigures => {
      const mean = (pick: (one: RuleFigures) => number): number =>
        measured.reduce((sum, { rules }) => sum + pick(rules[place] ?? NOTHING), 0) /
        Math.max(1, spans.length);
      return {
        checksPerWeek,
        rule: name,
        spans: spans.length,
        answersShownShare: mean(({ shownShare }) => shownShare),
        tables: shopperTables.length,
        tablesWithTwoNumbers: mean(({ tablesWithTwo }) => tablesWithTwo),
        recoveredPerSpan: mean(({ recovered }) => recovered),
        recoveredAboutSomebodyPerSpan: mean(({ aboutSomebody }) => aboutSomebody),
        narrowedPerSpan: mean(({ narrowed }) => narrowed),
        refusedSpans: place === 0 ? measured.filter(({ isRefused }) => isRefused).length : null,
      };
    });
  });
}

interface RuleFigures {
  readonly shownShare: number;
  readonly tablesWithTwo: number;
  readonly recovered: number;
  readonly aboutSomebody: number;
  readonly narrowed: number;
}

const NOTHING: RuleFigures = { shownShare: 0, tablesWithTwo: 0, recovered: 0, aboutSomebody: 0, narrowed: 0 };

const isSmall = (count: number): boolean => count < 10;

function knowTotalsOnly(highs: Highs, totals: readonly number[]): Known {
  const small = totals.flatMap((count, counter) => (isSmall(count) ? [counter] : []));
  return workOut(highs, exactFigures(totals), [], small);
}

function measureRule(highs: Highs, rule: ReleaseRule, totals: readonly number[], before: Known): RuleFigures {
  const countOf = (counter: number): number => totals[counter] ?? 0;
  const published = new Map(
    tables.flatMap((table) => {
      const cells = rule.publish(table.map(countOf));
      return table.map((counter, place) => [counter, cells[place]] as const);
    }),
  );
  const isShown = (counter: number): boolean => published.get(counter)?.isShown === true;
  const sum = (counters: readonly number[]): number =>
    counters.reduce((total, one) => total + countOf(one), 0);
  const answers = [...published.keys()].filter((counter) => counter < TALLY_PATTERN);
  const hidden = [...published.keys()].filter((counter) => !isShown(counter) && isSmall(countOf(counter)));
  const ranges = totals.map((_, counter) => published.get(counter)?.range);
  const after = workOut(highs, exactFigures(totals), ranges, hidden);
  const recovered = [...after.exactly].filter((counter) => !before.exactly.has(counter));
  return {
    shownShare: sum(answers.filter(isShown)) / sum(answers),
    tablesWithTwo: shopperTables.filter((table) => table.filter(isShown).length >= 2).length,
    recovered: recovered.length,
    aboutSomebody: recovered.filter((counter) => countOf(counter) > 0).length,
    narrowed: [...after.nearly].filter((counter) => !before.nearly.has(counter)).length,
  };
}
