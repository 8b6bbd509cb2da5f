import type { Context } from 'hono';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { Legend } from '../pages/legend';
import { NothingYet } from '../pages/nothing-yet';
import { refuse } from '../pages/refusals';
import { SpanHeader } from '../pages/span-header';
import { shoesPanels } from '../panels/every-panel';
import { PanelView } from '../panels/panel-view';
import { findView } from '../query';
import type { Site } from '../site';

/** GET /shoes. Everything about the pairs shoppers wear, in one released span. */
export const shoesRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const view = await findView(deps, c.req.query('store'), c.req.query('span'));
  if (view === 'no-release') return c.html(<NothingYet site={site} title="Shoes" path="/shoes" />);
  if (typeof view === 'string') return refuse(c, site, view);
  return c.html(
    <Layout site={site} title="Shoes" path="/shoes" isSimulated={view.release.isSimulated} live="releases">
      <SpanHeader view={view} title="Shoes" path="/shoes" />
      <Legend />
      <div class="panels">
        {shoesPanels.map((panel) => (
          <PanelView panel={panel} view={view} />
        ))}
      </div>
    </Layout>,
  );
};
