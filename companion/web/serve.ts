import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

const PORTS_TRIED = 20;

/** A running server. */
export interface Serving {
  /** What to open in a browser. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface ServeOptions {
  readonly port: number;
  /** The address to listen on; loopback unless told otherwise. */
  readonly host?: string;
  /** Called with each port that was taken and the one tried next. */
  readonly onTaken?: (taken: number, next: number) => void;
}

/**
 * Serves the pages on the first free port from the one asked for.
 *
 * @throws Error when none of 20 ports is free, or the address cannot be listened on
 */
export async function serve(app: Hono, options: ServeOptions): Promise<Serving> {
  const host = options.host ?? '127.0.0.1';
  for (let port = options.port; port < options.port + PORTS_TRIED; port++) {
    const serving = await listen(app, host, port);
    if (serving) return serving;
    options.onTaken?.(port, port + 1);
  }
  throw new Error(`no free port from ${options.port} to ${options.port + PORTS_TRIED - 1}`);
}

/** Listens on one port; null when it is taken. */
function listen(app: Hono, host: string, port: number): Promise<Serving | null> {
  const server = createServer(getRequestListener(app.fetch));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${name}:${bound}/`,
        port: bound,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Pages with live updates never end by themselves.
            server.closeAllConnections();
          }),
      });
    });
  });
}
