import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forwardStore } from '../../companion/forward/forward-store';
import { revokeStoreToken } from '../../companion/forward/store-token';
import { readSpansAfter } from '../../companion/release/forwarded-spans';
import { recordSyncError } from '../../companion/store/kiosk';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { listReleases } from '../../companion/store/release';
import { createSyncStore } from '../../companion/store/sync-store';
import type { Db } from '../../companion/store/tables';
import { addSpans, addVitals, openPair } from './forward-fixture';
import { createFakeClock, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

const spansOf = (db: Db) => readSpansAfter(db, STORE_ID, 0, 1000);
const vitalsOf = (db: Db) => db.selectFrom('vitals').selectAll().orderBy('day').execute();

test('a receiver shows what the store released, byte for byte, and how its kiosks are', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addSpans(sender.db, [100, 257, 1003]);
  await addVitals(sender, ['2026-10-30', '2026-10-31']);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([]);
  expect(await spansOf(receiver.db)).toEqual(await spansOf(sender.db));
  expect(await listReleases(receiver.db, STORE_ID)).toEqual(await listReleases(sender.db, STORE_ID));
  expect(await listKioskHealth(receiver.db)).toMatchObject(
    (await listKioskHealth(sender.db)).map(({ isSimulated, isForwarded, ...health }) => health),
  );
});

test('a kiosk that cannot be read, for whatever long reason, keeps nothing from being sent', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addSpans(sender.db, [100]);
  await addVitals(sender, ['2026-10-31']);
  await recordSyncError(
    sender.db,
    KIOSK_A,
    `It is out of reach.\nMove it. \u202E${'Or try again. '.repeat(200)}`,
  );
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([]);
  expect(await spansOf(receiver.db)).toHaveLength(1);
  const [kiosk] = await listKioskHealth(receiver.db);
  expect(kiosk?.lastSyncError).toMatch(/^It is out of reach\. Move it\. {2}Or try again/);
});

test('the exact totals of vitals stay in the store', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addVitals(sender, ['2026-10-31']);
  await forwardStore(deps(), STORE_ID, token);
  const [vitals] = await vitalsOf(receiver.db);
  expect(vitals?.reading).not.toMatch(/started|finished|4711|4242/);
});

test('weeks offline are caught up with, more than fits into one message', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addSpans(
    sender.db,
    Array.from({ length: 53 }, (_, week) => 100 + week),
  );
  await forwardStore(deps(), STORE_ID, token);
  expect(await spansOf(receiver.db)).toEqual(await spansOf(sender.db));
});

/** What can go wrong with one request: it does not arrive, its answer is lost, it comes twice, or all is busy. */
const faults = fc.constantFrom('none', 'lost', 'answer lost', 'twice', 'busy', 'cut') as fc.Arbitrary<
  'none' | 'lost' | 'answer lost' | 'twice' | 'busy' | 'cut'
>;
const events = fc.oneof(
  fc.record({ kind: fc.constant('release' as const), checks: fc.integer({ min: 100, max: 2000 }) }),
  fc.record({
    kind: fc.constant('forward' as const),
    faults: fc.array(faults, { maxLength: 12 }),
    /** which part of a cut message arrives */
    arrives: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('restore' as const), back: fc.integer({ min: 0, max: 4 }) }),
);

test('whatever is lost, repeated, cut or restored: in the end the totals are equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { maxLength: 12 }), async (story) => {
      const { sender, receiver, token, ask, deps } = await openPair();
      for (const event of story) {
        if (event.kind === 'release') await addSpans(sender.db, [event.checks]);
        else if (event.kind === 'restore') await forgetNewest(receiver.db, event.back);
        else {
          const queue = [...event.faults];
          const spoilt: typeof fetch = async (input, init) => {
            const fault = queue.shift() ?? 'none';
            if (fault === 'lost') throw new TypeError('fetch failed');
            if (fault === 'busy') return new Response('{}', { status: 503, headers: { 'Retry-After': '1' } });
            const body = init?.body as Uint8Array | undefined;
            if (fault === 'cut' && body)
              return ask(input, { ...init, body: body.slice(0, Math.floor(event.arrives * body.length)) });
            const answer = await ask(input, init);
            if (fault === 'twice') return ask(input, init);
            if (fault === 'answer lost') throw new TypeError('terminated');
            return answer;
          };
          await forwardStore(deps(spoilt), STORE_ID, token).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'forward-failed' });
          });
        }
        const here = await spansOf(receiver.db);
        expect(here).toEqual((await spansOf(sender.db)).slice(0, here.length));
      }
      await forwardStore(deps(), STORE_ID, token);
      expect(await spansOf(receiver.db)).toEqual(await spansOf(sender.db));
    }),
    { numRuns: 25 },
  );
});

/** As if yesterday's backup had been restored. */
async function forgetNewest(db: Db, spans: number): Promise<void> {
  const newest = (await spansOf(db)).slice(-spans || Number.MAX_SAFE_INTEGER);
  for (const { record } of newest) {
    await db.deleteFrom('span').where('spanNo', '=', record.spanNo).execute();
    await db.deleteFrom('release').where('spanNo', '=', record.spanNo).execute();
  }
}

