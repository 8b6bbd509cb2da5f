import type { Context, MiddlewareHandler } from 'hono';
import { createRateLimit } from '../access/rate-limit';
import { findSession } from '../access/sessions';
import { isToken } from '../access/tokens';
import type { Access, Deps } from './deps';
import { refuse } from './pages/refusals';
import { readSessionCookie } from './session-cookie';
import type { Site } from './site';
import { visitorOf } from './visitor';

/** What everybody may ask for; all else needs a session, or a token where tools ask. */
const FOR_ALL =
  /^\/(?:sign-in|privacy|welcome\/[^/]*|health|assets\/[^/]*|advice(?:\/[^/]*)?|api\/v1\/openapi\.json)$/;
const FOR_TOOLS = /^\/(?:api\/|metrics$)/;
/** What a viewer may not even see. */
const FOR_OWNERS = /^\/(?:users|settings|kiosks\/bluetooth)(?:\/|$)/;
/** What a viewer may change: the own password and the own sessions. */
const OWN_ACCOUNT = /^\/(?:sign-out|account(?:\/.*)?)$/;

/** 120 requests at once, then 10 a second, for each visitor. */
const REQUESTS = { burst: 120, refillMs: 100 };
/** The steps of a sync over a page's Bluetooth, each an answer of its own: as fast as any radio is. */
const STEPS = { burst: 600, refillMs: 20 };
const STEP = /^\/kiosks\/bluetooth\/pipe\/[0-9a-f]{32}$/;

/** Refuses visitors who ask more often than a person or a patient tool does. Files of the pages do not count. */
export const notTooOften = (access: Access, { nowMs }: Deps, site: Site): MiddlewareHandler => {
  const requests = createRateLimit(REQUESTS, nowMs);
  const steps = createRateLimit(STEPS, nowMs);
  return async (c, next) => {
    const limit = STEP.test(c.req.path) ? steps : requests;
    const waitMs = c.req.path.startsWith('/assets/') ? 0 : limit.take(visitorOf(c, access));
    return waitMs > 0 ? refuseTooOften(c, site, waitMs) : await next();
  };
};

/** Refuses with the time to wait. */
export function refuseTooOften(c: Context, site: Site, waitMs: number) {
  c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
  return refuse(c, site, 'too-often');
}

/** Lets in who is signed in, tools with a token, and everybody to what is for all. */
export const signedInOnly =
  (access: Access, { nowMs }: Deps, site: Site): MiddlewareHandler =>
  async (c, next) => {
    const { path, method } = c.req;
    if (FOR_TOOLS.test(path) && !FOR_ALL.test(path)) {
      return (await hasToken(c, access)) ? await next() : refuseWithoutToken(c, site);
    }
    const cookie = readSessionCookie(c, access);
    const signedIn = cookie === undefined ? undefined : await findSession(access.db, cookie, nowMs());
    c.set('signedIn', signedIn);
    if (FOR_ALL.test(path)) return await next();
    if (!signedIn) return askToSignIn(c, site);
    const isReading = method === 'GET' || method === 'HEAD';
    const isForOwners = FOR_OWNERS.test(path) || !(isReading || OWN_ACCOUNT.test(path));
    if (isForOwners && signedIn.role !== 'owner') return refuse(c, site, 'owners-only');
    return await next();
  };

async function hasToken(c: Context, { db }: Access): Promise<boolean> {
  const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  return token !== undefined && (await isToken(db, token));
}

function refuseWithoutToken(c: Context, site: Site) {
  c.header('WWW-Authenticate', 'Bearer realm="counterstep"');
  return refuse(c, site, 'token-needed');
}

/** Leads a person to the sign-in page and back; a program is told. */
function askToSignIn(c: Context, site: Site) {
  const isPage = c.req.method === 'GET' && (c.req.header('Accept') ?? '').includes('text/html');
  if (!isPage) return refuse(c, site, 'sign-in-needed');
  const { pathname, search } = new URL(c.req.url);
  const query = pathname === '/' && search === '' ? '' : `?${new URLSearchParams({ to: pathname + search })}`;
  return c.redirect(`/sign-in${query}`, 303);
}
