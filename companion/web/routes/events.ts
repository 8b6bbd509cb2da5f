import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import type { Site } from '../site';

const OPEN_PAGES_MAX = 64;
const HEARTBEAT_MS = 25_000;

/** GET /events. Says which kind of page has something new; the page then fetches itself again. */
export const eventsRoute = (deps: Deps, site: Site) => {
  let openPages = 0;
  return (c: Context) => {
    if (openPages >= OPEN_PAGES_MAX) return refuse(c, site, 'too-many-live');
    return streamSSE(c, async (stream) => {
      openPages++;
      const unsubscribe = deps.subscribe((topic) => {
        void stream.writeSSE({ event: 'changed', data: topic });
      });
      stream.onAbort(() => {
        openPages--;
        unsubscribe();
      });
      await stream.writeSSE({ event: 'ready', data: '' });
      // Proxies close silent streams, and only a write shows that the other side has gone.
      while (!stream.aborted) {
        await stream.sleep(HEARTBEAT_MS);
        await stream.write(': still here\n\n');
      }
    });
  };
};
