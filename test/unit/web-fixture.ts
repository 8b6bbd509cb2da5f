import { join } from 'node:path';
import type { Band, ReleaseRecord } from '../../companion/release/release-record';
import type { KioskHealth, ShownVitals } from '../../companion/store/kiosk-health';
import type { StoreSearch } from '../../companion/store/page-stores';
import type { ReadModel } from '../../companion/store/read-model';
import type { Deps } from '../../companion/web/deps';
import { judgeKiosk } from '../../companion/web/panels/judge-kiosk';
import { readAssets } from '../../companion/web/read-assets';
import { counterKeys } from '../../shared/check/codes';

const HOUR_MS = 3_600_000;
export const NOW_MS = Date.parse('2026-03-09T09:00:00Z');

/** Rounds down as a release does. */
const band = (count: number): Band => (count < 10 ? null : Math.floor(count / 10) * 10);

/** Made-up counts of one span of 128 finished checks, by counter key; all others are 0. */
const counts: Record<string, number> = {
  'path.knee': 97,
  'path.shoes': 31,
  'rf1.none': 92,
  'rf2.none': 78,
  'rf2.catches': 6,
  'dur.lt2w': 34,
  'dur.2w_3m': 31,
  'dur.gt3m': 13,
  'loc.front': 33,
  'loc.below': 14,
  'loc.outer': 19,
  'loc.inner': 6,
  'loc.back': 2,
  'loc.unsure': 4,
  'beh.stairs_sit': 28,
  'beh.eases': 13,
  'beh.distance': 17,
  'beh.twist': 5,
  'beh.morning': 11,
  'beh.other': 4,
  'load.jump': 31,
  'load.only_run': 17,
  'load.slope': 4,
  'load.no_warm': 11,
  'load.none': 4,
  'pair.3_6m': 34,
  'pair.6_12m': 41,
  'pair.gt12m': 22,
  'pair.lt3m': 12,
  'pair.know': 11,
  'pair.nopair': 3,
  'week.w1': 8,
  'week.w2': 31,
  'week.w3': 42,
  'week.w4': 14,
  'week.wx': 14,
  'dist.gt500': 4,
  'dist.300_500': 5,
  'wear.none': 34,
  'wear.crease': 22,
  'wear.smooth': 12,
  'wear.nothere': 11,
  'referral.none': 41,
  'referral.soon': 51,
  'referral.urgent': 5,
  'shoe.replace_now': 44,
  'shoe.plan': 52,
  'shoe.fine': 24,
  'shoe.not_checked': 3,
  'staff.fitted': 38,
  'staff.later': 29,
  'staff.no': 21,
  'foot.flat': 21,
  'foot.unsure': 44,
};

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A made-up release; `scale` by key changes single counts. */
export function makeRelease(spanNo: number, changed: Record<string, number> = {}): ReleaseRecord {
  const monday = Date.parse('2026-03-09') - (12 - spanNo) * 7 * 24 * HOUR_MS;
  const { finished = 128, started = Math.round(finished * 1.2), ...keys } = changed;
  const all: Record<string, number> = { ...counts, ...keys };
  return {
    storeId: 'mill-lane',
    spanNo,
    firstDay: isoDay(monday - 7 * 24 * HOUR_MS),
    lastDay: isoDay(monday - 24 * HOUR_MS),
    publishedOn: isoDay(monday),
    isSimulated: true,
    bands: counterKeys.map((key) => band(all[key] ?? 0)),
    finished: band(finished),
    started: band(started),
    kiosks: 2,
  };
}

/** Twelve weeks of a small store, the newest first; the last one differs from the one before. */
export function makeReleases(): ReleaseRecord[] {
  const shoppers = [104, 112, 131, 128, 119, 142, 151, 138, 126, 133, 112, 147];
  return shoppers
    .map((finished, index) =>
      makeRelease(index + 1, index === 11 ? { finished, 'loc.outer': 41, 'loc.front': 12 } : { finished }),
    )
    .reverse();
}

const vitals: ShownVitals = {
  newestSheet: 61,
  oldestSheet: 31,
  ackedSheet: 61,
  clock: null,
  batteryPercent: 81,
  runningHours: 2040,
  freeFlashBytes: 3100,
  freeVariables: 1510,
  boots: 3,
  lastError: 0,
  version: '0.1.0',
  bundle: '4d1c09af',
  settings: '00c2a1e7',
  interpreter: '2v29',
};

