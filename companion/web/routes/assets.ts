import type { Context } from 'hono';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import type { Site } from '../site';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** GET /assets/:file. Only files read at start can be named, so no path leads anywhere else. */
export const assetsRoute = (deps: Deps, site: Site) => (c: Context) => {
  const file = c.req.param('file') ?? '';
  const bytes = deps.assets.get(file);
  const type = types[file.split('.').pop() ?? ''];
  if (!bytes || !type) return refuse(c, site, 'page-unknown');
  const isVersioned = c.req.query('v') !== undefined;
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Cache-Control': isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
};
