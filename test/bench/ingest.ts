import { receive } from '../../companion/forward/receive';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { makeSpan } from '../unit/forward-fixture';
import { type Engine, libsqlEngine, postgresEngine } from './engines';
import type { Figure, Part } from './part';

const SEED = 7;
const CHECKS_A_SHEET = 20;
const SHEETS = 1000;
/** The naive design writes some three hundred rows a sheet. */
const NAIVE_SHEETS = 100;
const STORES = 50;
const SPANS_A_STORE = 20;
const CHECKS_A_SPAN = 120;
const NAIVE_SPANS = 20;
const KIOSK_ID = 'a000000000000001';
const NOW_MS = Date.parse('2026-03-02T12:00:00Z');
const DAY = 20_514;

const random = seededRandom(SEED);
const sheets = Array.from({ length: 50 }, () => drawVisits(random, CHECKS_A_SHEET));
const countsOf = (sheetNo: number): readonly number[] => sheets[sheetNo % sheets.length] ?? [];

async function perSecond(jobs: number, job: (index: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let index = 1; index <= jobs; index++) await job(index);
  return (1000 * jobs) / (performance.now() - start);
}

function* rowsOf(counts: readonly number[], sheetNo: number): Iterable<readonly number[]> {
  for (const [counter, count] of counts.entries())
    for (let row = 0; row < count; row++) yield [DAY + (sheetNo % 365), sheetNo, counter];
}

async function measureSheets(engine: Engine): Promise<Figure[]> {
  const { store, bytes } = await engine.open();
  const storeId = 'bench';
  await saveStore(store, { storeId, name: 'Bench', isSimulated: true, region: null });
  await saveKiosk(store, { storeId, kioskId: KIOSK_ID, name: 'Till', board: 'pixljs', isSimulated: true });
  const sync = createSyncStore(store.db, { nowMs: () => NOW_MS, minutesFromUtc: () => 0 });
  const before = await bytes();
  const ours = await perSecond(SHEETS, async (sheetNo) =>
    sync.takeSheet({
      kioskId: KIOSK_ID,
      epoch: '0badcafe',
      sheetNo,
      hash: sheetNo.toString(16).padStart(64, '0'),
      counts: countsOf(sheetNo),
      closedDay: DAY,
    }),
  );
  const oursBytes = ((await bytes()) - before) / SHEETS;
  await store.close();
  const table = await engine.openNaive();
  const naive = await perSecond(NAIVE_SHEETS, (no) => table.write(storeId, rowsOf(countsOf(no), no)));
  const naiveBytes = (await table.bytes()) / NAIVE_SHEETS;
  await table.close();
  return compare(
    `sheets of ${CHECKS_A_SHEET} checks into ${engine.name}`,
    ours,
    naive,
    oursBytes,
    naiveBytes,
  );
}

async function measureSpans(engine: Engine): Promise<Figure[]> {
  const { store, bytes } = await engine.open();
  const counts = drawVisits(random, CHECKS_A_SPAN);
  const before = await bytes();
  const messages = Array.from({ length: STORES }, (_, index) => ({
    version: 1 as const,
    storeId: `store-${index}`,
    spans: Array.from({ length: SPANS_A_STORE }, (_span, no) => {
      const { record, totals } = makeSpan(no + 1, CHECKS_A_SPAN, `store-${index}`);
      return { record: { ...record, bands: [...record.bands] }, totals: [...totals] };
    }),
    kiosks: [],
    vitals: [],
  }));
  for (const { storeId } of messages)
    await saveStore(store, { storeId, name: storeId, isSimulated: true, region: null });
  const ours =
    SPANS_A_STORE *
    (await perSecond(STORES, async (index) => {
      const message = messages[index - 1];
      if (message) await receive(store.db, message.storeId, message, NOW_MS);
    }));
  const oursBytes = ((await bytes()) - before) / (STORES * SPANS_A_STORE);
  await store.close();
  const table = await engine.openNaive();
  const naive = await perSecond(NAIVE_SPANS, (no) => table.write('store-1', rowsOf(counts, no)));
  const naiveBytes = (await table.bytes()) / NAIVE_SPANS;
  await table.close();
  const what = `spans of ${CHECKS_A_SPAN} checks at the receiver, ${engine.name}`;
  return compare(what, ours, naive, oursBytes, naiveBytes);
}

function compare(what: string, ours: number, naive: number, oursBytes: number, naiveBytes: number): Figure[] {
  return [
    {
      what,
      value: ours,
      unit: 'a second',
      note: `naive ${naive.toFixed(0)} a second: ours is ${(ours / naive).toFixed(1)} times as fast`,
    },
    {
      what: `${what}: disk`,
      value: oursBytes,
      unit: 'bytes each',
      note: `naive ${naiveBytes.toFixed(0)}: ${(naiveBytes / oursBytes).toFixed(1)} times as much`,
    },
  ];
}

/** How fast counts are taken, durably, against one indexed row for each answer on the same engine. */
export const ingestPart: Part = {
  name: 'Taking counts in',
  missing: () => undefined,
  async measure() {
    const figures: Figure[] = [];
    for (const start of [async () => libsqlEngine(), postgresEngine]) {
      const engine = await start();
      try {
        figures.push(...(await measureSheets(engine)), ...(await measureSpans(engine)));
      } finally {
        await engine.stop();
      }
    }
    return figures;
  },
};
