import type { Context } from 'hono';
import type { StoreNow } from '../../store/page-stores';
import { dateWords, spanDays, spanWords } from '../bands/dates';
import { readFinished, readStarted } from '../bands/reading';
import type { Deps } from '../deps';
import { readListing } from '../listing';
import { ChainSteps } from '../pages/chain-steps';
import { Layout } from '../pages/layout';
import { ListingForm } from '../pages/listing-form';
import { NothingYet } from '../pages/nothing-yet';
import { Pager } from '../pages/pager';
import { storeFigures } from '../panels/compare-stores';
import { ReadingCell } from '../panels/panel-table';
import { Scroll } from '../panels/scroll';
import { StoreFigureView } from '../panels/store-figure-view';
import type { Site } from '../site';

/** Stores side by side on one page: more than these are no longer side by side. */
const STORES_A_PAGE = 20;

const SpansTable = ({ stores }: { stores: readonly StoreNow[] }) => {
  const hasRegions = stores.some(({ store }) => store.region !== null);
  return (
    <Scroll label="Table: newest spans">
      <table>
        <caption>Each store’s newest released span, by name of the store</caption>
        <thead>
          <tr>
            <th scope="col">Store</th>
            {hasRegions ? <th scope="col">Region</th> : null}
            <th scope="col">Span</th>
            <th scope="col">Days</th>
            <th scope="col">Finished</th>
            <th scope="col">Started</th>
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          {stores.map(({ store, release }) => {
            const spans = release ? [release] : [];
            return (
              <tr>
                <th scope="row">
                  <a href={`/?${new URLSearchParams({ store: store.storeId })}`}>{store.name}</a>
                </th>
                {hasRegions ? <td>{store.region ?? '–'}</td> : null}
                <td>{release ? spanWords(release.firstDay, release.lastDay) : '–'}</td>
                <td>{release ? spanDays(release.firstDay, release.lastDay) : '–'}</td>
                <ReadingCell reading={readFinished(spans)} />
                <ReadingCell reading={readStarted(spans)} />
                <td>{release ? dateWords(release.publishedOn) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
};

/** GET /stores. Every store's newest span side by side, each with its own dates; nobody is ranked. */
export const storesRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const listing = readListing(c);
  const first = (listing.page - 1) * STORES_A_PAGE;
  const { stores, total } = await deps.readModel.pageStores(listing.search, first, STORES_A_PAGE);
  const isSearch = Object.keys(listing.search).length > 0;
  if (total === 0 && !isSearch) return c.html(<NothingYet site={site} title="Stores" path="/stores" />);
  const regions = await deps.readModel.listRegionNames();
  const isSimulated = stores.some(({ store }) => store.isSimulated);
  const pager = (
    <Pager path="/stores" listing={listing} total={total} perPage={STORES_A_PAGE} what="stores" />
  );
  return c.html(
    <Layout site={site} title="Stores" path="/stores" isSimulated={isSimulated} live="releases">
      <ChainSteps path="/stores" />
      <h1>Stores</h1>
      <p>
        Each store has its own spans, so the dates differ. In the drawings a block is what rounding leaves
        open and a line is what chance leaves open beyond it (95 %): stores whose lines overlap cannot be told
        apart. They stand in the order of their names. Shoppers differ from store to store, so none of this
        says who works well.
      </p>
      {isSearch || total > STORES_A_PAGE || regions.length > 0 ? (
        <ListingForm path="/stores" listing={listing} regions={regions} what="store" />
      ) : null}
      {pager}
      {stores.length === 0 ? (
        <p>
          No store fits. <a href="/stores">Show all stores</a>
        </p>
      ) : (
        <>
          <section class="panel" aria-label="Spans">
            <SpansTable stores={stores} />
            <p class="foot">
              <a class="csv" href="/csv/stores.csv">
                CSV of all stores
              </a>
            </p>
          </section>
          <div class="panels">
            {storeFigures.map((figure) => (
              <StoreFigureView figure={figure} stores={stores} />
            ))}
          </div>
          {pager}
        </>
      )}
    </Layout>,
  );
};
