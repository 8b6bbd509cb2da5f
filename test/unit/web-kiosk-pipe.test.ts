import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../companion/link/hex';
import { Pipe, type PipeAsk, PipeError, pipeAnswerSchema } from '../../companion/link/pipe';
import { createApp } from '../../companion/web/app';
import type { Booth } from '../../companion/web/deps';
import { makeDeps } from './web-fixture';

const KIOSK = '0123456789abcdef';
const json = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };

/** A booth that reads one characteristic over the pipe and says what it was. */
function makeBooth(changed: Partial<Booth> = {}): Booth {
  return {
    prepare: async () => ({ kioskId: KIOSK, flash: new Uint8Array(36_864).fill(255) }),
    refill: () => new Uint8Array(36_864).fill(7),
    sync: async (kioskId, device, aheadMs) => {
      const characteristic = await (await device.gatt.getPrimaryService('s')).getCharacteristic('c');
      const value = new Uint8Array((await characteristic.readValue()).buffer);
      return { isDone: true, sheetsTaken: 1, words: `${kioskId} gave ${toHex(value)} at ${aheadMs}` };
    },
    ...changed,
  };
}

const makeApp = (booth: Booth | null = makeBooth()) => createApp(makeDeps({ booth }));

/** Opens a pipe as a page does; `next` gives the next event. */
async function openPipe(app: ReturnType<typeof makeApp>) {
  const answer = await app.request(`/kiosk/pipe?kiosk=${KIOSK}`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async () => {
    while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? '\n\n';
    const [event = '', ...rest] = text.split('\n\n');
    text = rest.join('\n\n');
    return { event: /^event: (.*)$/m.exec(event)?.[1], data: /^data: (.*)$/m.exec(event)?.[1] ?? '' };
  };
  const { data: name } = await next();
  return { name, next, close: () => reader?.cancel() };
}

describe('the pipe between a page and the companion', () => {
  test('carries a step out, its answer in, and says how the sync went', async () => {
    const app = makeApp();
    const { name, next, close } = await openPipe(app);
    const syncing = app.request(`/kiosk/pipe/${name}/sync`, {
      method: 'POST',
      headers: json,
      body: '{"aheadMs":5}',
    });
    const { event, data } = await next();
    expect(event).toBe('ask');
    const ask = JSON.parse(data) as PipeAsk;
    expect(ask).toMatchObject({ step: 'read', service: 's', characteristic: 'c' });
    const body = JSON.stringify({ id: ask.id, value: 'c0de' });
    const answered = await app.request(`/kiosk/pipe/${name}`, { method: 'POST', headers: json, body });
    expect(answered.status).toBe(204);
    expect(await (await syncing).json()).toEqual({
      isDone: true,
      sheetsTaken: 1,
      words: `${KIOSK} gave c0de at 5`,
    });
    await close();
  });

  test('is closed for everybody once its page is gone', async () => {
    const app = makeApp();
    const { name, close } = await openPipe(app);
    await close();
    const late = await app.request(`/kiosk/pipe/${name}/sync`, {
      method: 'POST',
      headers: json,
      body: '{"aheadMs":0}',
    });
    expect(late.status).toBe(404);
  });

  test('opens only so many at once', async () => {
    const app = makeApp();
    const open = [];
    for (let i = 0; i < 16; i++) open.push(await openPipe(app));
    expect((await app.request(`/kiosk/pipe?kiosk=${KIOSK}`)).status).toBe(503);
    await open[0]?.close();
    const again = await openPipe(app);
    for (const pipe of [...open, again]) await pipe.close();
  });

  const refused = [
    { name: 'an answer with another field', path: '', body: '{"id":1,"value":"","x":1}', status: 400 },
    { name: 'an answer that is no bytes', path: '', body: '{"id":1,"value":"zz"}', status: 400 },
    { name: 'half a byte', path: '', body: '{"id":1,"value":"abc"}', status: 400 },
    { name: 'something that is not JSON', path: '', body: '{', status: 400 },
    { name: 'a sync into the past', path: '/sync', body: '{"aheadMs":-1}', status: 400 },
    {
      name: 'a body that is too large',
      path: '',
      body: `{"id":1,"value":"${'00'.repeat(3000)}"}`,
      status: 413,
    },
  ];
  for (const { name, path, body, status } of refused) {
    test(`refuses ${name}`, async () => {
      const app = makeApp();
      const pipe = await openPipe(app);
      const answer = await app.request(`/kiosk/pipe/${pipe.name}${path}`, {
        method: 'POST',
        headers: json,
        body,
      });
      expect(answer.status).toBe(status);
      await pipe.close();
    });
  }

  test('refuses a kiosk that is none', async () => {
    for (const kiosk of ['', 'x', `${KIOSK}0`, '../..'])
      expect((await makeApp().request(`/kiosk/pipe?kiosk=${encodeURIComponent(kiosk)}`)).status).toBe(404);
  });

  test('refuses what a page of another site sends', async () => {
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      {},
    ]) {
      const answer = await makeApp().request('/kiosk/new', { method: 'POST', headers });
      expect(answer.status).toBe(403);
    }
  });

  test('refuses a foreign name in the address', async () => {
    const app = createApp(makeDeps({ hosts: ['localhost', '127.0.0.1', '::1'] }));
    for (const host of ['evil.example', 'localhost.evil.example', '']) {
      expect((await app.request('/', { headers: { Host: host } })).status).toBe(403);
    }
    for (const host of ['localhost:8080', 'LOCALHOST', '127.0.0.1:8080', '[::1]:8080']) {
      expect((await app.request('/', { headers: { Host: host } })).status).toBe(200);
    }
  });
});

