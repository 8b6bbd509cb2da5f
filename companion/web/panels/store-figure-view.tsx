import type { StoreNow } from '../../store/page-stores';
import { shareWords } from '../bands/interval';
import { RangeRows } from '../charts/range-rows';
import { readStoreShare, type StoreFigure, type StoreShare } from './compare-stores';
import { PanelFoot } from './panel-foot';
import { ShareCell } from './panel-table';
import { Scroll } from './scroll';

/** What stands where no share does. */
const withoutShare = ({ state }: StoreShare): string => (state === 'number' ? 'cannot be stated' : state);

/** One figure of every store, in the order of their names. */
export function StoreFigureView({ figure, stores }: { figure: StoreFigure; stores: readonly StoreNow[] }) {
  const rows = stores.map(({ store, release }) => ({ store, ...readStoreShare(figure, release) }));
  const headingId = `${figure.key}-h`;
  return (
    <section class="panel" aria-labelledby={headingId}>
      <h2 id={headingId}>{figure.title}</h2>
      <p class="lead">Share of {figure.shareOf}.</p>
      <RangeRows
        id={figure.key}
        title={`${figure.title}, store by store`}
        description="One row for each store, by name: the block is what rounding leaves open, the line what chance leaves open beyond it. Stores whose lines overlap cannot be told apart."
        rows={rows.map((row) => ({ ...row, label: row.store.name, without: withoutShare(row) }))}
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
              {rows.map((row) => (
                <tr>
                  <th scope="row">{row.store.name}</th>
                  {row.share ? (
                    <ShareCell share={row.share} />
                  ) : (
                    <td class={row.state.replace(' ', '-')}>{withoutShare(row)}</td>
                  )}
                  <td>{row.likely ? shareWords(row.likely) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </PanelFoot>
    </section>
  );
}
