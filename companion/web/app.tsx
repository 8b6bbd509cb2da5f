import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { routePath } from 'hono/route';
import { describeError } from '../log';
import { addAccess } from './add-access';
import { addTools } from './api/add-tools';
import type { Deps } from './deps';
import { ownHostOnly, sameOriginOnly, smallBodiesOnly, strictHeaders } from './guards';
import { logRequests } from './log-requests';
import { refuse } from './pages/refusals';
import { assetsRoute } from './routes/assets';
import { addBluetooth } from './routes/bluetooth';
import { eventsRoute } from './routes/events';
import { addForward } from './routes/forward';
import { kioskRoute } from './routes/kiosk';
import { kioskPipeRoutes } from './routes/kiosk-pipe';
import { addOwnerPages, addPublicPages } from './routes/owner-pages';
import { notTooOften } from './signed-in-only';
import { describeSite } from './site';

/** The dashboard as one function of a request; nothing outside `deps` is read or written. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const site = describeSite(deps);
  const strict = strictHeaders(["'self'"]);
  // The simulated board evaluates the firmware bundle, the same text that runs on the device: this page only.
  const withEvaluation = strictHeaders(["'self'", "'unsafe-eval'"]);

  app.use(logRequests(deps), compress());
  app.use((c, next) => (c.req.path === '/kiosk' ? withEvaluation : strict)(c, next));
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(ownHostOnly(deps, site));
  // asked by companions, not by browsers: each request brings a token of its own
  if (deps.access) {
    app.use('/forward/*', notTooOften(deps.access, deps, site));
    addForward(app, deps.access, deps);
  }
  app.use(sameOriginOnly(deps, site), smallBodiesOnly(site));
  if (deps.access) addAccess(app, deps.access, deps, site);

  addPublicPages(app, deps, site);
  addOwnerPages(app, deps, site);
  addTools(app, deps);
  app.get('/events', eventsRoute(deps, site));
  app.get('/assets/:file', assetsRoute(deps, site));
  if (deps.syncFromPage) addBluetooth(app, deps.syncFromPage, site);
  if (deps.booth) {
    const pipe = kioskPipeRoutes(deps.booth, site);
    app.get('/kiosk', kioskRoute(site));
    app.post('/kiosk/new', pipe.prepare);
    app.post('/kiosk/refill', pipe.refill);
    app.get('/kiosk/pipe', pipe.open);
    app.post('/kiosk/pipe/:pipe', pipe.answer);
    app.post('/kiosk/pipe/:pipe/sync', pipe.sync);
  }

  app.notFound((c) => refuse(c, site, 'page-unknown'));
  app.onError((error, c) => {
    deps.log('request-failed', { route: routePath(c, -1), error: describeError(error) });
    return refuse(c, site, 'page-failed');
  });
  return app;
}