test('a store whose database is from before a release that the chain holds is told so, and what is lost', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addSpans(sender.db, [100, 200]);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([]);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([]);
  const before = await spansOf(receiver.db);
  await forgetNewest(sender.db, 1);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([
    expect.stringMatching(/holds span 2 of this store, and this one does not.*restore a backup/),
  ]);
  await addSpans(sender.db, [300]);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([
    expect.stringMatching(/^Span 2 is not the one .* the chain keeps the first one/i),
  ]);
  expect(await spansOf(receiver.db)).toEqual(before);
  await addSpans(sender.db, [400]);
  await forwardStore(deps(), STORE_ID, token);
  expect(await spansOf(receiver.db)).toEqual([...before, ...(await spansOf(sender.db)).slice(2)]);
  expect(await forwardStore(deps(), STORE_ID, token)).toEqual([]);
});

test('a receiver of an earlier version, which does not tell what its newest span holds, is believed', async () => {
  const { sender, token, ask, deps } = await openPair();
  await addSpans(sender.db, [100]);
  await forwardStore(deps(), STORE_ID, token);
  await sender.db.updateTable('span').set({ totals: '[101]' }).execute();
  const earlier: typeof fetch = async (input, init) => {
    const { newestSpanHash, ...state } = (await (await ask(input, init)).json()) as Record<string, unknown>;
    expect(newestSpanHash).toMatch(/^[0-9a-f]{64}$/);
    return Response.json(state);
  };
  expect(await forwardStore(deps(earlier), STORE_ID, token)).toEqual([]);
});

test('a revoked token sends nothing more, and the owner is told what to do', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addSpans(sender.db, [100]);
  expect(await revokeStoreToken(receiver.db, STORE_ID)).toBe(true);
  expect(await revokeStoreToken(receiver.db, STORE_ID)).toBe(false);
  await expect(forwardStore(deps(), STORE_ID, token)).rejects.toThrow(/counterstep stores token/);
  expect(await spansOf(receiver.db)).toEqual([]);
});

test('a released span that differs from the one that is here is refused and changes nothing', async () => {
  const { sender, receiver, token, ask, deps } = await openPair();
  await addSpans(sender.db, [100, 200]);
  await addSpans(receiver.db, [100]);
  const before = await spansOf(receiver.db);
  const changed: typeof fetch = async (input, init) => {
    const answer = await ask(input, init);
    if (init?.body) return answer;
    return Response.json({ ...((await answer.json()) as object), newestSpanNo: 0 });
  };
  await sender.db.updateTable('span').set({ totals: '[101]' }).where('spanNo', '=', 1).execute();
  await expect(forwardStore(deps(changed), STORE_ID, token)).rejects.toThrow(/other contents/);
  expect(await spansOf(receiver.db)).toEqual(before);
});

test('a companion that syncs a store itself takes nothing about it from elsewhere', async () => {
  const { sender, receiver, token, deps } = await openPair();
  await addVitals(receiver, []);
  await createSyncStore(receiver.db, createFakeClock()).takeSheet(makeSheet({ sheetNo: 1 }));
  await addSpans(sender.db, [100]);
  await expect(forwardStore(deps(), STORE_ID, token)).rejects.toThrow(/syncs that store/);
  expect(await spansOf(receiver.db)).toEqual([]);
});

test('a receiver that asks for time is given it, and one that never answers is left for later', async () => {
  const { sender, token, deps } = await openPair();
  await addSpans(sender.db, [100]);
  const waitedMs: number[] = [];
  const busy: typeof fetch = async () =>
    new Response('{}', { status: 429, headers: { 'Retry-After': '30' } });
  const patient = { ...deps(busy), sleep: async (ms: number) => void waitedMs.push(ms) };
  await expect(forwardStore(patient, STORE_ID, token)).rejects.toThrow(/answers 429/);
  expect(waitedMs).toEqual([30_000, 30_000, 30_000, 30_000, 30_000]);
});

test('a receiver of a later version is named as such', async () => {
  const { token, deps } = await openPair();
  const later: typeof fetch = async () => Response.json({ versions: [2], storeId: STORE_ID });
  await expect(forwardStore(deps(later), STORE_ID, token)).rejects.toThrow(/update the older one/);
});

const proxies = [
  { status: 413, asked: 1, says: /answers 413\. Let the proxy in front of it take bodies of 1 MB\.$/ },
  { status: 404, asked: 1, says: /answers 404\.$/ },
  { status: 502, asked: 6, says: /answers 502\. The proxy in front of it does not reach the companion\.$/ },
  { status: 504, asked: 6, says: /answers 504\. The proxy/ },
  { status: 200, asked: 1, says: /does not answer as a companion: look at the address\.$/ },
];

test.each(proxies)('a proxy that answers $status itself is asked $asked times, and named', async (proxy) => {
  const { sender, token, deps } = await openPair();
  await addSpans(sender.db, [100]);
  let asked = 0;
  const page: typeof fetch = async () => {
    asked++;
    const { status } = proxy;
    return new Response('<html>A proxy</html>', { status, headers: { 'Content-Type': 'text/html' } });
  };
  await expect(forwardStore(deps(page), STORE_ID, token)).rejects.toThrow(proxy.says);
  expect(asked).toBe(proxy.asked);
});
