import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { collectMessage } from '../../companion/forward/collect';
import type { ForwardMessage } from '../../companion/forward/message';
import { readSpansAfter } from '../../companion/release/forwarded-spans';
import { saveKiosk } from '../../companion/store/kiosk';
import { saveStore } from '../../companion/store/store';
import { addSpans, addVitals, makeSpan, openPair } from './forward-fixture';
import { KIOSK_A, STORE_ID } from './store-sheets';

const EMPTY = { versions: [1], storeId: STORE_ID, newestSpanNo: 0, vitalsReadAt: {}, refused: [] };
const ADDRESS = 'https://chain.example.org/forward/v1';

async function openWithMessage() {
  const pair = await openPair();
  await addSpans(pair.sender.db, [100, 200]);
  await addVitals(pair.sender, ['2026-10-30']);
  const message = await collectMessage(pair.sender.db, STORE_ID, EMPTY);
  const send = async (said: unknown, headers: Record<string, string> = {}) => {
    const answer = await pair.ask(ADDRESS, {
      method: 'POST',
      headers: { Authorization: `Bearer ${pair.token}`, ...headers },
      body: typeof said === 'string' || said instanceof Uint8Array ? said : JSON.stringify(said),
    });
    return { status: answer.status, said: await answer.text() };
  };
  const held = async () => ({
    spans: (await readSpansAfter(pair.receiver.db, STORE_ID, 0, 100)).length,
    kiosks: (await pair.receiver.db.selectFrom('kiosk').selectAll().execute()).length,
    vitals: (await pair.receiver.db.selectFrom('vitals').selectAll().execute()).length,
  });
  return { ...pair, message, send, held };
}

const NOTHING = { spans: 0, kiosks: 0, vitals: 0 };

test('a message that comes twice changes nothing', async () => {
  const { message, send, held } = await openWithMessage();
  const first = await send(message);
  expect(first.status).toBe(200);
  expect(await send(message)).toEqual(first);
  expect(await held()).toEqual({ spans: 2, kiosks: 1, vitals: 1 });
});

test('what a later version adds is left, and counters that an earlier one lacks are missed by nobody', async () => {
  const { message, send, held, receiver } = await openWithMessage();
  const [first, second] = message.spans as [ForwardMessage['spans'][0], ForwardMessage['spans'][0]];
  const shorter = {
    totals: first.totals.slice(0, 90),
    record: { ...first.record, bands: first.record.bands.slice(0, 90), weather: 'fine' },
  };
  const longer = {
    totals: [...second.totals, 30],
    record: { ...second.record, bands: [...second.record.bands, 30] },
  };
  expect(await send({ ...message, spans: [shorter, longer], mood: 'good' })).toMatchObject({ status: 200 });
  expect(await held()).toMatchObject({ spans: 2 });
  const [kept] = await receiver.db.selectFrom('release').select('record').execute();
  expect(kept?.record).not.toContain('weather');
});

type Spoil = (message: ForwardMessage) => unknown;
const span = (message: ForwardMessage) => message.spans[0] as ForwardMessage['spans'][0];
const refusals: { name: string; spoil: Spoil; status: number; headers?: Record<string, string> }[] = [
  { name: 'no token', spoil: (m) => m, headers: { Authorization: '' }, status: 401 },
  {
    name: 'a token of somebody else',
    spoil: (m) => m,
    headers: { Authorization: 'Bearer counterstep_store_x' },
    status: 401,
  },
  { name: 'another store', spoil: (m) => ({ ...m, storeId: 'store-2' }), status: 403 },
  {
    name: 'spans of another store',
    spoil: (m) => ({ ...m, spans: [{ ...span(m), record: { ...span(m).record, storeId: 'store-2' } }] }),
    status: 403,
  },
  { name: 'a later version', spoil: (m) => ({ ...m, version: 2 }), status: 422 },
  { name: 'no JSON', spoil: () => '{', status: 422 },
  { name: 'a gzip that is none', spoil: () => '{}', headers: { 'Content-Encoding': 'gzip' }, status: 422 },
  {
    name: 'a gzip that grows beyond bounds',
    spoil: (m) => new Uint8Array(gzipSync(' '.repeat(20_000_000) + JSON.stringify(m))),
    headers: { 'Content-Encoding': 'gzip' },
    status: 422,
  },
  { name: 'a body beyond bounds', spoil: () => ' '.repeat(1_100_000), status: 413 },
  {
    name: 'the second span without the first',
    spoil: (m) => ({ ...m, spans: m.spans.slice(1) }),
    status: 409,
  },
  {
    name: 'a span of the days of another',
    spoil: (m) => ({
      ...m,
      spans: [span(m), { ...makeSpan(1, 100), record: { ...makeSpan(1, 100).record, spanNo: 2 } }],
    }),
    status: 409,
  },
  { name: 'a span of too few checks', spoil: (m) => ({ ...m, spans: [makeSpan(1, 99)] }), status: 422 },
  {
    name: 'a band that its total does not give',
    spoil: (m) => ({ ...m, spans: [{ ...span(m), totals: span(m).totals.map((total) => total + 1000) }] }),
    status: 422,
  },
  {
    name: 'a simulated span',
    spoil: (m) => ({ ...m, spans: [{ ...span(m), record: { ...span(m).record, isSimulated: true } }] }),
    status: 422,
  },
  {
    name: 'a span that was published before its last day',
    spoil: (m) => ({
      ...m,
      spans: [{ ...span(m), record: { ...span(m).record, publishedOn: span(m).record.lastDay } }],
    }),
    status: 422,
  },
  {
    name: 'a count below zero',
    spoil: (m) => ({ ...m, spans: [{ ...span(m), totals: [-1] }] }),
    status: 422,
  },
  {
    name: 'a name with a line break',
    spoil: (m) => ({ ...m, kiosks: m.kiosks.map((kiosk) => ({ ...kiosk, name: 'Till\n' })) }),
    status: 422,
  },
  {
    name: 'a name with a sign that turns text around',
    spoil: (m) => ({ ...m, kiosks: m.kiosks.map((kiosk) => ({ ...kiosk, name: 'Till \u202E' })) }),
    status: 422,
  },
];

