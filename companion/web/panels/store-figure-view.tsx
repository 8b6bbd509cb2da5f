import { shareWords } from '../bands/interval';
import { RangeRows } from '../charts/range-rows';
import { readStoreShare, type StoreFigure, type StoreNow } from './compare-stores';
import { PanelFoot } from './panel-foot';
import { ShareCell } from './panel-table';
import { Scroll } from './scroll';

const NO_REPORT = 'no report';

/** One figure of every store, in the order of their names. */
export function StoreFigureView({ figure, stores }: { figure: StoreFigure; stores: readonly StoreNow[] }) {
  const rows = stores.map(({ store, release }) => ({
    store,
    hasRelease: release !== undefined,
    ...readStoreShare(figure, release),
  }));
  const headingId = `${figure.key}-h`;
  return (
    <section class="panel" aria-labelledby={headingId}>
      <h2 id={headingId}>{figure.title}</h2>
      <p class="lead">Share of {figure.shareOf}.</p>
      <RangeRows
        id={figure.key}
        title={`${figure.title}, store by store`}
        description="One row for each store, by name: the block is what rounding leaves open, the line what chance leaves open beyond it. Stores whose lines overlap cannot be told apart."
        rows={rows.map(({ store, share, likely, hasRelease }) => ({
          label: store.name,
          share,
          likely,
          without: hasRelease ? 'cannot be stated' : NO_REPORT,
        }))}
      />
      <PanelFoot csv="/csv/stores.csv" title={`${figure.title}, store by store`}>
        <Scroll label={`Table: ${figure.title}`}>
          <table>
            <caption>
              {figure.title}: share of {figure.shareOf} in each store’s newest span
            </caption>
            <thead>
              <tr>
                <th scope="col">Store</th>
                <th scope="col">Share</th>
                <th scope="col">With chance (95 %)</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ store, share, likely, hasRelease }) => (
                <tr>
                  <th scope="row">{store.name}</th>
                  {hasRelease ? <ShareCell share={share} /> : <td class="no-report">{NO_REPORT}</td>}
                  <td>{likely ? shareWords(likely) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </PanelFoot>
    </section>
  );
}
