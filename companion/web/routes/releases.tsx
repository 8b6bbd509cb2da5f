import type { Context } from 'hono';
import type { ReleaseRecord } from '../../release/release-record';
import type { Refusal, RefusalReason } from '../../store/refusal';
import { dateWords, spanDays, spanWords } from '../bands/dates';
import { readFinished, readStarted } from '../bands/reading';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { NothingYet } from '../pages/nothing-yet';
import { OtherStores } from '../pages/other-stores';
import { refuse } from '../pages/refusals';
import type { View } from '../panels/panel';
import { ReadingCell } from '../panels/panel-table';
import { Scroll } from '../panels/scroll';
import { findView, viewQuery } from '../query';
import type { Site } from '../site';

const reasons: Readonly<Record<RefusalReason, string>> = {
  narrowed: 'Together the figures would have told too much about a count that is held back.',
  impossible: 'No checks lead to these figures, so the audit could not vouch for them.',
  unsolved: 'The audit came to no end.',
};

/** How many of a release's figures stand as a number, and how many are held back. */
function countStates({ bands }: ReleaseRecord): { shown: number; heldBack: number } {
  const shown = bands.filter((band) => band !== null).length;
  return { shown, heldBack: bands.length - shown };
}

const SpansTable = ({ view }: { view: View }) => (
  <Scroll label="Table: released spans">
    <table>
      <caption>Released spans, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Span</th>
          <th scope="col">Days</th>
          <th scope="col">Published</th>
          <th scope="col">Finished</th>
          <th scope="col">Started</th>
          <th scope="col">Kiosks</th>
          <th scope="col">Figures shown</th>
          <th scope="col">Held back</th>
        </tr>
      </thead>
      <tbody>
        {view.releases.map((release) => {
          const { shown, heldBack } = countStates(release);
          return (
            <tr>
              <th scope="row">
                <a href={`/${viewQuery(view, release.spanNo)}`}>
                  {spanWords(release.firstDay, release.lastDay)}
                </a>
              </th>
              <td>{spanDays(release.firstDay, release.lastDay)}</td>
              <td>{dateWords(release.publishedOn)}</td>
              <ReadingCell reading={readFinished([release])} />
              <ReadingCell reading={readStarted([release])} />
              <td>{release.kiosks}</td>
              <td>{shown}</td>
              <td>{heldBack}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </Scroll>
);

const Refusals = ({ refusals }: { refusals: readonly Refusal[] }) => (
  <section class="panel" aria-labelledby="refused-h">
    <h2 id="refused-h">Mondays on which a span was not published</h2>
    {refusals.length === 0 ? (
      <p>None so far.</p>
    ) : (
      <ul>
        {refusals.map(({ monday, reason }) => (
          <li>
            {dateWords(monday)}: {reasons[reason]}
          </li>
        ))}
      </ul>
    )}
    <p class="note">
      Its sheets stay together and count in a later span. Nothing is lost, nothing is shown twice.
    </p>
  </section>
);

const WhyHeldBack = () => (
  <section class="panel" aria-labelledby="why-h">
    <h2 id="why-h">Why a figure is held back</h2>
    <p>
      Every count is rounded down to tens, and 0 to 9 is held back: a handful of shoppers could be known to
      somebody. No count decides how another one is shown, so nothing can be worked out from what is missing.
    </p>
    <p>
      Before a span is published, an audit tries to narrow every held back count from all that would be shown.
      At least five of its ten values must remain possible, or the span is not published on that Monday.
    </p>
  </section>
);

/** GET /releases. What was published when, and what was not, for one store. */
export const releasesRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const view = await findView(deps, c.req.query('store'), undefined);
  if (view === 'no-release') return c.html(<NothingYet site={site} title="Releases" path="/releases" />);
  if (typeof view === 'string') return refuse(c, site, view);
  const { storeId, name } = view.store;
  const refusals = await deps.readModel.listRefusals(storeId);
  return c.html(
    <Layout
      site={site}
      title="Releases"
      path="/releases"
      isSimulated={view.release.isSimulated}
      live="releases"
    >
      <p class="store">{name}</p>
      <h1>Releases</h1>
      <OtherStores path="/releases" view={view} />
      <p>
        A span closes on the first Monday with at least 100 finished checks. Once released it never changes;
        what arrives late counts in the next one. Each opens on a page that prints on one sheet of paper.
      </p>
      <section class="panel" aria-label="Released spans">
        <SpansTable view={view} />
        <p class="foot">
          <a class="csv" href={`/csv/releases.csv?${new URLSearchParams({ store: storeId })}`}>
            CSV of every released figure
          </a>
        </p>
      </section>
      <div class="panels">
        <WhyHeldBack />
        <Refusals refusals={refusals} />
      </div>
    </Layout>,
  );
};
