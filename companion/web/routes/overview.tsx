import type { Context } from 'hono';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { Legend } from '../pages/legend';
import { NothingYet } from '../pages/nothing-yet';
import { refuse } from '../pages/refusals';
import { SpanHeader } from '../pages/span-header';
import { overviewPanels } from '../panels/every-panel';
import { InShort } from '../panels/in-short-view';
import { KeyFigures } from '../panels/key-figures';
import { PanelView } from '../panels/panel-view';
import { SpanHistory } from '../panels/span-history';
import { findView } from '../query';
import type { Site } from '../site';

/** GET /. One released span against the ones before; without a query the newest of the first store. */
export const overviewRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const view = await findView(deps, c.req.query('store'), c.req.query('span'));
  if (view === 'no-release') return c.html(<NothingYet site={site} title="Overview" path="/" />);
  if (typeof view === 'string') return refuse(c, site, view);
  const kiosks = await deps.readModel.listKiosks(view.store.storeId);
  return c.html(
    <Layout site={site} title="Overview" path="/" isSimulated={view.release.isSimulated} live="releases">
      <SpanHeader view={view} title="Overview" path="/" />
      <KeyFigures view={view} />
      <InShort view={view} kiosks={kiosks} nowMs={deps.nowMs()} />
      <Legend />
      <div class="panels brief">
        <SpanHistory view={view} />
        {overviewPanels.map((panel) => (
          <PanelView panel={panel} view={view} />
        ))}
      </div>
    </Layout>,
  );
};
