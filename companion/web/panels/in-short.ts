import { spanDays } from '../bands/dates';
import { changeBetween, shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { bandTop, readBand, readCounter, readingWords } from '../bands/reading';
import { overviewPanels } from './every-panel';
import type { MeasuredLine } from './measure-panel';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedPerDay, finishedShare, perDayWords } from './span-figures';
import { staffOutcomes } from './staff-outcomes';
import { whatSetsItOff } from './what-sets-it-off';
import { whereItHurts } from './where-it-hurts';

/** "30 to 39 pairs", or the state in words where there is no number. */
const counted = (reading: Reading, what: string): string =>
  reading.state === 'number' ? `${readingWords(reading)} ${what}` : `${what}: ${readingWords(reading)}`;

/** The lines that may be the most frequent one: no other line is larger for certain. */
function leaders(panel: CounterPanel, view: View): MeasuredLine[] {
  const lines = measurePanel(panel, view);
  const lowOf = (line: MeasuredLine) => (line.now.state === 'number' ? line.now.low : 0);
  const largestLow = Math.max(...lines.map(lowOf));
  return lines.filter((line) => line.now.state === 'number' && bandTop(line.now.low) >= largestLow);
}

function leaderSentence(panel: CounterPanel, view: View, what: string): string {
  const names = leaders(panel, view).map((line) => line.label.toLowerCase());
  if (names.length === 1) return `${what} named most: ${names[0]}.`;
  if (names.length === 2) return `${what} named most: ${names.join(' or ')}; the bands cannot tell which.`;
  return `No ${what.toLowerCase()} stands out.`;
}

function counterWords(panel: CounterPanel, index: number, view: View, what: string): string {
  const line = panel.lines[index];
  return counted(readCounter(view.release, line ? line.counter : -1), what);
}

/** The span in sentences: what it holds, without comparing. */
export function sayFacts(view: View): string[] {
  const { release } = view;
  const days = spanDays(release.firstDay, release.lastDay);
  const share = finishedShare(release);
  return [
    `${counted(readBand(release.finished), 'finished checks')} in ${days} ${days === 1 ? 'day' : 'days'}${
      share ? `; of every 100 runs started, ${shareWords(share).replace(' %', '')} were finished` : ''
    }.`,
    leaderSentence(whereItHurts, view, 'Place'),
    leaderSentence(whatSetsItOff, view, 'Trigger'),
    `${counterWords(shoeVerdicts, 0, view, 'pairs to replace now')}; ${counterWords(shoeVerdicts, 1, view, 'to plan for')}.`,
    `After the prompt staff fitted ${counterWords(staffOutcomes, 0, view, 'pairs')}.`,
    `${counterWords(referrals, 1, view, 'shoppers told to see a physio or GP soon')}; ${counterWords(referrals, 2, view, 'told to get help today')}.`,
  ];
}

/** Every change from the span before that holds for all values in both bands; empty when there is none. */
export function sayChanges(view: View): string[] {
  const changes: string[] = [];
  const now = finishedPerDay(view.release);
  const before = finishedPerDay(view.before);
  const change = changeBetween(before, now);
  if (now && before && change) {
    changes.push(`Finished checks: ${change} a day, ${perDayWords(now)} against ${perDayWords(before)}.`);
  }
  for (const panel of overviewPanels) {
    for (const line of measurePanel(panel, view)) {
      if (!line.change || !line.nowShare || !line.beforeShare) continue;
      changes.push(
        `${panel.title}: ${line.change === 'more' ? 'larger' : 'smaller'} share of “${line.label.toLowerCase()}”, ` +
          `${shareWords(line.nowShare)} against ${shareWords(line.beforeShare)}.`,
      );
    }
  }
  return changes;
}
