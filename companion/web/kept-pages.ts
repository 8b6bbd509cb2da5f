import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import type { Deps } from './deps';

/** Addresses with their queries; further ones are made for each request. */
const PAGES_MAX = 100;
/** Ages and alarms follow the clock that closely. */
const SECOND_MS = 1000;

const pack = promisify(gzip);

/** A page as it was made once. */
interface KeptPage {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/**
 * Makes a page once for all of a role who ask for it in the same second, and anew as soon as anything in the database
 * has changed. What the database is at is asked first, so no page is older than the request for it. For pages that
 * depend on nothing but their address, what is stored and the time.
 */
export const keepPages = ({ dataVersion, nowMs }: Pick<Deps, 'dataVersion' | 'nowMs'>): MiddlewareHandler => {
  let madeAt = '';
  const pages = new Map<string, Promise<KeptPage | null>>();
  return async (c, next) => {
    if (dataVersion === null || c.req.method !== 'GET') return await next();
    const now = `${await dataVersion()} ${Math.floor(nowMs() / SECOND_MS)}`;
    if (now !== madeAt) {
      pages.clear();
      madeAt = now;
    }
    const address = `${c.get('signedIn')?.role ?? ''} ${c.req.url}`;
    const asked = pages.get(address);
    const page = await (asked ?? makePage());
    if (page) send(c, page);
    else if (asked) await next();

    function makePage(): Promise<KeptPage | null> {
      const made = next().then(() => take(c));
      if (pages.size < PAGES_MAX) pages.set(address, made);
      return made;
    }
  };
};

/** The page that was just made; null when it is a refusal or an error, which nobody else shall get. */
async function take(c: Context): Promise<KeptPage | null> {
  if (c.res.status !== 200) return null;
  const plain = new Uint8Array(await c.res.arrayBuffer());
  return { plain, packed: new Uint8Array(await pack(plain)) };
}

function send(c: Context, { plain, packed }: KeptPage): void {
  const encoding = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['gzip', 'identity'],
    default: 'identity',
  });
  const isPacked = encoding === 'gzip';
  c.res = undefined;
  c.res = new Response(isPacked ? packed : plain, {
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      Vary: 'Accept-Encoding',
      ...(isPacked && { 'Content-Encoding': 'gzip' }),
    },
  });
}
