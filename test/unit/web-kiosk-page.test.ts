import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { Booth } from '../../companion/web/deps';
import { makeDeps } from './web-fixture';

const KIOSK = '0123456789abcdef';
const json = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };

/** A booth without anything to sync. */
const makeBooth = (changed: Partial<Booth> = {}): Booth => ({
  prepare: async () => ({ kioskId: KIOSK, flash: new Uint8Array(36_864).fill(255) }),
  refill: () => new Uint8Array(36_864).fill(7),
  sync: async () => ({ isDone: true, sheetsTaken: 0, words: '' }),
  ...changed,
});

const makeApp = (booth: Booth | null = makeBooth()) => createApp(makeDeps({ booth }));

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
