import { changeOfRate } from '../bands/chance';
import { dateWords, shortDateWords } from '../bands/dates';
import { shareWords } from '../bands/interval';
import { overviewPanels } from './every-panel';
import { measurePanel } from './measure-panel';
import type { View } from './panel';
import { finishedInDays, finishedPerDay, perDayWords } from './span-figures';

/** What the span shown is compared with: "the 4 spans before (5 Oct to Sun 8 Nov 2026)"; null when there is none. */
export function earlierWords({ earlier }: View): string | null {
  const newest = earlier[0];
  const oldest = earlier[earlier.length - 1];
  if (!newest || !oldest) return null;
  const spans = earlier.length === 1 ? 'the span before' : `the ${earlier.length} spans before`;
  return `${spans} (${shortDateWords(oldest.firstDay)} to ${dateWords(newest.lastDay)})`;
}

/** Every change from the spans before that holds for all counts behind the bands and is more than chance. */
export function sayChanges(view: View): string[] {
  const changes: string[] = [];
  const now = finishedInDays([view.release]);
  const before = finishedInDays(view.earlier);
  const nowRate = finishedPerDay([view.release]);
  const beforeRate = finishedPerDay(view.earlier);
  const change = now && before && changeOfRate(before, now);
  if (nowRate && beforeRate && (change === 'more' || change === 'fewer'))
    changes.push(
      `Finished checks: ${change} a day, ${perDayWords(nowRate)}; before ${perDayWords(beforeRate)}.`,
    );
  for (const panel of overviewPanels) {
    for (const { label, now, before, change } of measurePanel(panel, view)) {
      if ((change !== 'more' && change !== 'fewer') || !now.share || !before.share) continue;
      changes.push(
        `${panel.title}: ${change === 'more' ? 'larger' : 'smaller'} share of “${label.toLowerCase()}”, ` +
          `${shareWords(now.share)}; before ${shareWords(before.share)}.`,
      );
    }
  }
  return changes;
}
