import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { CompanionError } from '../errors';

const PORTS_TRIED = 20;
/** Slow senders do not hold connections for ever, and many connections do not hold all the memory. */
const LIMITS: Limits = {
  headersMs: 15_000,
  requestMs: 30_000,
  checkEveryMs: 5_000,
  connections: 512,
  // Longer than a proxy keeps a connection that it may use again (their manuals: nginx 60 s, AWS 60 s, Caddy 120 s).
  // Whoever hangs up first must be the proxy: a message that it sends just then is answered 502, and not sent again.
  idleMs: 130_000,
};
/** How long requests may go on after the end was called for. Pages with live updates never end by themselves. */
const GRACE_MS = 500;

/** How long a request may take to arrive, how many connections there may be, and how long each may rest. */
interface Limits {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly checkEveryMs: number;
  readonly connections: number;
  readonly idleMs: number;
}

/** A running server. */
export interface Serving {
  /** What to open in a browser on this machine. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets those under way end for half a second, then ends all. */
  close(): Promise<void>;
}

interface ServeOptions {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Called with each port that was taken and the one tried next; without it only the one port is tried. */
  readonly onTaken?: (taken: number, next: number) => void;
  /** Other limits than the usual ones. */
  readonly limits?: Limits;
}

/**
 * Serves the pages on the port asked for, or on the first free one of 20 from there.
 *
 * @throws CompanionError `port-taken`, `listen-refused`
 */
export async function serve(app: Hono, options: ServeOptions): Promise<Serving> {
  const { host, limits = LIMITS } = options;
  const end = options.onTaken ? options.port + PORTS_TRIED : options.port + 1;
  for (let port = options.port; port < end; port++) {
    const serving = await listen(app, host, port, limits);
    if (serving) return serving;
    if (port + 1 < end) options.onTaken?.(port, port + 1);
  }
  throw new CompanionError('port-taken', `Tried ${options.port} to ${end - 1} on ${host}.`);
}

/** Listens on one port; null when it is taken. */
function listen(app: Hono, host: string, port: number, limits: Limits): Promise<Serving | null> {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      keepAliveTimeout: limits.idleMs,
    },
    getRequestListener(app.fetch),
  );
  server.maxConnections = limits.connections;
  server.on('drop', () => server.closeIdleConnections()); // those who rest make room for the next to come
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(new CompanionError('listen-refused', `${error.code}: ${host}, port ${port}.`, error));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      resolve({
        url: `http://${nameFor(host)}:${bound}/`,
        port: bound,
        close: () =>
          new Promise((done) => {
            const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
            server.close(() => {
              clearTimeout(grace);
              done();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
}

/** How browsers on this machine call an address that is listened on. */
function nameFor(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
