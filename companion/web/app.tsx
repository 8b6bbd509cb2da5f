import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from './deps';
import { refuse } from './pages/refusals';
import { assetsRoute } from './routes/assets';
import { csvRoute } from './routes/csv';
import { eventsRoute } from './routes/events';
import { kiosksRoute } from './routes/kiosks';
import { overviewRoute } from './routes/overview';
import { releasesRoute } from './routes/releases';
import { shoesRoute } from './routes/shoes';
import { describeSite } from './site';

/** The dashboard as one function of a request; nothing outside `deps` is read or written. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const site = describeSite(deps);

  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // Behind a proxy with TLS the proxy says this; on loopback without TLS it would only be wrong.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.get('/', overviewRoute(deps, site));
  app.get('/shoes', shoesRoute(deps, site));
  app.get('/kiosks', kiosksRoute(deps, site));
  app.get('/releases', releasesRoute(deps, site));
  app.get('/csv/:file', csvRoute(deps, site));
  app.get('/events', eventsRoute(deps, site));
  app.get('/assets/:file', assetsRoute(deps, site));

  app.notFound((c) => refuse(c, site, 'page-unknown'));
  app.onError((error, c) => {
    deps.reportFailure(error);
    return refuse(c, site, 'page-failed');
  });
  return app;
}
