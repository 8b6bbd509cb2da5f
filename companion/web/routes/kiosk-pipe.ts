import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { Pipe, pipeAnswerSchema } from '../../link/pipe';
import { pipedDevice } from '../../link/piped-device';
import type { LinkDevice } from '../../link/port';
import type { Booth } from '../deps';
import { keepOpen } from '../keep-open';
import { refuse } from '../pages/refusals';
import type { Site } from '../site';

const PIPES_MAX = 16;
const DAY_MS = 86_400_000;

const syncSchema = z.strictObject({
  /** How far the page's simulated time is ahead of the companion's. */
  aheadMs: z
    .number()
    .min(0)
    .max(400 * DAY_MS),
});

interface OpenPipe {
  readonly kioskId: string;
  readonly pipe: Pipe;
  readonly device: LinkDevice;
}

const startTimer = (callback: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

/** The routes that join a kiosk in a page to the companion: steps go out as events, answers come in as posts. */
export function kioskPipeRoutes(booth: Booth, site: Site) {
  // A pipe's random name is known only to the page that opened it.
  const pipes = new Map<string, OpenPipe>();

  /** POST /kiosk/new. A fresh simulated kiosk: its flash, and its name in a header. */
  const prepare = async (c: Context) => {
    const kiosk = await booth.prepare();
    if (!kiosk)
      return c.json({ error: 'Enough simulated kiosks have been taken; restart the companion.' }, 503);
    return c.body(new Uint8Array(kiosk.flash), 201, {
      'Content-Type': 'application/octet-stream',
      'Counterstep-Kiosk': kiosk.kioskId,
    });
  };

  /** GET /kiosk/pipe?kiosk=. What the companion asks of the kiosk's radio, as long as the page stays open. */
  const open = (c: Context) => {
    const kioskId = c.req.query('kiosk') ?? '';
    if (!/^[0-9a-f]{16}$/.test(kioskId)) return refuse(c, site, 'page-unknown');
    if (pipes.size >= PIPES_MAX) return refuse(c, site, 'too-many-live');
    return streamSSE(c, async (stream) => {
      const name = randomBytes(16).toString('hex');
      const pipe = new Pipe((ask) => {
        void stream.writeSSE({ event: 'ask', data: JSON.stringify(ask) });
      }, startTimer);
      pipes.set(name, { kioskId, pipe, device: pipedDevice(pipe, kioskId) });
      stream.onAbort(() => {
        pipes.delete(name);
        pipe.close();
      });
      await stream.writeSSE({ event: 'pipe', data: name });
      await keepOpen(stream);
    });
  };

  /** POST /kiosk/pipe/:pipe. How a step ended in the page. */
  const answer = async (c: Context) => {
    const found = pipes.get(c.req.param('pipe') ?? '');
    const message = pipeAnswerSchema.safeParse(await readJson(c));
    if (!found) return c.json({ error: 'This pipe is closed.' }, 404);
    if (!message.success) return c.json({ error: 'This is not an answer.' }, 400);
    found.pipe.take(message.data);
    return c.body(null, 204);
  };

  /** POST /kiosk/pipe/:pipe/sync. Talks to the kiosk in the page now, and says how it went. */
  const sync = async (c: Context) => {
    const found = pipes.get(c.req.param('pipe') ?? '');
    const wish = syncSchema.safeParse(await readJson(c));
    if (!found) return c.json({ error: 'This pipe is closed.' }, 404);
    if (!wish.success) return c.json({ error: 'This is not a time.' }, 400);
    return c.json(await booth.sync(found.kioskId, found.device, wish.data.aheadMs));
  };

  return { prepare, open, answer, sync };
}

/** The body as JSON; undefined when it is none or not called so, which forms of other sites cannot send. */
async function readJson(c: Context): Promise<unknown> {
  if (c.req.header('Content-Type') !== 'application/json') return undefined;
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
