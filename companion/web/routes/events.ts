import type { Context } from 'hono';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import type { Site } from '../site';
import { streamEvents } from '../stream-events';

const OPEN_PAGES_MAX = 64;

/** GET /events. Says which kind of page has something new; the page then fetches itself again. */
export const eventsRoute = (deps: Deps, site: Site) => {
  let openPages = 0;
  return (c: Context) => {
    if (openPages >= OPEN_PAGES_MAX) return refuse(c, site, 'too-many-live');
    return streamEvents(c, async (stream) => {
      openPages++;
      const unsubscribe = deps.subscribe((topic) => {
        void stream.writeSSE({ event: 'changed', data: topic });
      });
      stream.onAbort(() => {
        openPages--;
        unsubscribe();
      });
      await stream.writeSSE({ event: 'ready', data: '' });
    });
  };
};
