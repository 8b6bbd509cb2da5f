import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { databaseFile, openStore } from '../../companion/store/open-store';
import { createReadModel } from '../../companion/store/read-model';
import { saveStore } from '../../companion/store/store';
import { createApp } from '../../companion/web/app';
import { openGuardedApp } from './access-fixture';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';
import { makeDeps, makeReadModel, NOW_MS } from './web-fixture';

const NAMES = ['Stride & Co', 'Mill Lane', 'Left Foot', 'Uphill'];

/** The pages over a database, with how often the list of stores was read for one. */
async function openPages() {
  const store = await openTestStore(createFakeClock());
  const readModel = createReadModel(store.db);
  let nowMs = NOW_MS;
  let made = 0;
  const app = createApp(
    makeDeps({
      nowMs: () => nowMs,
      dataVersion: store.readVersion,
      readModel: {
        ...readModel,
        pageStores: (...asked) => {
          made++;
          return readModel.pageStores(...asked);
        },
      },
    }),
  );
  return {
    store,
    made: () => made,
    pass: (ms: number) => (nowMs += ms),
    rename: (name: string) => saveStore(store, { storeId: STORE_ID, name, isSimulated: true, region: null }),
    read: async (path = '/stores') => (await app.request(path)).text(),
    ask: (path: string, headers: Record<string, string>) => app.request(path, { headers }),
  };
}

describe('the version of a database', () => {
  test('stays the same while nothing is written, and is another after every change', async () => {
    const { store, rename } = await openPages();
    const seen = new Set<string>();
    for (const name of NAMES) {
      const version = await store.readVersion();
      await createReadModel(store.db).listStores();
      expect(await store.readVersion()).toBe(version);
      expect(seen).not.toContain(version);
      seen.add(version);
      await rename(name);
    }
    await store.db.deleteFrom('kiosk').execute();
    expect(seen).not.toContain(await store.readVersion());
  });

  test('is another after a change that another program makes in the same file', async () => {
    const folder = makeTemporaryFolder();
    const store = await openStore(folder, 'real', createFakeClock());
    const other = new Libsql(databaseFile(folder, 'real'));
    const before = await store.readVersion();
    other.exec("insert into store (storeId, name, isSimulated) values ('a', 'A', 0)");
    expect(await store.readVersion()).not.toBe(before);
    other.close();
    await store.close();
  });
});

describe('a page', () => {
  test('is made once for all who ask in the same second', async () => {
    const { read, made, pass } = await openPages();
    const pages = await Promise.all(NAMES.map(() => read()));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('Stride &amp; Co');
    await read();
    expect(made()).toBe(1);
    pass(1000);
    await read();
    expect(made()).toBe(2);
  });

  test('is made for each address, with what is asked there', async () => {
    const { read, made } = await openPages();
    expect(await read('/stores?q=stride')).toContain('Stride &amp; Co');
    expect(await read('/stores?q=nobody')).not.toContain('Stride &amp; Co');
    expect(made()).toBe(2);
  });

  test('is never older than the request for it, whatever is written and read at once', async () => {
    const steps = fc.array(fc.oneof(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 4 })), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const { read, rename } = await openPages();
        let stored = NAMES[0];
        for (const step of story) {
          if (typeof step === 'string') {
            await Promise.all([read(), rename(step), read()]); // these two may show either
            stored = step;
          } else {
            for (const page of await Promise.all(Array.from({ length: step }, () => read())))
              expect(page).toContain(`>${stored?.replace('&', '&amp;')}<`);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('is the same packed as unpacked, and packed only for who understands it', async () => {
    const { ask } = await openPages();
    const plain = await ask('/stores', {});
    const packed = await ask('/stores', { 'Accept-Encoding': 'gzip, deflate, br' });
    const refused = await ask('/stores', { 'Accept-Encoding': 'gzip;q=0' });
    const text = await plain.text();
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
    expect(refused.headers.get('Content-Encoding')).toBeNull();
    expect(await refused.text()).toBe(text);
    for (const { headers } of [plain, packed]) {
      expect(headers.get('Vary')).toBe('Accept-Encoding');
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Set-Cookie')).toBeNull();
    }
  });

  test('that failed or was refused is made again for the next', async () => {
    let fails = true;
    const base = makeReadModel();
    const app = createApp(
      makeDeps({
        dataVersion: async () => 'unchanged',
        readModel: {
          ...base,
          firstStores: async (limit) => {
            if (fails) throw new Error('the disk is gone');
            return base.firstStores(limit);
          },
        },
      }),
    );
    const answers = await Promise.all([app.request('/'), app.request('/')]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    fails = false;
    expect((await app.request('/')).status).toBe(200);
    expect((await app.request('/?store=nowhere')).status).toBe(404);
    expect((await app.request('/?store=nowhere')).status).toBe(404);
  });
});

test.each(['/', '/pain', '/shoes', '/use', '/stores', '/regions', '/chain', '/kiosks', '/releases'])(
  '%s says the same to an owner and to a viewer, and nothing to who is not signed in, however it was asked before',
  async (path) => {
    const { ask, signIn } = await openGuardedApp({}, { dataVersion: async () => 'unchanged' });
    const [owner, viewer] = [await signIn('owner'), await signIn('viewer')];
    const first = await ask(path, { cookie: owner });
    expect(first.status).toBe(200);
    expect((await ask(path, { cookie: viewer })).text).toBe(first.text);
    expect((await ask(path)).status).toBe(303);
    await ask('/sign-out', { cookie: viewer, form: {} });
    expect((await ask(path, { cookie: viewer })).status).toBe(303);
  },
);