describe('a message is refused whole when it has', () => {
  test.each(refusals)('$name', async ({ spoil, status, headers }) => {
    const { message, send, held } = await openWithMessage();
    const answer = await send(spoil(message), headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.said).error.message).toMatch(/^[A-Z].*\.$|stores token$/);
    expect(await held()).toEqual(NOTHING);
  });
});

test('a kiosk of another store is left out and said so; the rest is taken', async () => {
  const { message, send, held, receiver } = await openWithMessage();
  await saveStore(receiver, { storeId: 'store-2', name: 'Other', isSimulated: true, region: null });
  const theirs = { storeId: 'store-2', kioskId: KIOSK_A, name: 'Theirs', board: 'pixljs', isSimulated: true };
  await saveKiosk(receiver, theirs);
  const answer = await send(message);
  expect(JSON.parse(answer.said).refused).toEqual([`Kiosk ${KIOSK_A} belongs to another store here.`]);
  expect(await held()).toEqual({ spans: 2, kiosks: 1, vitals: 0 });
});

test('how often a kiosk was used, exactly, never leaves its store', async () => {
  const { message, sender } = await openWithMessage();
  const [stored] = await sender.db.selectFrom('vitals').select('reading').execute();
  expect(JSON.parse(stored?.reading ?? '')).toMatchObject({ started: 4711, finished: 4242 });
  expect(message.vitals).toHaveLength(1);
  expect(JSON.stringify(message)).not.toMatch(/4711|4242/);
});

test('vitals that come late do not take the place of newer ones', async () => {
  const { message, send, receiver } = await openWithMessage();
  const [vitals] = message.vitals;
  const at = (hour: string, boots: number) => ({
    ...vitals,
    readAt: `2026-10-30T${hour}:00:00.000Z`,
    reading: { ...vitals?.reading, boots },
  });
  const bootsKept = async () => {
    const [kept] = await receiver.db.selectFrom('vitals').select('reading').execute();
    return JSON.parse(kept?.reading ?? '').boots;
  };
  await send({ ...message, vitals: [at('12', 12)] });
  await send({ ...message, vitals: [at('09', 9)] });
  expect(await bootsKept()).toBe(12);
  await send({ ...message, vitals: [at('13', 13)] });
  expect(await bootsKept()).toBe(13);
});

test('a kiosk that was heard in the future was heard now', async () => {
  const { message, send, receiver } = await openWithMessage();
  await send({
    ...message,
    kiosks: message.kiosks.map((kiosk) => ({ ...kiosk, lastHeardAt: '2031-01-01T00:00:00Z' })),
  });
  const [kiosk] = await receiver.db.selectFrom('kiosk').select('lastSyncAt').execute();
  expect(kiosk?.lastSyncAt).toBe('2026-11-02T09:00:00.000Z');
});

test('vitals from a clock that is ahead are left out and said so, and keep no later ones away', async () => {
  const { message, send, held } = await openWithMessage();
  const at = (readAt: string) => message.vitals.map((vitals) => ({ ...vitals, readAt }));
  const ahead = await send({ ...message, vitals: at('2031-01-01T00:00:00.000Z') });
  expect(ahead.status).toBe(200);
  expect(ahead.said).toMatch(/"vitalsReadAt":\{\},"refused":\["[^"]*look at the clocks/);
  expect(await held()).toMatchObject({ spans: 2, vitals: 0 });
  await send({ ...message, vitals: at('2026-11-02T08:00:00.000Z') });
  expect(await held()).toMatchObject({ spans: 2, vitals: 1 });
});

test('whoever tries tokens is refused after a while, with the time to wait', async () => {
  const { ask } = await openWithMessage();
  const answers = [];
  for (let i = 0; i < 130; i++)
    answers.push(await ask(ADDRESS, { headers: { Authorization: `Bearer counterstep_store_${i}` } }));
  expect(answers[0]?.status).toBe(401);
  expect(answers.at(-1)?.status).toBe(429);
  expect(Number(answers.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('of many messages at once four are worked on, the others are asked to come again', async () => {
  const { message, token, ask, held } = await openWithMessage();
  const body = new Uint8Array(gzipSync(JSON.stringify(message)));
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Encoding': 'gzip',
    'Content-Length': String(body.length),
  };
  const send = (arrival: Promise<void>) =>
    ask(ADDRESS, {
      method: 'POST',
      headers,
      body: new ReadableStream({
        async start(controller) {
          await arrival;
          controller.enqueue(body);
          controller.close();
        },
      }),
      duplex: 'half',
    });
  const busy: Response[] = [];
  const ok: Response[] = [];
  let letAllArrive = (): void => undefined;
  const allArrive = new Promise<void>((resolve) => {
    letAllArrive = resolve;
  });
  const sent = Array.from({ length: 7 }, async () => {
    const answer = await send(allArrive);
    (answer.status === 200 ? ok : busy).push(answer);
    if (busy.length === 3) letAllArrive();
  });
  await Promise.all(sent);
  expect(ok).toHaveLength(4);
  expect(busy.map(({ status }) => status)).toEqual([503, 503, 503]);
  for (const { headers: said } of busy) expect(Number(said.get('Retry-After'))).toBeGreaterThan(0);
  expect((await send(Promise.resolve())).status).toBe(200);
  expect(await held()).toEqual({ spans: 2, kiosks: 1, vitals: 1 });
});
