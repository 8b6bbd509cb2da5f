import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { listReleases } from '../../companion/store/release';
import { createDashboard } from '../../companion/web/dashboard';
import type { Engine } from './engines';
import { fillStores } from './fill';
import type { Figure, Part } from './part';

const SEED = 5;
const WEEKS = 3 * 52;
const SIZES = [1, 100, 5000];
const CHECKS_A_WEEK = 20;
const DAYS_A_WEEK = 7;
const READS = 60;
const SLOW_READS = 10;
/** What takes longer is not read again, once it was read so often as a middle needs. */
const READING_MS = 60_000;
const LEAST_READS = 3;
/** What an overview shows. */
const NAIVE_WEEKS = 12;
const QUARTER_DAYS = 91;
const NOW_MS = Date.parse('2026-03-09T09:00:00Z');
/** What must not take longer in a larger chain: pages of one store, and totals that are ready-made. */
const FLAT = ['overview', 'pain page of a store', 'chain totals of a quarter'];
/** Below this a page counts as taking so long: what is faster is told apart by the machine's noise alone. */
const LEAST_MS = 5;
/** Such a page may take so many times as long with 5,000 kiosks as with one; machines are noisy. */
const GROWTH_MAX = 2;

// two folders below the project's, as a source and as a bundle
const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
/** Goes on by a second a read, so that every page is made and none is kept. */
let nowMs = NOW_MS;
const clock = { nowMs: () => nowMs, minutesFromUtc: () => 0 };
const random = seededRandom(SEED);
const weekOfCounts = drawVisits(random, CHECKS_A_WEEK);
const rowsAWeek = weekOfCounts.reduce((sum, count) => sum + count, 0);

interface Times {
  readonly p50: number;
  readonly p95: number;
  /** what it takes when nothing else disturbs the machine */
  readonly least: number;
}

async function timesOf(reads: number, read: (index: number) => Promise<unknown>): Promise<Times> {
  const ms: number[] = [];
  const startMs = performance.now();
  for (let index = 0; index < reads; index++) {
    if (index >= LEAST_READS && performance.now() - startMs > READING_MS) break;
    const start = performance.now();
    await read(index);
    ms.push(performance.now() - start);
  }
  ms.sort((a, b) => a - b);
  const at = (share: number): number => ms[Math.floor(share * ms.length)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), least: at(0) };
}

async function measurePages(
  engine: Engine,
  kiosks: number,
): Promise<{ pages: Record<string, Times>; bytes: number }> {
  const { store, bytes } = await engine.open();
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
      nowMs += 1000;
      const answer = await app.request(`http://localhost${path}`, { headers: { Host: 'localhost' } });
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      await answer.text();
    };
    const someStore = (): string => ids[random.draw(ids.length)] ?? '';
    await read(`/?store=${someStore()}`); // what is loaded once is not counted
    const pages = {
      'what a store’s pages read': await timesOf(READS, () => listReleases(store.db, someStore())),
      overview: await timesOf(READS, () => read(`/?store=${someStore()}`)),
      'pain page of a store': await timesOf(READS, () => read(`/pain?store=${someStore()}`)),
      'page of stores, the first twenty': await timesOf(READS, () => read('/stores')),
      'page of stores, a search': await timesOf(READS, () => read('/stores?q=store-0')),
      'page of kiosks, those first that need attention': await timesOf(READS, () => read('/kiosks')),
      'page of regions': await timesOf(READS, () => read('/regions')),
      'chain totals of a quarter': await timesOf(READS, () => read('/chain')),
      'privacy page, every table': await timesOf(SLOW_READS, () => read('/privacy')),
    };
    return { pages, bytes: await bytes() };
  } finally {
    await store.close();
  }
}

/** What the naive design takes to count what a store's overview shows, week by week, and what a chain's totals do. */
interface NaiveTimes {
  readonly store: Times;
  readonly chain: Times;
  readonly bytes: number;
  readonly fillS: number;
}

