import type { Context } from 'hono';
import { dateWords, spanWords } from '../bands/dates';
import { readFinished } from '../bands/reading';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { NothingYet } from '../pages/nothing-yet';
import { refuse } from '../pages/refusals';
import { ReadingCell } from '../panels/panel-table';
import { findView, viewQuery } from '../query';
import type { Site } from '../site';

/** GET /releases. What was published when, for one store. */
export const releasesRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const view = await findView(deps, c.req.query('store'), undefined);
  if (view === 'no-release') return c.html(<NothingYet site={site} title="Releases" path="/releases" />);
  if (typeof view === 'string') return refuse(c, site, view);
  return c.html(
    <Layout
      site={site}
      title="Releases"
      path="/releases"
      isSimulated={view.release.isSimulated}
      live="releases"
    >
      <p class="store">{view.store.name}</p>
      <h1>Releases</h1>
      <p>
        A span closes on the first Monday with at least 100 finished checks. Once released it never changes;
        what arrives late counts in the next one.
      </p>
      <section class="panel">
        <div class="scroll">
          <table>
            <caption>Released spans, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Span</th>
                <th scope="col">Published</th>
                <th scope="col">Finished</th>
                <th scope="col">Kiosks</th>
              </tr>
            </thead>
            <tbody>
              {view.releases.map((release) => (
                <tr>
                  <th scope="row">
                    <a href={`/${viewQuery(view, release.spanNo)}`}>
                      {spanWords(release.firstDay, release.lastDay)}
                    </a>
                  </th>
                  <td>{dateWords(release.publishedOn)}</td>
                  <ReadingCell reading={readFinished([release])} />
                  <td>{release.kiosks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="foot">
          <a class="csv" href={`/csv/releases.csv?${new URLSearchParams({ store: view.store.storeId })}`}>
            CSV of every released figure
          </a>
        </p>
      </section>
    </Layout>,
  );
};
