import { shortDateWords, spanWords } from '../bands/dates';
import { shareWords } from '../bands/interval';
import { shortWords } from '../bands/reading';
import { ShareStrips } from '../charts/share-strips';
import { viewQuery } from '../query';
import { type MeasuredSpans, measureSpans } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { Scroll } from './scroll';
import { drawnSpans } from './span-history';

const cellWords = ({ reading, share }: MeasuredSpans): string =>
  reading.state === 'number' && share ? shareWords(share) : shortWords(reading);

/** The shares of a panel span by span, folded away: a drawing, its table and its file. */
export function PanelHistory({ panel, view }: { panel: CounterPanel; view: View }) {
  const spans = drawnSpans(view);
  const strips = panel.lines.map(({ label, counter }) => ({
    label,
    spans: spans.map((span) => measureSpans(panel, counter, [span])),
  }));
  return (
    <details class="history">
      <summary>
        Span by span<span class="unseen">: {panel.title}</span>
      </summary>
      <p class="note">
        {spans.map(({ firstDay, lastDay }) => spanWords(firstDay, lastDay))[0]} on the left, the span shown on
        the right. Shares of {panel.shareOf}.
      </p>
      <ShareStrips
        id={`${panel.key}-s`}
        title={`${panel.title}, span by span`}
        description={`One strip for each answer, one column a span, the oldest first: the share of ${panel.shareOf}, solid as far as it surely reaches, hatched as far as it may.`}
        strips={strips}
      />
      <Scroll label={`Table: ${panel.title}, span by span`}>
        <table>
          <caption>
            {panel.title}, shares of {panel.shareOf}, by first day of the span
          </caption>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              {spans.map(({ firstDay }) => (
                <th scope="col">{shortDateWords(firstDay)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strips.map((strip) => (
              <tr>
                <th scope="row">{strip.label}</th>
                {strip.spans.map((measured) => (
                  <td class={measured.reading.state.replace(' ', '-')}>{cellWords(measured)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        <a
          href={`/csv/${panel.key}-history.csv${viewQuery(view)}`}
          aria-label={`CSV file: ${panel.title}, span by span`}
        >
          CSV
        </a>
      </p>
    </details>
  );
}
