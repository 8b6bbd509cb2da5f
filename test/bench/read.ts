import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { listReleases } from '../../companion/store/release';
import { createDashboard } from '../../companion/web/dashboard';
import { type Engine, libsqlEngine, postgresEngine } from './engines';
import { fillStores } from './fill';
import type { Figure, Part } from './part';

const SEED = 5;
const WEEKS = 3 * 52;
const SIZES = [1, 100, 5000];
/** More kiosks than this are too many rows for the naive design on a small machine. */
const NAIVE_KIOSKS_MAX = 100;
const CHECKS_A_WEEK = 20;
const DAYS_A_WEEK = 7;
const READS = 60;
const NAIVE_READS = 20;
const NOW_MS = Date.parse('2026-03-09T09:00:00Z');
/** Pages of one store. */
const FLAT = ['overview', 'pain page of a store'];
/** Below this a page counts as taking so long: what is faster is told apart by the machine's noise alone. */
const LEAST_MS = 10;
/** A page of one store may take so many times as long with 5,000 kiosks as with one; machines are noisy. */
const GROWTH_MAX = 2;

// two folders below the project's, as a source and as a bundle
const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
const clock = { nowMs: () => NOW_MS, minutesFromUtc: () => 0 };
const random = seededRandom(SEED);
const weekOfCounts = drawVisits(random, CHECKS_A_WEEK);
const rowsAWeek = weekOfCounts.reduce((sum, count) => sum + count, 0);

interface Times {
  readonly p50: number;
  readonly p95: number;
}

async function timesOf(reads: number, read: (index: number) => Promise<unknown>): Promise<Times> {
  const ms: number[] = [];
  for (let index = 0; index < reads; index++) {
    const start = performance.now();
    await read(index);
    ms.push(performance.now() - start);
  }
  ms.sort((a, b) => a - b);
  const at = (share: number): number => ms[Math.floor(share * ms.length)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

async function measurePages(engine: Engine, kiosks: number): Promise<Record<string, Times>> {
  const { store } = await engine.open();
  try {
    const ids = await fillStores(store, kiosks, WEEKS);
    const { app } = createDashboard({
      store,
      clock,
      access: null,
      hosts: [],
      webFolder,
      log: () => undefined,
      version: 'bench',
    });
    const read = async (path: string): Promise<void> => {
      const answer = await app.request(`http://localhost${path}`, { headers: { Host: 'localhost' } });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      await answer.text();
    };
    const someStore = (): string => ids[random.draw(ids.length)] ?? '';
    await read(`/?store=${someStore()}`); // what is loaded once is not counted
    return {
      'what a store’s pages read': await timesOf(READS, () => listReleases(store.db, someStore())),
      overview: await timesOf(READS, () => read(`/?store=${someStore()}`)),
      'pain page of a store': await timesOf(READS, () => read(`/pain?store=${someStore()}`)),
      'page of stores, the first twenty': await timesOf(READS, () => read('/stores')),
      'page of stores, a search': await timesOf(READS, () => read('/stores?q=store-0')),
      'page of kiosks, those first that need attention': await timesOf(READS, () => read('/kiosks')),
      'page of regions': await timesOf(READS, () => read('/regions')),
      'chain totals of a quarter': await timesOf(READS, () => read('/chain')),
    };
  } finally {
    await store.close();
  }
}

async function measureNaive(engine: Engine, kiosks: number): Promise<Times> {
  const table = await engine.openNaive();
  try {
    for (let kiosk = 0; kiosk < kiosks; kiosk++) await table.write(`store-${kiosk}`, rowsOfKiosk());
    const last = WEEKS * DAYS_A_WEEK;
    return await timesOf(NAIVE_READS, async () => {
      const storeId = `store-${random.draw(kiosks)}`;
      // what the overview shows: twelve weeks, each counted
      for (let week = 0; week < 12; week++) {
        const end = last - week * DAYS_A_WEEK;
        await table.countRows(storeId, end - DAYS_A_WEEK, end - 1);
      }
    });
  } finally {
    await table.close();
  }
}

function* rowsOfKiosk(): Iterable<readonly number[]> {
  for (let week = 0; week < WEEKS; week++)
    for (const [counter, count] of weekOfCounts.entries())
      for (let row = 0; row < count; row++) yield [week * DAYS_A_WEEK + (row % DAYS_A_WEEK), week, counter];
}

const say = ({ p95 }: Times): string => `p95 ${p95.toFixed(1)} ms`;

async function measureEngine(engine: Engine, naiveMax: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const firstMs = new Map<string, number>();
  for (const kiosks of SIZES) {
    const naive = kiosks <= naiveMax ? await measureNaive(engine, kiosks) : undefined;
    const beside = naive
      ? `naive, twelve weeks counted: p50 ${naive.p50.toFixed(1)}, ${say(naive)}`
      : `naive not measured: ${((kiosks * WEEKS * rowsAWeek) / 1e6).toFixed(0)} million rows`;
    for (const [page, times] of Object.entries(await measurePages(engine, kiosks))) {
      const what = `${engine.name}, ${kiosks} kiosks, three years: ${page}`;
      figures.push({ what, value: times.p50, unit: 'ms p50', note: `${say(times)}; ${beside}` });
      if (!FLAT.includes(page)) continue;
      if (kiosks === SIZES[0]) firstMs.set(page, times.p50);
      else
        figures.push({
          what: `${what}, growth`,
          value: Math.max(times.p50, LEAST_MS) / Math.max(firstMs.get(page) ?? 0, LEAST_MS),
          unit: 'times one kiosk',
          limit: GROWTH_MAX,
        });
    }
  }
  return figures;
}

/** How long pages take with more and more kiosks. */
export const readPart: Part = {
  name: 'Pages over years of releases',
  missing: () => (existsSync(webFolder) ? undefined : 'skipped: the pages are not built'),
  async measure() {
    const figures: Figure[] = [];
    for (const [start, naiveMax] of [
      [async () => libsqlEngine(), NAIVE_KIOSKS_MAX],
      [postgresEngine, 1], // row by row, one kiosk takes PostgreSQL as long as all the rest
    ] as const) {
      const engine = await start();
      try {
        figures.push(...(await measureEngine(engine, naiveMax)));
      } finally {
        await engine.stop();
      }
    }
    return figures;
  },
};
