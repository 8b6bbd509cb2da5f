import { shareWords, subtractInterval } from '../bands/interval';
import type { Spans } from '../bands/reading';
import { readFinished, readingInterval, readingWords, readStarted } from '../bands/reading';
import { checksFinished, runsStarted } from './bases';
import { Figure } from './key-figures';
import type { View } from './panel';
import { daysOf, finishedShare, perDayWords } from './span-figures';

function startedPerDay(spans: Spans): string | null {
  const started = readingInterval(readStarted(spans));
  const days = daysOf(spans);
  return started && perDayWords({ low: started.low / days, high: started.high / days });
}

function unfinishedWords(spans: Spans): string | null {
  const started = runsStarted(spans);
  const finished = checksFinished(spans);
  if (!started || !finished) return null;
  const { low, high } = subtractInterval(started, finished);
  return `${low} to ${high}`;
}

/** How many runs were started, and how many of them came to a result. */
export function UseFigures({ view }: { view: View }) {
  const now: Spans = [view.release];
  const share = finishedShare(now);
  const shareBefore = finishedShare(view.earlier);
  const perDay = startedPerDay(now);
  return (
    <dl class="figures">
      <Figure
        label="Runs started"
        value={readStarted(now)}
        now={perDay && `${perDay} a day`}
        before={startedPerDay(view.earlier)}
      />
      <Figure
        label="Finished, of those started"
        value={share ? shareWords(share) : 'cannot be stated'}
        now={`finished: ${readingWords(readFinished(now))}`}
        before={shareBefore && shareWords(shareBefore)}
      />
      <Figure
        label="Not finished"
        value={unfinishedWords(now) ?? 'no report'}
        now="what is left between the two"
        before={unfinishedWords(view.earlier)}
      />
    </dl>
  );
}
