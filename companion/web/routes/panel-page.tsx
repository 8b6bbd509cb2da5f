import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { Legend } from '../pages/legend';
import { NothingYet } from '../pages/nothing-yet';
import { refuse } from '../pages/refusals';
import { SpanHeader } from '../pages/span-header';
import type { CounterPanel, View } from '../panels/panel';
import { PanelView } from '../panels/panel-view';
import { findView } from '../query';
import type { Site } from '../site';

/** A page that is a row of panels over one span. */
export interface PanelPage {
  readonly path: string;
  readonly title: string;
  readonly panels: readonly CounterPanel[];
  /** What stands above the panels. */
  readonly Above?: (props: { view: View }) => Child;
  /** A panel of another kind, before the others. */
  readonly First?: (props: { view: View }) => Child;
}

/** GET of one page of panels; without a query the newest span of the first store. */
export const panelPageRoute =
  ({ path, title, panels, Above, First }: PanelPage, deps: Deps, site: Site) =>
  async (c: Context) => {
    const view = await findView(deps, c.req.query('store'), c.req.query('span'));
    if (view === 'no-release') return c.html(<NothingYet site={site} title={title} path={path} />);
    if (typeof view === 'string') return refuse(c, site, view);
    return c.html(
      <Layout site={site} title={title} path={path} isSimulated={view.release.isSimulated} live="releases">
        <SpanHeader view={view} title={title} path={path} />
        {Above ? <Above view={view} /> : null}
        <Legend />
        <div class="panels">
          {First ? <First view={view} /> : null}
          {panels.map((panel) => (
            <PanelView panel={panel} view={view} hasHistory />
          ))}
        </div>
      </Layout>,
    );
  };
