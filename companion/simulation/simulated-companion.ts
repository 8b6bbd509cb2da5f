import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock';
import type { Auditor } from '../release/audit/auditor';
import { createMemoryKeyring, type Keyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import { makeFolder, type OpenStore, openStore } from '../store/open-store';
import { saveStore } from '../store/store';
import { seededRandom } from './random';
import { makeSimulatedKiosk, type SimulatedKiosk } from './simulated-kiosk';
import { syncSimulated } from './simulated-sync';
import { liveWeeks, type SettableClock, settableClock, weeksBefore } from './simulated-weeks';

const WEEKS = 12;
const SEED = 20_260_105;
const STORE = { storeId: 'simulated', name: 'Riverside Running', isSimulated: true, region: null };
const KIOSK_NAMES = ['By the door', 'At the till'];

/** A companion whose kiosks are simulated, with nothing in it yet. */
export interface SimulatedCompanion {
  readonly store: OpenStore;
  readonly auditor: Auditor;
  readonly storeId: string;
  readonly keyring: Keyring;
  readonly kiosks: readonly SimulatedKiosk[];
  readonly clock: SettableClock;
  /** Fills it with twelve weeks of made-up visits that end now, pressed through the real firmware. */
  liveTwelveWeeks(onDay: (done: number, days: number) => void): Promise<void>;
}

/**
 * Makes a simulated companion in the data folder. Data of an earlier one is removed: its kiosks are no more.
 *
 * @param firmware  folder with the built image
 */
export async function makeSimulatedCompanion(
  dataFolder: string,
  firmware: string,
  auditor: Auditor,
): Promise<SimulatedCompanion> {
  makeFolder(dataFolder);
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(dataFolder, `simulated.db${suffix}`), { force: true });
  const startMs = weeksBefore(systemClock.nowMs(), WEEKS, systemClock);
  const clock = settableClock(startMs, systemClock);
  const store = await openStore(dataFolder, 'simulated', clock);
  const image = new Uint8Array(readFileSync(join(firmware, 'image.bin')));
  const random = seededRandom(SEED);
  const keyring = createMemoryKeyring();
  await saveStore(store, STORE);
  const kiosks: SimulatedKiosk[] = [];
  for (const name of KIOSK_NAMES) {
    const kiosk = makeSimulatedKiosk(image, random, startMs);
    keyring.add(kiosk.kioskId, kiosk.key);
    await saveKiosk(store, {
      storeId: STORE.storeId,
      kioskId: kiosk.kioskId,
      name,
      board: 'pixljs',
      isSimulated: true,
    });
    kiosks.push(kiosk);
  }
  return {
    store,
    auditor,
    storeId: STORE.storeId,
    keyring,
    kiosks,
    clock,
    liveTwelveWeeks: (onDay) =>
      liveWeeks(
        {
          store,
          auditor,
          clock,
          kiosks,
          random,
          sync: async (kiosk) => void (await syncSimulated(kiosk, { store, keyring, clock })),
          onDay,
        },
        startMs,
        systemClock.nowMs(),
      ),
  };
}
