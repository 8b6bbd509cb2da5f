import { spanDays, spanWords } from '../bands/dates';
import { readFinished, readStarted } from '../bands/reading';
import { SpanColumns } from '../charts/span-columns';
import { viewQuery } from '../query';
import type { View } from './panel';
import { PanelFoot } from './panel-foot';
import { ReadingCell, ShareCell } from './panel-table';
import { Scroll } from './scroll';
import { finishedPerDay, finishedShare } from './span-figures';

const SPANS_DRAWN = 12;

/** The newest spans up to the one shown, the oldest first. */
export const drawnSpans = ({ releases, release }: View) =>
  releases
    .filter((other) => other.spanNo <= release.spanNo)
    .slice(0, SPANS_DRAWN)
    .reverse();

/** Finished checks a day over the newest spans; the one shown is drawn in full colour. */
export function SpanHistory({ view }: { view: View }) {
  const spans = drawnSpans(view);
  return (
    <section class="panel wide" aria-labelledby="shoppers-h">
      <h2 id="shoppers-h">Shoppers, span by span</h2>
      <p class="lead">Finished checks a day, because spans are not all equally long.</p>
      <SpanColumns
        id="shoppers"
        title="Finished checks a day, span by span"
        description="One column for each span, the oldest first: solid as far as the figure surely reaches, hatched as far as it may. The last column is the span shown."
        columns={spans.map((span) => ({
          spanNo: span.spanNo,
          firstDay: span.firstDay,
          value: finishedPerDay([span]),
          isHeldBack: span.finished === null,
          isShown: span === view.release,
        }))}
      />
      <PanelFoot csv={`/csv/shoppers.csv${viewQuery(view)}`} title="shoppers, span by span">
        <Scroll label="Table: finished checks by span">
          <table>
            <caption>Finished checks by span</caption>
            <thead>
              <tr>
                <th scope="col">Span</th>
                <th scope="col">Days</th>
                <th scope="col">Finished</th>
                <th scope="col">Started</th>
                <th scope="col">Finished share</th>
              </tr>
            </thead>
            <tbody>
              {spans.map((span) => (
                <tr>
                  <th scope="row">{spanWords(span.firstDay, span.lastDay)}</th>
                  <td>{spanDays(span.firstDay, span.lastDay)}</td>
                  <ReadingCell reading={readFinished([span])} />
                  <ReadingCell reading={readStarted([span])} />
                  <ShareCell share={finishedShare([span])} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </PanelFoot>
    </section>
  );
}