describe('the page with a kiosk', () => {
  const wish = JSON.stringify({ board: 'banglejs2', language: 'de' });
  const ask = (path: string, body: string, headers = {}) =>
    makeApp().request(path, { method: 'POST', headers: { ...json, ...headers }, body });

  test('gives a flash and its name', async () => {
    const answer = await ask('/kiosk/new', wish);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Counterstep-Kiosk')).toBe(KIOSK);
    expect((await answer.arrayBuffer()).byteLength).toBe(36_864);
  });

  test('gives what lies behind the ledger in another language', async () => {
    const answer = await ask('/kiosk/refill', JSON.stringify({ ...JSON.parse(wish), kioskId: KIOSK }));
    expect(answer.status).toBe(201);
    expect(new Uint8Array(await answer.arrayBuffer()).every((byte) => byte === 7)).toBe(true);
  });

  test('packs the flash for who can unpack it', async () => {
    const answer = await ask('/kiosk/new', wish, { 'Accept-Encoding': 'br, gzip' });
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer()))).toHaveLength(36_864);
  });

  const strange = [
    {
      name: 'a board that there is no firmware for',
      path: '/kiosk/new',
      body: { board: 'x', language: 'en' },
    },
    {
      name: 'a language that nobody has written',
      path: '/kiosk/new',
      body: { board: 'pixljs', language: 'it' },
    },
    { name: 'no wish at all', path: '/kiosk/new', body: {} },
    { name: 'a kiosk without a name', path: '/kiosk/refill', body: JSON.parse(wish) },
    {
      name: 'a name that is a path',
      path: '/kiosk/refill',
      body: { ...JSON.parse(wish), kioskId: '../../etc' },
    },
  ];
  for (const { name, path, body } of strange) {
    test(`refuses ${name}`, async () => {
      const answer = await ask(path, JSON.stringify(body));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toHaveProperty('error');
    });
  }

  test('says when there are too many kiosks', async () => {
    const app = makeApp(makeBooth({ prepare: async () => null }));
    const answer = await app.request('/kiosk/new', { method: 'POST', headers: json, body: wish });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toHaveProperty('error');
  });

  test('is the only one that may evaluate, and says that it is simulated', async () => {
    const answer = await makeApp().request('/kiosk');
    expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self' 'unsafe-eval'");
    expect(await answer.text()).toContain('<strong>Simulated.</strong>');
    const other = await makeApp().request('/kiosks');
    expect(other.headers.get('Content-Security-Policy')).not.toContain('unsafe-eval');
  });

  test('has a named button for each key, and says without script what is missing', async () => {
    const text = await (await makeApp().request('/kiosk')).text();
    expect(text.match(/data-key="[1-4]"/g)).toHaveLength(4);
    expect(text).toContain(', bottom left</span>');
    for (const label of ['Board', 'Language it begins with', 'Size it begins with'])
      expect(text).toContain(`>${label}</label>`);
    for (const held of ['Hold Back', 'Wipe', 'Staff menu']) expect(text).toContain(`>${held}</button>`);
    expect(text).toContain('<noscript>');
    expect(text).toContain('aria-live="polite"');
  });

  test('does not exist in a companion of real kiosks', async () => {
    const app = makeApp(null);
    for (const path of ['/kiosk', `/kiosk/pipe?kiosk=${KIOSK}`])
      expect((await app.request(path)).status).toBe(404);
    expect(await (await app.request('/')).text()).not.toContain('href="/kiosk"');
  });
});

