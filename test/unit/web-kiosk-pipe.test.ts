import { describe, expect, test } from 'vitest';
import { toHex } from '../../companion/link/hex';
import type { PipeAsk } from '../../companion/link/pipe';
import { createApp } from '../../companion/web/app';
import type { Booth } from '../../companion/web/deps';
import { makeDeps } from './web-fixture';

const KIOSK = '0123456789abcdef';
const json = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };

/** A booth that reads one characteristic over the pipe and says what it was. */
function makeBooth(): Booth {
  return {
    prepare: async () => null,
    refill: () => new Uint8Array(),
    sync: async (kioskId, device, aheadMs) => {
      const characteristic = await (await device.gatt.getPrimaryService('s')).getCharacteristic('c');
      const value = new Uint8Array((await characteristic.readValue()).buffer);
      return { isDone: true, sheetsTaken: 1, words: `${kioskId} gave ${toHex(value)} at ${aheadMs}` };
    },
  };
}

const makeApp = () => createApp(makeDeps({ booth: makeBooth() }));

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

  test('refuses what is not called JSON: a form of another site can say anything else', async () => {
    const app = makeApp();
    const pipe = await openPipe(app);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await app.request(`/kiosk/pipe/${pipe.name}`, {
        method: 'POST',
        headers: { ...json, 'Content-Type': type },
        body: '{"id":1,"value":""}',
      });
      expect(answer.status).toBe(400);
    }
    await pipe.close();
  });

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
});
