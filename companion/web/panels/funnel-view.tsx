import { ShareBars } from '../charts/share-bars';
import { viewQuery } from '../query';
import { measureFunnel } from './funnel';
import type { View } from './panel';
import { PanelFoot } from './panel-foot';
import { ReadingCell, ShareCell } from './panel-table';
import { Scroll } from './scroll';

const TITLE = 'From start to result';

/** The runs that are left after each screen, as bars, table and file. */
export function Funnel({ view }: { view: View }) {
  const steps = measureFunnel(view);
  return (
    <section class="panel tall" aria-labelledby="funnel-h">
      <h2 id="funnel-h">{TITLE}</h2>
      <p class="lead">
        Runs that went on past each screen, in the order of asking. Who was never asked a question did not
        leave there.
      </p>
      <ShareBars
        id="funnel"
        title={TITLE}
        description="One bar for each screen in the order of asking: the share of the runs started that went on past it, solid as far as it surely reaches, hatched as far as it may."
        lines={steps}
      />
      <PanelFoot csv={`/csv/funnel.csv${viewQuery(view)}`} title={TITLE}>
        <Scroll label={`Table: ${TITLE}`}>
          <table>
            <caption>Runs that went on past each screen, and their share of the runs started</caption>
            <thead>
              <tr>
                <th scope="col">Screen</th>
                <th scope="col">This span</th>
                <th scope="col">Share</th>
                <th scope="col">Share before</th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ label, now, before }) => (
                <tr>
                  <th scope="row">{label}</th>
                  <ReadingCell reading={now.reading} />
                  <ShareCell share={now.share} />
                  <ShareCell share={before.share} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </PanelFoot>
    </section>
  );
}
