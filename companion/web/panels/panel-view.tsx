import { ShareBars } from '../charts/share-bars';
import { viewQuery } from '../query';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { PanelFoot } from './panel-foot';
import { PanelHistory } from './panel-history';
import { PanelTable } from './panel-table';

/** Longer panels stand beside two others. */
const TALL_LINES = 8;

/** What stands above the figures of the spans before. */
const spansBefore = (count: number): string =>
  count > 1 ? `${count} spans before, together` : 'Span before';

type PanelViewProps = { panel: CounterPanel; view: View; hasHistory?: boolean };

/** One panel: heading, drawing, bars, the table behind them and its CSV file; its history where the page has room. */
export function PanelView({ panel, view, hasHistory }: PanelViewProps) {
  const lines = measurePanel(panel, view);
  const { Picture } = panel;
  return (
    <section
      class={`panel${Picture ? ' wide' : ''}${lines.length > TALL_LINES ? ' tall' : ''}`}
      aria-labelledby={`${panel.key}-h`}
    >
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
          now="This span"
          before={spansBefore(view.earlier.length)}
        />
      </PanelFoot>
      {hasHistory ? <PanelHistory panel={panel} view={view} /> : null}
    </section>
  );
}
