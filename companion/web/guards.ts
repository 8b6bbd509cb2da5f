import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from './deps';
import { refuse } from './pages/refusals';
import type { Site } from './site';

const BODY_BYTES_MAX = 4096;

/** The name in a Host header, without port and brackets. */
function hostName(host: string): string {
  const name = host.startsWith('[') ? host.slice(1, host.indexOf(']')) : (host.split(':')[0] ?? '');
  return name.toLowerCase();
}

/**
 * Refuses requests under a foreign name: a page of another site may point its own name at this machine. A bare
 * address cannot be pointed elsewhere; with passwords it is taken, for companions that listen to the whole shop.
 */
export const ownHostOnly =
  ({ hosts, access }: Deps, site: Site): MiddlewareHandler =>
  async (c, next) => {
    const name = hostName(c.req.header('Host') ?? new URL(c.req.url).host);
    const isOwn = !hosts || hosts.includes(name) || (access !== null && isIP(name) > 0);
    return isOwn ? await next() : refuse(c, site, 'host-unknown');
  };

/**
 * Refuses requests that change something and come from a page of another site. Every browser says where they come
 * from; what says nothing is refused, too.
 */
export const sameOriginOnly =
  ({ access }: Deps, site: Site): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next();
    const from = c.req.header('Sec-Fetch-Site');
    const origin = c.req.header('Origin');
    const host = c.req.header('Host') ?? new URL(c.req.url).host;
    const isOwnOrigin =
      origin !== undefined && (origin.endsWith(`//${host}`) || origin === access?.publicOrigin);
    const isOwn = from === 'same-origin' || (from === undefined && isOwnOrigin);
    return isOwn ? await next() : refuse(c, site, 'sent-from-elsewhere');
  };

/** Refuses bodies larger than anything a page sends. */
export const smallBodiesOnly = (site: Site): MiddlewareHandler =>
  bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => refuse(c, site, 'too-much') });

/** Headers that allow nothing from elsewhere; `scripts` are the sources that scripts may come from. */
export const strictHeaders = (scripts: string[]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: scripts,
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
  });
