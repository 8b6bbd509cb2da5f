import type { Context } from 'hono';
import type { Region } from '../../store/page-stores';
import type { Deps } from '../deps';
import { listingAddress } from '../listing';
import { ChainSteps } from '../pages/chain-steps';
import { Layout } from '../pages/layout';
import { Scroll } from '../panels/scroll';
import type { Site } from '../site';

const addressOf = (path: string, region: string): string =>
  listingAddress(path, { page: 1, search: { region } }, 1);

/** A region's count as a link to the list behind it; stores without a region have no list of their own. */
const Counted = ({ path, region, count }: { path: string; region: string | null; count: number }) => (
  <td>{region === null ? count : <a href={addressOf(path, region)}>{count}</a>}</td>
);

const RegionsTable = ({ regions }: { regions: readonly Region[] }) => (
  <Scroll label="Table: regions">
    <table>
      <caption>Regions by name, and how their kiosks are now</caption>
      <thead>
        <tr>
          <th scope="col">Region</th>
          <th scope="col">Stores</th>
          <th scope="col">Kiosks</th>
          <th scope="col">Silent for over a day</th>
          <th scope="col">Need a look</th>
        </tr>
      </thead>
      <tbody>
        {regions.map(({ region, stores, kiosks, alarms, looks }) => (
          <tr>
            <th scope="row">{region ?? 'no region'}</th>
            <Counted path="/stores" region={region} count={stores} />
            <Counted path="/kiosks" region={region} count={kiosks} />
            <td class={alarms > 0 ? 'alarm-words' : undefined}>{alarms}</td>
            <td>{looks}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** GET /regions. How many stores and kiosks each region has, and how many need attention. */
export const regionsRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const regions = await deps.readModel.listRegions(deps.nowMs());
  return c.html(
    <Layout site={site} title="Regions" path="/stores" live="kiosks">
      <ChainSteps path="/regions" />
      <h1>Regions</h1>
      <section class="panel" aria-label="Regions">
        <RegionsTable regions={regions} />
      </section>
      <p class="note">
        A store is in one region at most: regions never overlap. They sort stores and kiosks and nothing else.
        There are no counts of shoppers by region: with the chain’s total and another region’s they would tell
        about the stores between. A store that changes its region takes nothing along and leaves nothing
        behind. <code>counterstep stores rename --region</code> sets it.
      </p>
    </Layout>,
  );
};
