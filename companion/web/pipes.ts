import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { Pipe, pipeAnswerSchema } from '../link/pipe';
import { pipedDevice } from '../link/piped-device';
import type { LinkDevice } from '../link/port';
import { refuse } from './pages/refusals';
import type { Site } from './site';
import { streamEvents } from './stream-events';

const PIPES_MAX = 16;

/** A page that holds a radio, and the device at its far end. */
interface OpenPipe {
  /** what the page was opened for */
  readonly label: string;
  readonly pipe: Pipe;
  readonly device: LinkDevice;
}

const startTimer = (callback: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

/** Pipes to pages: steps go out as events, answers come in as posts. */
export function createPipes(site: Site) {
  // A pipe's random name is known only to the page that opened it.
  const pipes = new Map<string, OpenPipe>();

  /** The pipe that a request names, if it is still open. */
  const find = (c: Context): OpenPipe | undefined => pipes.get(c.req.param('pipe') ?? '');

  /** Sends what the companion asks of the page's radio, as long as the page stays open. */
  const open = (c: Context, label: string) => {
    if (pipes.size >= PIPES_MAX) return refuse(c, site, 'too-many-live');
    return streamEvents(c, async (stream) => {
      const name = randomBytes(16).toString('hex');
      const pipe = new Pipe((ask) => {
        void stream.writeSSE({ event: 'ask', data: JSON.stringify(ask) });
      }, startTimer);
      pipes.set(name, { label, pipe, device: pipedDevice(pipe, label) });
      stream.onAbort(() => {
        pipes.delete(name);
        pipe.close();
      });
      await stream.writeSSE({ event: 'pipe', data: name });
    });
  };

  /** Takes how a step ended in the page. */
  const answer = async (c: Context) => {
    const found = find(c);
    const message = pipeAnswerSchema.safeParse(await readJson(c));
    if (!found) return c.json({ error: 'This pipe is closed.' }, 404);
    if (!message.success) return c.json({ error: 'This is not an answer.' }, 400);
    found.pipe.take(message.data);
    return c.body(null, 204);
  };

  return { find, open, answer };
}

/** The body as JSON; undefined when it is none or not called so, which forms of other sites cannot send. */
export async function readJson(c: Context): Promise<unknown> {
  if (c.req.header('Content-Type') !== 'application/json') return undefined;
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
