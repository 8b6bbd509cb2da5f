import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAuditor } from '../../companion/release/audit/auditor';
import { readWaiting } from '../../companion/release/raw-sheets';
import { publishDue } from '../../companion/release/release-store';
import { addUp } from '../../companion/release/totals';
import { countVisit } from '../../companion/simulation/drawn-visits';
import { type SeededRandom, seededRandom } from '../../companion/simulation/random';
import {
  letShopperCome,
  makeSimulatedKiosk,
  type SimulatedKiosk,
} from '../../companion/simulation/simulated-kiosk';
import { syncSimulated } from '../../companion/simulation/simulated-sync';
import { settableClock } from '../../companion/simulation/simulated-weeks';
import { createMemoryKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { shopperKeys } from '../../firmware/simulator/shopper';
import { TALLY_COUNT, TALLY_START } from '../../shared/tallies';
import { readDatabaseBytes } from './engines';
import type { Figure, Part } from './part';
import { describeResults } from './table';

const SEED = 23;
const KIOSKS = 6;
const VISITS_A_DAY = 300;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** A Monday. */
const START_MS = Date.parse('2026-03-02T00:00:00Z');
/** Fifty visits to a kiosk take three hours: all start in the part of the day from 11 h to 15 h. */
const OPENS_MS = 11.25 * 3_600_000;
const MIDDAY = TALLY_START + 1;
const STORE_ID = 'soak';
const MEGABYTE = 1e6;
/** Until compiled code and caches have settled. */
const WARM_DAYS = 28;
const GROWTH_LIMIT_MB = 0.05;
/** The database's growth is measured over the first weeks; the year is held to the straight line through them. */
const PREDICTED_FROM_WEEKS = 8;
const DISK_RATIO_MAX = 1.1;
/** A sheet's row without its counts, its share of vitals and releases, and how full pages are. */
const SHEET_BYTES_MAX = 2000;

// two folders below the project's, as a source and as a bundle
const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/** What became of so many days of six kiosks. */
export interface SoakResult {
  /** whole days that were lived; fewer than asked for when it was stopped */
  readonly days: number;
  readonly visits: number;
  readonly releases: number;
  /** by counter number: how much the companion's totals differ from what was pressed */
  readonly differences: readonly number[];
  /** growth of memory after the first four weeks, in bytes a day, garbage collected; null before they are over */
  readonly bytesADay: number | null;
  /** most memory that the process held, as the system counts it: companion and kiosks, 0 where it is not told */
  readonly peakBytes: number;
  readonly diskBytes: number;
  /** the same, from a straight line through the first eight weeks; null before them */
  readonly diskPredictedBytes: number | null;
  readonly sheets: number;
}

/**
 * Lives so many days of 300 shoppers at six kiosks that run the built firmware, synced and released as in a store.
 *
 * @param onDay told after each day what has become of it so far; `false` ends it early
 */
export async function soak(
  days: number,
  onDay: (soFar: () => Promise<SoakResult>, day: number) => Promise<boolean> = async () => true,
): Promise<SoakResult> {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-soak-'));
  const random = seededRandom(SEED);
  const clock = settableClock(START_MS, { nowMs: () => START_MS, minutesFromUtc: () => 0 });
  const store = await openStore(folder, 'simulated', clock);
  const auditor = createAuditor(built('companion/audit-worker.js'));
  try {
    await saveStore(store, { storeId: STORE_ID, name: 'Soak', isSimulated: true, region: null });
    const keyring = createMemoryKeyring();
    const kiosks = await makeKiosks(store, keyring, random);
    const sync = async (kiosk: SimulatedKiosk): Promise<void> => {
      clock.set(kiosk.nowMs());
      await syncSimulated(kiosk, { store, keyring, clock });
    };
    const pressed = new Array<number>(TALLY_COUNT).fill(0);
    const memory: number[] = [];
    const disk: number[] = [];
    let releases = 0;
    const bringInYesterday = async (dayMs: number): Promise<void> => {
      for (const kiosk of kiosks) {
        kiosk.advanceTo(dayMs + OPENS_MS / 2);
        await sync(kiosk); // its sheet closed at midnight
      }
    };
    const sumUp = async (lived: number): Promise<SoakResult> => {
      const held = await totalsHeld(store);
      return {
        days: lived,
        visits: lived * VISITS_A_DAY,
        releases,
        differences: pressed.map((count, counter) => (held.totals[counter] ?? 0) - count),
        bytesADay: lived > 2 * WARM_DAYS ? slopeOf(memory.slice(WARM_DAYS)) : null,
        peakBytes: process.resourceUsage().maxRSS * 1024,
        diskBytes: await readDatabaseBytes(folder, store),
        diskPredictedBytes: predictDisk(disk, lived),
        sheets: held.sheets,
      };
    };
    for (let day = 0; ; day++) {
      const dayMs = START_MS + day * DAY_MS;
      await bringInYesterday(dayMs);
      if (day % WEEK_DAYS === 0) {
        const { released, failed } = await publishDue(store, clock, auditor);
        if (failed[0]) throw failed[0];
        releases += released.length;
        disk.push(await readDatabaseBytes(folder, store));
      }
      memory.push(usedMemory());
      const goesOn = await onDay(() => sumUp(day), day);
      if (day === days || !goesOn) return await sumUp(day);
      for (const kiosk of kiosks) {
        kiosk.advanceTo(dayMs + OPENS_MS);
        for (let visit = 0; visit < VISITS_A_DAY / KIOSKS; visit++) {
          const keys = [...shopperKeys(random.draw, true)];
          letShopperCome(kiosk, random, keys);
          for (const counter of countVisit(keys, MIDDAY, true))
            pressed[counter] = (pressed[counter] ?? 0) + 1;
        }
      }
    }
  } finally {
    auditor.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where a straight line from the end of the second to the end of the eighth week leads. */
function predictDisk(weeks: readonly number[], days: number): number | null {
  const [from, to] = [2, PREDICTED_FROM_WEEKS];
  const [start, end] = [weeks[from], weeks[to]];
  if (start === undefined || end === undefined) return null;
  return end + ((end - start) / (to - from)) * (days / WEEK_DAYS - to);
}

async function makeKiosks(
  store: OpenStore,
  keyring: ReturnType<typeof createMemoryKeyring>,
  random: SeededRandom,
): Promise<SimulatedKiosk[]> {
  const image = new Uint8Array(readFileSync(built('firmware/pixljs/image.bin')));
  const kiosks: SimulatedKiosk[] = [];
  for (let number = 1; number <= KIOSKS; number++) {
    const kiosk = makeSimulatedKiosk(image, random, START_MS);
    keyring.add(kiosk.kioskId, kiosk.key);
    const entry = { storeId: STORE_ID, kioskId: kiosk.kioskId, name: `Kiosk ${number}`, board: 'pixljs' };
    await saveKiosk(store, { ...entry, isSimulated: true });
    kiosk.board.powerOn();
    kiosks.push(kiosk);
  }
  return kiosks;
}

/** Everything that the companion holds: released spans and waiting sheets. */
async function totalsHeld({ db }: OpenStore): Promise<{ totals: number[]; sheets: number }> {
  const spans = await db.selectFrom('span').select('totals').execute();
  const waiting = await readWaiting(db, STORE_ID);
  const sheets = await db.selectFrom('sheet').select('sheetNo').execute();
  return {
    totals: addUp([
      ...spans.map(({ totals }) => JSON.parse(totals) as number[]),
      ...waiting.map(({ counts }) => counts),
    ]),
    sheets: sheets.length,
  };
}

function usedMemory(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Least squares over equal steps. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let above = 0;
  let below = 0;
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - mean);
    below += (at - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

const NEWS_DAYS = 28;

/** What a soak came to, each figure with its limit. */
function figuresOf(result: SoakResult): Figure[] {
  const { days, visits, releases, differences, bytesADay, peakBytes } = result;
  const { diskBytes, diskPredictedBytes, sheets } = result;
  return [
    { what: 'days lived', value: days, unit: 'days', note: `${visits} visits, ${releases} releases` },
    {
      what: 'counts that differ from what was pressed',
      value: differences.filter((difference) => difference !== 0).length,
      unit: 'counters',
      limit: 0,
    },
    ...(bytesADay === null
      ? []
      : [
          {
            what: 'growth of memory, companion and simulated kiosks',
            value: bytesADay / MEGABYTE,
            unit: 'MB a day',
            limit: GROWTH_LIMIT_MB,
            note: `after the first ${WARM_DAYS} days, garbage collected`,
          },
        ]),
    { what: 'most memory, companion and simulated kiosks', value: peakBytes / MEGABYTE, unit: 'MB' },
    ...(diskPredictedBytes === null
      ? []
      : [
          { what: 'disk for each sheet', value: diskBytes / sheets, unit: 'bytes', limit: SHEET_BYTES_MAX },
          {
            what: `disk, against a straight line through the first ${PREDICTED_FROM_WEEKS} weeks`,
            value: diskBytes / diskPredictedBytes,
            unit: 'times',
            limit: DISK_RATIO_MAX,
            note: `${diskBytes} bytes, predicted ${Math.round(diskPredictedBytes)}`,
          },
        ]),
  ];
}

/**
 * So many days of six kiosks; a year takes about ten minutes. Interrupted by Ctrl-C it ends after the day and
 * reports how far it came.
 */
export const soakPart = (days: number): Part => ({
  name: `Soak: ${days} days of ${VISITS_A_DAY} shoppers at ${KIOSKS} kiosks`,
  missing: () =>
    existsSync(built('companion/audit-worker.js')) ? undefined : 'skipped: the companion is not built',
  async measure() {
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const result = await soak(days, async (soFar, day) => {
      if (day > 0 && day % NEWS_DAYS === 0)
        console.error(describeResults([{ part: `after ${day} days`, figures: figuresOf(await soFar()) }]));
      return !isStopped;
    });
    process.off('SIGINT', stop).off('SIGTERM', stop);
    return figuresOf(result);
  },
});
