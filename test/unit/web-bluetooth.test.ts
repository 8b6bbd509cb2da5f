import { describe, expect, test } from 'vitest';
import { openGuardedApp } from './access-fixture';

const syncFromPage = async () => ({ isDone: true, sheetsTaken: 1, words: 'Done.' });
const PAGE = '/kiosks/bluetooth';
const PIPE = `${PAGE}/pipe/${'0'.repeat(32)}`;
const JSON_BODY = { headers: { 'Content-Type': 'application/json' }, method: 'POST' };

describe('the page that syncs over the browser’s Bluetooth', () => {
  test('is for owners: nobody else sees it or its pipes', async () => {
    const { ask, signIn } = await openGuardedApp({}, { syncFromPage });
    const viewer = await signIn('viewer');
    for (const path of [PAGE, `${PAGE}/pipe`, PIPE, `${PIPE}/sync`]) {
      const how = path.includes(PIPE) ? JSON_BODY : {};
      expect([path, (await ask(path, how)).status === 200]).toEqual([path, false]);
      expect([path, (await ask(path, { ...how, cookie: viewer })).status]).toEqual([path, 403]);
    }
    expect((await ask(PAGE, { cookie: await signIn('owner') })).status).toBe(200);
  });

  test('takes nothing that a page of another site sends, and no form', async () => {
    const { ask, signIn } = await openGuardedApp({}, { syncFromPage });
    const cookie = await signIn('owner');
    const foreign = { ...JSON_BODY.headers, 'Sec-Fetch-Site': 'cross-site' };
    expect((await ask(`${PIPE}/sync`, { cookie, method: 'POST', headers: foreign })).status).toBe(403);
    expect((await ask(`${PIPE}/sync`, { cookie, form: { a: 'b' } })).status).toBe(404);
    expect((await ask(PIPE, { cookie, ...JSON_BODY })).status).toBe(404);
  });

  test('allows no more than every other page, and needs no key', async () => {
    const { ask, signIn } = await openGuardedApp({}, { syncFromPage });
    const cookie = await signIn('owner');
    const page = await ask(PAGE, { cookie });
    const other = await ask('/kiosks', { cookie });
    expect(page.headers.get('Content-Security-Policy')).toBe(other.headers.get('Content-Security-Policy'));
    expect(page.text).toContain('/assets/bluetooth.js');
    expect(page.text).toContain('<noscript>');
    expect(other.text).toContain(`href="${PAGE}"`);
  });

  test('is not there in a companion of simulated kiosks', async () => {
    const { ask, signIn } = await openGuardedApp();
    const cookie = await signIn('owner');
    expect((await ask(PAGE, { cookie })).status).toBe(404);
    expect((await ask('/kiosks', { cookie })).text).not.toContain(PAGE);
  });

  test('may answer as fast as a radio does, and unknown pipes end there', async () => {
    const { ask, signIn } = await openGuardedApp({}, { syncFromPage });
    const cookie = await signIn('owner');
    for (let step = 0; step < 300; step++)
      expect((await ask(PIPE, { cookie, ...JSON_BODY })).status).toBe(404);
    expect((await ask(PAGE, { cookie })).status).toBe(200);
  });
});
