import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { forwardStore } from '../../companion/forward/forward-store';
import { makeStoreToken } from '../../companion/forward/store-token';
import { publishedBand } from '../../companion/release/band';
import { readSpansAfter, takeSpan } from '../../companion/release/forwarded-spans';
import { countFinished, countStarted } from '../../companion/release/totals';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { openPostgres } from '../../companion/store/open-postgres';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import type { Db } from '../../companion/store/tables';
import { addDays } from '../../companion/store-day';
import { makeDataFolder, type RunningCompanion, runCompanion } from '../browser/run-companion';
import { makeTemporaryFolder } from '../unit/store-fixtures';
import { createFakeClock } from '../unit/store-sheets';
import { makeDatabase } from './make-database';

const LIMIT_MS = 300_000;
const STORES = 12;
const CLOSE_QUARTERS_LOCK = 0x43530003;
const REST_MS_MAX = 1000;
const TIMES_MAX = 6;
const idOf = (store: number): string => `shop-${store}`;

/** An empty database of a chain, and companions over it, each in a process of its own and known by its name. */
async function openChain() {
  const server = inject('postgres');
  if (!server) throw new Error('no server was started for this project');
  const address = await makeDatabase(server);
  const start = async (name: string): Promise<RunningCompanion & { base: string }> => {
    const url = new URL(address);
    url.searchParams.set('application_name', name);
    const companion = runCompanion(['--real', '--port', '0'], makeDataFolder(), {
      DATABASE_URL: url.href,
    });
    onTestFinished(() => companion.stop());
    return Object.assign(companion, { base: await companion.waitFor(/Dashboard: (http:\S+)/) });
  };
  const open = async (): Promise<OpenStore> => {
    const store = await openPostgres(address, 'real', createFakeClock());
    onTestFinished(() => store.close());
    return store;
  };
  return { start, open };
}

/** So many released spans of a store, as our own rules make them. */
async function addSpans(db: Db, storeId: string, seed: number, spans: number): Promise<void> {
  const random = seededRandom(seed);
  for (let spanNo = 1; spanNo <= spans; spanNo++) {
    const totals = drawVisits(random, 140);
    const firstDay = addDays('2026-01-05', 14 * (spanNo - 1));
    const record = {
      storeId,
      spanNo,
      firstDay,
      lastDay: addDays(firstDay, 13),
      publishedOn: addDays(firstDay, 14),
      isSimulated: false,
      bands: totals.map(publishedBand),
      finished: publishedBand(countFinished(totals)),
      started: publishedBand(countStarted(totals)),
      kiosks: 1,
    };
    expect(await takeSpan(db, { record, totals }, record.publishedOn)).toBeNull();
  }
}

const kill = (companion: RunningCompanion): boolean => process.kill(companion.pid, 'SIGKILL');

test(
  'two receivers that start at once on an empty database share all that comes; one is killed in the middle, and nothing is lost or doubled',
  async () => {
    const chain = await openChain();
    const receivers = await Promise.all([chain.start('one'), chain.start('two')]);
    const held = await chain.open();
    const senders: { storeId: string; token: string; db: Db }[] = [];
    for (let store = 0; store < STORES; store++) {
      const storeId = idOf(store);
      await saveStore(held, { storeId, name: storeId, isSimulated: false, region: null });
      const sender = await openStore(makeTemporaryFolder(), 'real', createFakeClock());
      onTestFinished(() => sender.close());
      const { db } = sender;
      await addSpans(db, storeId, store, 24);
      senders.push({ storeId, token: await makeStoreToken(held.db, storeId), db });
    }
    let answers = 0;
    let turn = 0;
    /** Stands for a load balancer: takes turns, and asks the other one where nobody listens any more. */
    const balanced: typeof fetch = async (input, init) => {
      const first = turn++ % receivers.length;
      const ask = (receiver: number) =>
        fetch(String(input).replace('http://chain.example/', receivers[receiver]?.base ?? ''), init);
      const answer = await ask(first).catch((error: Error) => {
        if ((error.cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED') throw error;
        return ask(1 - first);
      });
      if (++answers === STORES + 4) kill(receivers[1] as RunningCompanion);
      return answer;
    };
    const deps = { url: 'http://chain.example/', fetch: balanced, random: Math.random };
    /** As a store's companion does: what could not be sent is sent the next time. */
    const send = async ({ storeId, token, db }: (typeof senders)[0]): Promise<void> => {
      for (let times = 1; ; times++) {
        try {
          const rest = (ms: number) => sleep(Math.min(ms, REST_MS_MAX));
          await forwardStore({ ...deps, db, sleep: rest }, storeId, token);
          return;
        } catch (error) {
          if (times === TIMES_MAX) throw error;
        }
      }
    };
    await Promise.all(senders.map(send));
    expect(answers).toBeGreaterThan(STORES + 4);
    expect(() => process.kill(receivers[1]?.pid ?? 0, 0)).toThrow();
    for (const { storeId, db } of senders)
      expect(await readSpansAfter(held.db, storeId, 0, 100)).toEqual(
        await readSpansAfter(db, storeId, 0, 100),
      );
  },
  LIMIT_MS,
);

test(
  'a quarter is closed by exactly one of two companions; when that one is killed at it, the next to look closes it, once',
  async () => {
    const chain = await openChain();
    const held = await chain.open();
    for (let store = 0; store < STORES; store++) {
      await saveStore(held, { storeId: idOf(store), name: idOf(store), isSimulated: false, region: null });
      await addSpans(held.db, idOf(store), store, 2);
    }
    const running = new Map<string, RunningCompanion>(
      await Promise.all(['one', 'two'].map(async (name) => [name, await chain.start(name)] as const)),
    );
    const closers = async (): Promise<string[]> => {
      const { rows } = await sql<{ name: string }>`
      select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and objid = ${CLOSE_QUARTERS_LOCK}
        and pg_locks.database = (select oid from pg_database where datname = current_database())`.execute(
        held.db,
      );
      return rows.map(({ name }) => name);
    };
    const closer = await vi.waitFor(
      async () => {
        const [name, ...others] = await closers();
        expect([typeof name, others]).toEqual(['string', []]);
        return String(name);
      },
      { timeout: 30_000, interval: 50 },
    );
    kill(running.get(closer) as RunningCompanion);
    await expect.poll(closers, { timeout: 30_000 }).not.toContain(closer);
    expect(await held.db.selectFrom('quarter').selectAll().execute()).toEqual([]);
    await chain.start('three'); // unless the other one has begun to close it meanwhile
    const quarters = () =>
      held.db.selectFrom('quarter').select(['quarter', 'outcome']).orderBy('quarter').execute();
    await expect.poll(quarters, { timeout: 200_000, interval: 500 }).not.toEqual([]);
    const closed = (await quarters()).filter(({ quarter }) => quarter === '2026-Q1');
    expect(closed).toHaveLength(1);
    expect(closed[0]?.outcome).toMatch(/^(released|narrowed)$/);
  },
  LIMIT_MS,
);
