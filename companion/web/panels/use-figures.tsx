import { shareWords, subtractInterval } from '../bands/interval';
import type { Spans } from '../bands/reading';
import { readFinished, readingInterval, readingWords, readStarted } from '../bands/reading';
import { checksFinished, runsStarted } from './bases';
import { CANNOT, Figure, finishedShareWords, NO_REPORT } from './key-figures';
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
  return low === 0 ? `up to ${high}` : `${low} to ${high}`;
}

/** How many runs were started, and how many of them came to a result. */
export function UseFigures({ view }: { view: View }) {
  const now: Spans = [view.release];
  const share = finishedShare(now);
  const perDay = startedPerDay(now);
  return (
    <dl class="figures">
      <Figure
        label="Runs started"
        value={readStarted(now)}
        now={perDay && `${perDay} a day`}
        before={startedPerDay(view.earlier) ?? NO_REPORT}
      />
      <Figure
        label="Finished, of those started"
        value={share ? shareWords(share) : CANNOT}
        now={`finished: ${readingWords(readFinished(now))}`}
        before={finishedShareWords(view.earlier)}
      />
      <Figure
        label="Not finished"
        value={unfinishedWords(now) ?? NO_REPORT}
        now="what is left between the two"
        before={unfinishedWords(view.earlier) ?? NO_REPORT}
      />
    </dl>
  );
}