async function measureNaive(engine: Engine, kiosks: number): Promise<NaiveTimes> {
  const table = await engine.openNaive();
  try {
    const start = performance.now();
    await table.fill({ kiosks, weeks: WEEKS, weekOfCounts });
    const fillS = (performance.now() - start) / 1000;
    const last = WEEKS * DAYS_A_WEEK;
    const count = async (rows: Promise<number>): Promise<void> => {
      if ((await rows) === 0) throw new Error('The naive design is empty.');
    };
    const readWeeks = async (): Promise<void> => {
      const storeId = `store-${random.draw(kiosks)}`;
      for (let end = last; end > last - NAIVE_WEEKS * DAYS_A_WEEK; end -= DAYS_A_WEEK)
        await count(table.countRows(storeId, end - DAYS_A_WEEK, end - 1));
    };
    const readQuarter = () => count(table.countAll(last - QUARTER_DAYS, last - 1));
    await readWeeks();
    await readQuarter();
    return {
      store: await timesOf(READS, readWeeks),
      chain: await timesOf(SLOW_READS, readQuarter),
      bytes: await table.bytes(),
      fillS,
    };
  } finally {
    await table.close();
  }
}

const sayKiosks = (kiosks: number): string => `${kiosks} ${kiosks === 1 ? 'kiosk' : 'kiosks'}`;
const sayRows = (kiosks: number): string => `${((kiosks * WEEKS * rowsAWeek) / 1e6).toFixed(2)} million rows`;
const say = ({ p95, least }: Times): string => `p95 ${p95.toFixed(1)} ms, least ${least.toFixed(1)} ms`;

function naiveFigures(kiosks: number, naive: NaiveTimes, first: NaiveTimes): Figure[] {
  const what = `${sayKiosks(kiosks)}: naive`;
  const figure = (how: 'store' | 'chain', words: string): Figure => ({
    what: `${what}, ${words}`,
    value: naive[how].p50,
    unit: 'ms p50',
    note: `${say(naive[how])}; ${(naive[how].least / first[how].least).toFixed(1)} times one kiosk`,
  });
  return [
    figure('store', 'twelve weeks of a store counted'),
    figure('chain', 'a quarter of all stores counted'),
    {
      what: `${what}, disk`,
      value: naive.bytes / 1e6,
      unit: 'MB',
      note: `${sayRows(kiosks)} with their index, filled in ${naive.fillS.toFixed(0)} s`,
    },
  ];
}

async function measureEngine(engine: Engine, naiveMax: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const firstMs = new Map<string, number>();
  let firstNaive: NaiveTimes | undefined;
  for (const kiosks of SIZES) {
    const { pages, bytes } = await measurePages(engine, kiosks);
    for (const [page, times] of Object.entries(pages)) {
      const what = `${sayKiosks(kiosks)}: ${page}`;
      figures.push({ what, value: times.p50, unit: 'ms p50', note: say(times) });
      if (!FLAT.includes(page)) continue;
      if (kiosks === SIZES[0]) firstMs.set(page, times.least);
      else
        figures.push({
          what: `${what}, growth`,
          value: Math.max(times.least, LEAST_MS) / Math.max(firstMs.get(page) ?? 0, LEAST_MS),
          unit: 'times one kiosk',
          note: 'of the quickest read',
          limit: GROWTH_MAX,
        });
    }
    figures.push({
      what: `${sayKiosks(kiosks)}: disk`,
      value: bytes / 1e6,
      unit: 'MB',
      note: kiosks > naiveMax ? `naive not measured: ${sayRows(kiosks)}; --naive-kiosks ${kiosks} does` : '',
    });
    if (kiosks > naiveMax) continue;
    const naive = await measureNaive(engine, kiosks);
    firstNaive ??= naive;
    figures.push(...naiveFigures(kiosks, naive, firstNaive));
  }
  return figures;
}

/**
 * How long pages take with more and more kiosks.
 *
 * @param naiveMax the most kiosks for which the naive design is filled: 40,000 rows each
 */
export const readPart = (engine: string, start: () => Promise<Engine>, naiveMax: number): Part => ({
  name: `Pages over three years of releases, ${engine}`,
  missing: () => (existsSync(webFolder) ? undefined : 'skipped: the pages are not built'),
  async measure() {
    const opened = await start();
    try {
      return await measureEngine(opened, naiveMax);
    } finally {
      await opened.stop();
    }
  },
});
