import { spanDays } from '../bands/dates';
import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readFinished, readingWords } from '../bands/reading';
import type { MeasuredLine } from './measure-panel';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedShare } from './span-figures';
import { staffOutcomes } from './staff-outcomes';
import { whatSetsItOff } from './what-sets-it-off';
import { whereItHurts } from './where-it-hurts';

const startLarge = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** "30 to 39 pairs", or the state in words where there is no number: "Pairs: held back (under 10)". */
const counted = (reading: Reading, what: string): string =>
  reading.state === 'number'
    ? `${readingWords(reading)} ${what}`
    : `${startLarge(what)}: ${readingWords(reading)}`;

/** The lines that may be the most frequent one: no other line is larger for certain. */
function leaders(lines: readonly MeasuredLine[]): MeasuredLine[] {
  const lowOf = ({ now: { reading } }: MeasuredLine) => (reading.state === 'number' ? reading.low : 0);
  const largestLow = Math.max(...lines.map(lowOf));
  return lines.filter(({ now: { reading } }) => reading.state === 'number' && reading.high >= largestLow);
}

function leaderSentence(panel: CounterPanel, view: View, what: string): string {
  const names = leaders(measurePanel(panel, view)).map((line) => `“${line.label.toLowerCase()}”`);
  if (names.length === 1) return `${what} named most: ${names[0]}.`;
  if (names.length === 2) return `${what} named most: ${names.join(' or ')}; the bands cannot tell which.`;
  return `No ${what.toLowerCase()} stands out.`;
}

function lineWords(panel: CounterPanel, code: string, view: View, what: string): string {
  const line = measurePanel(panel, view).find((measured) => measured.code === code);
  return counted(line?.now.reading ?? { state: 'no report' }, what);
}

/** Who came, and what they came with. */
export function sayShoppers(view: View): string[] {
  const { release } = view;
  const days = spanDays(release.firstDay, release.lastDay);
  const share = finishedShare([release]);
  return [
    `${counted(readFinished([release]), 'finished checks')} in ${days} ${days === 1 ? 'day' : 'days'}${
      share ? `; of every 100 runs started, ${shareWords(share).replace(' %', '')} were finished` : ''
    }.`,
    leaderSentence(whereItHurts, view, 'Place'),
    leaderSentence(whatSetsItOff, view, 'Trigger'),
  ];
}

/** What the counts say about shoes to have in store. */
export const sayShoes = (view: View): string[] => [
  `${lineWords(shoeVerdicts, 'shoe.replace_now', view, 'pairs to replace now')}.`,
  `${lineWords(shoeVerdicts, 'shoe.plan', view, 'pairs to plan for')}.`,
  `${lineWords(staffOutcomes, 'staff.fitted', view, 'pairs fitted after the prompt')}.`,
  `${lineWords(staffOutcomes, 'staff.later', view, 'shoppers coming back later')}.`,
];

/** Whom shoppers were sent to. */
export const sayReferrals = (view: View): string[] => [
  `${lineWords(referrals, 'referral.soon', view, 'shoppers told to see a physio or GP soon')}.`,
  `${lineWords(referrals, 'referral.urgent', view, 'told to get help today')}.`,
  'Keep the list of local physios, podiatrists and GPs at the till up to date.',
];