/** A kiosk that is well. */
export function makeKiosk(changed: Partial<KioskHealth> = {}, read: Partial<ShownVitals> = {}): KioskHealth {
  return {
    kioskId: '4f2a91c07be355d1',
    storeId: 'mill-lane',
    name: 'By the till',
    isSimulated: true,
    isForwarded: false,
    board: 'Pixl.js',
    lastHeardAtMs: NOW_MS - 12 * 60_000,
    vitals: { ...vitals, ...read },
    batterySamples: [],
    sheetsWaiting: 0,
    sheetsNotReceived: 0,
    sheetsQuarantined: 0,
    lastSyncError: null,
    ...changed,
  };
}

/** Two kiosks, one of them in trouble. */
export const twoKiosks = (): KioskHealth[] => [
  makeKiosk(),
  makeKiosk(
    {
      kioskId: '9c01d2aa34f7e680',
      name: 'Fitting area',
      lastHeardAtMs: NOW_MS - 49 * HOUR_MS,
      sheetsWaiting: 2,
      sheetsNotReceived: 1,
      lastSyncError: 'It did not answer in time.',
    },
    { batteryPercent: 14 },
  ),
];

/** What the store holds, made up; whatever a test changes shows in the pages of many stores and kiosks, too. */
export function makeReadModel(changed: Partial<ReadModel> = {}): ReadModel {
  const base = {
    listStores: async () => [
      { storeId: 'mill-lane', name: 'Mill Lane Running', isSimulated: true, region: null },
    ],
    listReleases: async (storeId: string) => (storeId === 'mill-lane' ? makeReleases() : []),
    listRefusals: async () => [],
    listQuarters: async () => [],
    listKiosks: async () => twoKiosks(),
    listHoldings: async () => [],
    listRegions: async () => [],
    listRegionNames: async () => [],
    ...changed,
  };
  const find = async ({ words = '', region }: StoreSearch) =>
    (await base.listStores()).filter(
      (store) => store.name.includes(words) && (region === undefined || store.region === region),
    );
  return {
    findStore: async (storeId) => (await base.listStores()).find((store) => store.storeId === storeId),
    listOwnStores: () => base.listStores(),
    firstStores: async (limit) => {
      const stores = await base.listStores();
      return { stores: stores.slice(0, limit), total: stores.length };
    },
    pageStores: async (search, first, limit) => {
      const found = await find(search);
      const shown = found.slice(first, first + limit).map(async (store) => ({
        store,
        release: (await base.listReleases(store.storeId))[0],
      }));
      return { stores: await Promise.all(shown), total: found.length };
    },
    pageKiosks: async (search, nowMs, first, limit) => {
      const stores = new Map((await find(search)).map(({ storeId, name }) => [storeId, name]));
      const rank = { alarm: 0, look: 1, well: 2 };
      const kiosks = (await base.listKiosks()).map((kiosk) => ({
        ...kiosk,
        storeName: stores.get(kiosk.storeId) ?? 'no store',
        state: judgeKiosk(kiosk, nowMs).state,
      }));
      kiosks.sort((one, other) => rank[one.state] - rank[other.state]);
      const count = (state: string) => kiosks.filter((kiosk) => kiosk.state === state).length;
      return {
        kiosks: kiosks.slice(first, first + limit),
        total: kiosks.length,
        alarms: count('alarm'),
        looks: count('look'),
      };
    },
    ...base,
  };
}

/** A companion that exists only as what its pages ask for. */
export function makeDeps(changed: Partial<Deps> = {}): Deps {
  return {
    isSimulated: true,
    nowMs: () => NOW_MS,
    doubtClock: async () => null,
    readModel: makeReadModel(),
    dataVersion: null,
    settings: {
      listWanted: async () => [],
      saveWanted: async () => undefined,
      saveStore: async () => undefined,
    },
    booth: null,
    syncFromPage: null,
    hosts: null,
    subscribe: () => () => undefined,
    access: null,
    log: () => undefined,
    version: '0.1.0',
    assets: readAssets(join(process.cwd(), 'companion/web/assets')),
    ...changed,
  };
}
