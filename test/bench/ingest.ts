import { receive } from '../../companion/forward/receive';
import { publishedBand } from '../../companion/release/band';
import { countFinished, countStarted } from '../../companion/release/totals';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { makeSpan } from '../unit/forward-fixture';
import type { Engine } from './engines';
import type { AnswerRow } from './naive';
import type { Figure, Part } from './part';

const SEED = 7;
const CHECKS_A_SHEET = 20;
const SHEETS = 500;
/** The naive design writes some three hundred rows a sheet. */
const NAIVE_SHEETS = 100;
const STORES = 50;
const SPANS_A_STORE = 20;
const CHECKS_A_SPAN = 140;
const NAIVE_MESSAGES = 5;
const STORE_ID = 'bench';
const KIOSK_ID = 'a000000000000001';
const NOW_MS = Date.parse('2026-03-02T12:00:00Z');
const DAY = 20_514;

const random = seededRandom(SEED);
const sheets = Array.from({ length: 50 }, () => drawVisits(random, CHECKS_A_SHEET));
const countsOf = (sheetNo: number): readonly number[] => sheets[sheetNo % sheets.length] ?? [];

/** What one design does a second, and what each thing takes on disk. */
interface Ingest {
  readonly perSecond: number;
  readonly bytes: number;
}

/** Jobs a second by the median job: on a machine that does other things too, a mean says more about those. */
async function perSecond(jobs: number, job: (index: number) => Promise<unknown>): Promise<number> {
  const ms: number[] = [];
  for (let index = 1; index <= jobs; index++) {
    const start = performance.now();
    await job(index);
    ms.push(performance.now() - start);
  }
  ms.sort((a, b) => a - b);
  return 1000 / (ms[jobs >> 1] ?? 0);
}

function rowsOf(counts: readonly number[], sheetNo: number): AnswerRow[] {
  const rows: AnswerRow[] = [];
  for (const [counter, count] of counts.entries())
    for (let row = 0; row < count; row++) rows.push([DAY + (sheetNo % 365), sheetNo, counter]);
  return rows;
}

/** The naive design in both ways of writing, with as many things a transaction as ours. */
async function measureNaive(
  engine: Engine,
  settings: string,
  { transactions, things, rows }: { transactions: number; things: number; rows(no: number): AnswerRow[] },
): Promise<{ each: Ingest; together: Ingest }> {
  const measure = async (how: 'writeEach' | 'writeTogether'): Promise<Ingest> => {
    const table = await engine.openNaive();
    if ((await table.readSettings()) !== settings)
      throw new Error(`Not the same settings: ${settings}, ${await table.readSettings()}`);
    const before = await table.bytes();
    const rate = await perSecond(transactions, (no) => table[how](STORE_ID, rows(no)));
    const bytes = ((await table.bytes()) - before) / (transactions * things);
    await table.close();
    return { perSecond: rate * things, bytes };
  };
  return { each: await measure('writeEach'), together: await measure('writeTogether') };
}

async function measureSheets(engine: Engine): Promise<Figure[]> {
  const { store, bytes } = await engine.open();
  const storeId = STORE_ID;
  const settings = await engine.readSettings(store);
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
  const naive = await measureNaive(engine, settings, {
    transactions: NAIVE_SHEETS,
    things: 1,
    rows: (no) => rowsOf(countsOf(no), no),
  });
  const what = `sheets of ${CHECKS_A_SHEET} checks`;
  return compare(`${what}, one a transaction`, settings, { perSecond: ours, bytes: oursBytes }, naive);
}

/** A released span of a week, as our own rules make it. */
function spanOf(storeId: string, spanNo: number, totals: readonly number[]) {
  const { record } = makeSpan(spanNo, CHECKS_A_SPAN, storeId);
  return {
    totals: [...totals],
    record: {
      ...record,
      bands: totals.map(publishedBand),
      finished: publishedBand(countFinished(totals)),
      started: publishedBand(countStarted(totals)),
    },
  };
}

async function measureSpans(engine: Engine): Promise<Figure[]> {
  const { store, bytes } = await engine.open();
  const settings = await engine.readSettings(store);
  const counts = drawVisits(random, CHECKS_A_SPAN);
  const before = await bytes();
  const messages = Array.from({ length: STORES }, (_, index) => ({
    version: 1 as const,
    storeId: `store-${index}`,
    spans: Array.from({ length: SPANS_A_STORE }, (_span, no) => spanOf(`store-${index}`, no + 1, counts)),
    kiosks: [],
    vitals: [],
  }));
  for (const { storeId } of messages)
    await saveStore(store, { storeId, name: storeId, isSimulated: true, region: null });
  const ours =
    SPANS_A_STORE *
    (await perSecond(STORES, async (index) => {
      const message = messages[index - 1];
      const reception = message && (await receive(store.db, message.storeId, message, NOW_MS));
      if (reception?.end !== 'taken') throw new Error('The receiver refuses what the bench sends.');
    }));
  const oursBytes = ((await bytes()) - before) / (STORES * SPANS_A_STORE);
  await store.close();
  const naive = await measureNaive(engine, settings, {
    transactions: NAIVE_MESSAGES,
    things: SPANS_A_STORE,
    rows: (message) =>
      Array.from({ length: SPANS_A_STORE }, (_, span) =>
        rowsOf(counts, message * SPANS_A_STORE + span),
      ).flat(),
  });
  const what = `spans of ${CHECKS_A_SPAN} checks at the receiver`;
  return compare(
    `${what}, ${SPANS_A_STORE} a transaction`,
    settings,
    { perSecond: ours, bytes: oursBytes },
    naive,
  );
}

function compare(
  what: string,
  settings: string,
  ours: Ingest,
  { each, together }: { each: Ingest; together: Ingest },
): Figure[] {
  const beside = ({ perSecond: naive }: Ingest): string =>
    `${naive.toFixed(0)} a second (ours is ${(ours.perSecond / naive).toFixed(1)} times as fast)`;
  return [
    {
      what,
      value: ours.perSecond,
      unit: 'a second',
      note: `by the median, ${settings}; naive, prepared, row by row ${beside(each)}, in one statement ${beside(together)}`,
    },
    {
      what: `${what}: disk`,
      value: ours.bytes,
      unit: 'bytes each',
      note: `naive, with its index ${each.bytes.toFixed(0)}: ${(each.bytes / ours.bytes).toFixed(1)} times as much`,
    },
  ];
}

/** How fast counts are taken, durably, against one indexed row for each answer on the same engine. */
export const ingestPart = (engine: string, start: () => Promise<Engine>): Part => ({
  name: `Taking counts in, ${engine}`,
  missing: () => undefined,
  async measure() {
    const opened = await start();
    try {
      return [...(await measureSheets(opened)), ...(await measureSpans(opened))];
    } finally {
      await opened.stop();
    }
  },
});
