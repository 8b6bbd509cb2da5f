import type { Hono } from 'hono';
import type { Deps } from '../deps';
import { keepPages } from '../kept-pages';
import { painPanels, shoesPanels, usePanels } from '../panels/every-panel';
import { Funnel } from '../panels/funnel-view';
import { UseFigures } from '../panels/use-figures';
import type { Site } from '../site';
import { adviceRoute } from './advice';
import { chainRoute } from './chain';
import { csvRoute } from './csv';
import { helpRoute } from './help';
import { kiosksRoute } from './kiosks';
import { overviewRoute } from './overview';
import { panelPageRoute } from './panel-page';
import { privacyRoute } from './privacy';
import { regionsRoute } from './regions';
import { releasesRoute } from './releases';
import { settingsRoutes } from './settings';
import { storesRoute } from './stores';

/** Adds every page for shoppers. */
export function addPublicPages(app: Hono, deps: Deps, site: Site): void {
  const advice = adviceRoute(deps, site);
  app.get('/advice', advice);
  app.get('/advice/:code{[^/]*}', advice);
}

/** Adds every page that an owner reads, and the files behind them. */
export function addOwnerPages(app: Hono, deps: Deps, site: Site): void {
  const kept = keepPages(deps);
  app.get('/', kept, overviewRoute(deps, site));
  app.get('/pain', kept, panelPageRoute({ path: '/pain', title: 'Pain', panels: painPanels }, deps, site));
  app.get(
    '/shoes',
    kept,
    panelPageRoute({ path: '/shoes', title: 'Shoes', panels: shoesPanels }, deps, site),
  );
  app.get(
    '/use',
    kept,
    panelPageRoute(
      { path: '/use', title: 'Use', panels: usePanels, Above: UseFigures, First: Funnel },
      deps,
      site,
    ),
  );
  app.get('/stores', kept, storesRoute(deps, site));
  app.get('/regions', kept, regionsRoute(deps, site));
  app.get('/chain', kept, chainRoute(deps, site));
  app.get('/kiosks', kept, kiosksRoute(deps, site));
  app.get('/releases', kept, releasesRoute(deps, site));
  const settings = settingsRoutes(deps, site);
  app.get('/settings', settings.show);
  app.post('/settings/kiosk', settings.saveKiosk);
  app.post('/settings/store', settings.saveStore);
  app.get('/privacy', privacyRoute(deps, site));
  app.get('/help', helpRoute(site));
  app.get('/csv/:file', csvRoute(deps, site));
}
