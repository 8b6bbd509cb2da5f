import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Deps } from './deps';

/** Nobody counts who reads these. */
const PUBLIC_PAGES = /^\/advice(\/|$)/;

/** Logs every request by the pattern that it matched: addresses may hold secrets and what people look at. */
export const logRequests =
  ({ log }: Deps): MiddlewareHandler =>
  async (c, next) => {
    if (PUBLIC_PAGES.test(c.req.path)) return await next();
    const startedMs = performance.now();
    await next();
    log('request', {
      method: c.req.method,
      route: c.res.status === 404 ? 'unknown' : routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - startedMs),
    });
  };
