import { ShareBars } from '../charts/share-bars';
import { viewQuery } from '../query';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { PanelTable } from './panel-table';

/** The row under a chart: the table behind it, and the same figures as a file. */
export const PanelFoot = ({ csv, title, children }: { csv: string; title: string; children: unknown }) => (
  <div class="foot">
    <a class="csv" href={csv} aria-label={`CSV file: ${title}`}>
      CSV
    </a>
    <details>
      <summary>
        Table<span class="unseen"> of {title}</span>
      </summary>
      {children}
    </details>
  </div>
);

/** One panel: heading, drawing, bars, the table behind them and its CSV file. */
export function PanelView({ panel, view }: { panel: CounterPanel; view: View }) {
  const lines = measurePanel(panel, view);
  const { Picture } = panel;
  return (
    <section class={Picture ? 'panel wide' : 'panel'} aria-labelledby={`${panel.key}-h`}>
      <h2 id={`${panel.key}-h`}>{panel.title}</h2>
      <p class="lead">{panel.lead}</p>
      <div class={Picture ? 'beside' : undefined}>
        {Picture ? <Picture id={panel.key} lines={lines} /> : null}
        <ShareBars
          id={panel.key}
          title={panel.title}
          description={`Bars of the share of ${panel.shareOf}: solid as far as the share surely reaches, hatched as far as it may. A thin line below shows where the spans before lay.`}
          lines={lines}
        />
      </div>
      {panel.note ? <p class="note">{panel.note}</p> : null}
      <PanelFoot csv={`/csv/${panel.key}.csv${viewQuery(view)}`} title={panel.title}>
        <PanelTable
          caption={`${panel.title}: counts, and shares of ${panel.shareOf}`}
          lines={lines}
          earlierSpans={view.earlier.length}
        />
      </PanelFoot>
    </section>
  );
}
