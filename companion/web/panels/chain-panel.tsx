import { ShareBars } from '../charts/share-bars';
import type { ChainView } from './chain-view';
import { measurePanel } from './measure-panel';
import type { CounterPanel } from './panel';
import { PanelFoot } from './panel-foot';
import { PanelTable } from './panel-table';

/** Longer panels stand beside two others. */
const TALL_LINES = 8;

/** One panel over a quarter of the chain: bars, the table behind them and the file. */
export function ChainPanel({ panel, view }: { panel: CounterPanel; view: ChainView }) {
  const lines = measurePanel(panel, view);
  return (
    <section class={`panel${lines.length > TALL_LINES ? ' tall' : ''}`} aria-labelledby={`${panel.key}-h`}>
      <h2 id={`${panel.key}-h`}>{panel.title}</h2>
      <p class="lead">{panel.lead}</p>
      <ShareBars
        id={panel.key}
        title={panel.title}
        description={`Bars of the share of ${panel.shareOf} in all stores together: solid as far as the share surely reaches, hatched as far as it may. A thin line below shows where the quarter before lay.`}
        lines={lines}
      />
      {panel.note ? <p class="note">{panel.note}</p> : null}
      <PanelFoot csv="/csv/quarters.csv" title={panel.title}>
        <PanelTable
          caption={`${panel.title}: counts of all stores, and shares of ${panel.shareOf}`}
          lines={lines}
          now="This quarter"
          before="Quarter before"
        />
      </PanelFoot>
    </section>
  );
}