describe('a pipe', () => {
  const makePipe = () => {
    const asked: PipeAsk[] = [];
    const timers: (() => void)[] = [];
    const pipe = new Pipe(
      (ask) => asked.push(ask),
      (callback) => {
        timers.push(callback);
        return () => timers.splice(timers.indexOf(callback), 1);
      },
    );
    return { pipe, asked, timers };
  };

  test('answers each step by its own number, in any order', async () => {
    const { pipe, asked, timers } = makePipe();
    const first = pipe.ask({ step: 'read' });
    const second = pipe.ask({ step: 'read' });
    pipe.take({ id: asked[1]?.id ?? 0, value: '02' });
    pipe.take({ id: asked[0]?.id ?? 0, value: '01' });
    expect([await first, await second]).toEqual(['01', '02']);
    expect(timers).toHaveLength(0);
  });

  test('gives up a step after its time limit, and a late answer changes nothing', async () => {
    const { pipe, asked, timers } = makePipe();
    const step = pipe.ask({ step: 'connect' });
    timers[0]?.();
    await expect(step).rejects.toThrow(PipeError);
    expect(() => pipe.take({ id: asked[0]?.id ?? 0, value: '' })).not.toThrow();
  });

  test('passes on why the other side refused', async () => {
    const { pipe, asked } = makePipe();
    const step = pipe.ask({ step: 'write', value: '00' });
    pipe.take({ id: asked[0]?.id ?? 0, error: 'Not connected' });
    await expect(step).rejects.toThrow('Not connected');
  });

  test('that closes ends what waits, says that the link is gone, and takes no more', async () => {
    const { pipe } = makePipe();
    let dropped = 0;
    pipe.onDropped = () => dropped++;
    const step = pipe.ask({ step: 'read' });
    pipe.take({ isDropped: true });
    pipe.close();
    await expect(step).rejects.toThrow(PipeError);
    await expect(pipe.ask({ step: 'read' })).rejects.toThrow(PipeError);
    expect(dropped).toBe(2);
  });

  test('takes only answers of the known shapes', () => {
    expect(pipeAnswerSchema.safeParse({ id: 1, value: '00ff' }).success).toBe(true);
    for (const wrong of [
      null,
      [],
      {},
      { id: 0, value: '' },
      { id: 1 },
      { isDropped: false },
      { id: 1, error: 7 },
    ])
      expect(pipeAnswerSchema.safeParse(wrong).success).toBe(false);
  });

  test('keeps bytes through hexadecimal digits', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(fromHex(toHex(all))).toEqual(all);
    expect(fromHex('')).toEqual(new Uint8Array(0));
  });
});
