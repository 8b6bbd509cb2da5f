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
import { countVisit } from '../privacy/drawn-visits';
import { readDatabaseBytes } from './engines';
import type { Part } from './part';

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
const YEAR_DAYS = 365;
const GROWTH_LIMIT_MB = 0.05;
/** A sheet's row without its counts, its share of vitals and releases, and how full pages are. */
const SHEET_BYTES_MAX = 2000;

// two folders below the project's, as a source and as a bundle
const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

/** What became of so many days of six kiosks. */
export interface SoakResult {
  readonly visits: number;
  readonly releases: number;
  /** by counter number: how much the companion's totals differ from what was pressed */
  readonly differences: readonly number[];
  /** growth of memory over the days after the first, in bytes a day, garbage collected */
  readonly bytesADay: number;
  readonly diskBytes: number;
  readonly sheets: number;
}

/** Lives so many days of 300 shoppers at six kiosks that run the built firmware, synced and released as in a store. */
export async function soak(
  days: number,
  onDay: (day: number) => void = () => undefined,
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
    let releases = 0;
    for (let day = 0; day <= days; day++) {
      const dayMs = START_MS + day * DAY_MS;
      for (const kiosk of kiosks) {
        kiosk.advanceTo(dayMs + OPENS_MS / 2);
        await sync(kiosk); // yesterday's sheet, which closed at midnight
        if (day === days) continue;
        kiosk.advanceTo(dayMs + OPENS_MS);
        for (let visit = 0; visit < VISITS_A_DAY / KIOSKS; visit++) {
          const keys = [...shopperKeys(random.draw, true)];
          letShopperCome(kiosk, random, keys);
          for (const counter of countVisit(keys, MIDDAY, true))
            pressed[counter] = (pressed[counter] ?? 0) + 1;
        }
      }
      if (day % WEEK_DAYS === 0) {
        const { released, failed } = await publishDue(store, clock, auditor);
        if (failed[0]) throw failed[0];
        releases += released.length;
      }
      memory.push(usedMemory());
      onDay(day);
    }
    const held = await totalsHeld(store);
    return {
      visits: days * VISITS_A_DAY,
      releases,
      differences: pressed.map((count, counter) => (held.totals[counter] ?? 0) - count),
      bytesADay: slopeOf(memory.slice(1)),
      diskBytes: await readDatabaseBytes(folder, store),
      sheets: held.sheets,
    };
  } finally {
    auditor.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
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

/** A year of six kiosks; takes minutes. */
export const soakPart: Part = {
  name: `Soak: ${YEAR_DAYS} days of ${VISITS_A_DAY} shoppers at ${KIOSKS} kiosks`,
  missing: () =>
    existsSync(built('companion/audit-worker.js')) ? undefined : 'skipped: the companion is not built',
  async measure() {
    const { visits, releases, differences, bytesADay, diskBytes, sheets } = await soak(YEAR_DAYS, (day) => {
      if (day % WEEK_DAYS === 0) console.error(`  day ${day} of ${YEAR_DAYS}`);
    });
    return [
      { what: 'visits', value: visits, unit: '' },
      { what: 'releases', value: releases, unit: '' },
      {
        what: 'counts that differ from what was pressed',
        value: differences.filter((difference) => difference !== 0).length,
        unit: 'counters',
        limit: 0,
      },
      {
        what: 'growth of memory, companion and simulated kiosks',
        value: bytesADay / MEGABYTE,
        unit: 'MB a day',
        limit: GROWTH_LIMIT_MB,
      },
      { what: 'disk for each sheet', value: diskBytes / sheets, unit: 'bytes', limit: SHEET_BYTES_MAX },
    ];
  },
};
