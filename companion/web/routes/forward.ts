import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FORWARD_VERSION, forwardMessage } from '../../forward/message';
import { type Reception, type ReceptionRefusal, readState, receive } from '../../forward/receive';
import { storeOfToken } from '../../forward/store-token';
import type { Access, Deps } from '../deps';

const PACKED_BYTES_MAX = 1_000_000;
const UNPACKED_BYTES_MAX = 8_000_000;
/** Messages that are worked on at once; the rest is asked to come again. */
const AT_ONCE_MAX = 4;
const AGAIN_S = 5;

type Refusal =
  | ReceptionRefusal
  | 'token-needed'
  | 'too-much'
  | 'busy'
  | 'clock-doubted'
  | 'not-understood'
  | 'version-unknown';

const REFUSALS: Readonly<
  Record<Refusal, readonly [status: 400 | 401 | 403 | 409 | 413 | 422 | 503, words: string]>
> = {
  'token-needed': [
    401,
    'The store token is missing, unknown or revoked. Make one with: counterstep stores token',
  ],
  'too-much': [413, 'The message is too large.'],
  busy: [503, 'Too many stores are sending at once; come again.'],
  'clock-doubted': [
    503,
    'This companion’s machine has a clock that leapt: it takes nothing until that is set, and loses nothing. There: counterstep doctor',
  ],
  'not-understood': [422, 'The message is not one of ours.'],
  'version-unknown': [
    422,
    `This companion reads version ${FORWARD_VERSION}: update the older one of the two.`,
  ],
  'not-your-store': [403, 'The token speaks for another store: give the store the same id on both sides.'],
  'store-is-local': [409, 'This companion syncs that store’s kiosks itself.'],
  'span-differs': [409, 'A span with that number is here already, with other contents. It was not changed.'],
  'span-out-of-order': [409, 'The spans do not follow those that are here.'],
  'span-impossible': [422, 'A span’s figures do not fit together.'],
};

const unzip = promisify(gunzip);

/** What a store's companion asks of its chain's: what it holds, and to take more. Each with the store's token. */
export function addForward(
  app: Hono,
  { db }: Access,
  { nowMs, doubtClock }: Pick<Deps, 'nowMs' | 'doubtClock'>,
): void {
  let atOnce = 0;
  app.get('/forward/v1', async (c) => {
    const storeId = await storeOf(c, db);
    return storeId === undefined ? refuse(c, 'token-needed') : c.json(await readState(db, storeId));
  });
  const limit = bodyLimit({ maxSize: PACKED_BYTES_MAX, onError: (c) => refuse(c, 'too-much') });
  app.post('/forward/v1', limit, async (c) => {
    const storeId = await storeOf(c, db);
    if (storeId === undefined) return refuse(c, 'token-needed');
    if ((await doubtClock()) !== null) return refuse(c, 'clock-doubted');
    if (atOnce >= AT_ONCE_MAX) return refuse(c, 'busy');
    atOnce++;
    try {
      const reception = await receiveBody(c, storeId);
      if (typeof reception === 'string') return refuse(c, reception);
      if (reception.end === 'refused') return refuse(c, reception.reason);
      return c.json(reception.state);
    } finally {
      atOnce--;
    }
  });

  async function receiveBody(c: Context, storeId: string): Promise<Reception | Refusal> {
    const said = await readJson(c);
    if (said === undefined) return 'not-understood';
    const message = forwardMessage.safeParse(said);
    if (message.success) return receive(db, storeId, message.data, nowMs());
    const isOther = (said as { version?: unknown } | null)?.version !== FORWARD_VERSION;
    return isOther ? 'version-unknown' : 'not-understood';
  }
}

async function readJson(c: Context): Promise<unknown> {
  try {
    const body = Buffer.from(await c.req.arrayBuffer());
    const isPacked = c.req.header('Content-Encoding') === 'gzip';
    const text = isPacked ? await unzip(body, { maxOutputLength: UNPACKED_BYTES_MAX }) : body;
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function storeOf(c: Context, db: Access['db']): Promise<string | undefined> {
  const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  return token === undefined ? undefined : storeOfToken(db, token);
}

function refuse(c: Context, code: Refusal) {
  const [status, message] = REFUSALS[code];
  if (code === 'busy') c.header('Retry-After', String(AGAIN_S));
  if (code === 'token-needed') c.header('WWW-Authenticate', 'Bearer realm="counterstep"');
  return c.json({ error: { code, message } }, status);
}
