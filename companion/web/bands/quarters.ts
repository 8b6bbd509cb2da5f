import { firstDayOf, lastDayOf } from '../../release/chain/close-quarter';
import type { QuarterOutcome } from '../../store/quarter';
import { dateWords, shortDateWords } from './dates';

/** `2026-Q1` in words: "January to March 2026". */
export function quarterWords(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  const months = ['January to March', 'April to June', 'July to September', 'October to December'];
  return `${months[Number(number) - 1] ?? quarter} ${year}`;
}

/** A quarter's days in words: "1 Jan to 31 Mar 2026". */
export const quarterDays = (quarter: string): string =>
  `${shortDateWords(firstDayOf(quarter))} to ${dateWords(lastDayOf(quarter))}`;

/** What became of a quarter, in one word or two. */
export const outcomeWords = (outcome: QuarterOutcome): 'released' | 'refused' | 'no report' =>
  outcome === 'released' || outcome === 'no report' ? outcome : 'refused';

/** The same in sentences, with what it means. */
export function sayOutcome(outcome: QuarterOutcome): string {
  if (outcome === 'released')
    return 'Audited: together with everything that the stores released, it leaves each count that was held back at least five values.';
  if (outcome === 'no report')
    return 'Fewer than ten stores released a span in it that came here in time. It stays without a total.';
  if (outcome === 'unsolved')
    return 'The audit found no proof that this total gives no held back count away, so it is not published. That does not mean that it would have. It stays without a total.';
  return 'The audit refused it: with this total and the stores’ releases somebody could have worked out a count that was held back. It stays without a total.';
}
