import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Auditor } from '../release/audit/auditor';
import { createBooth } from '../simulation/booth';
import { commonSyncDeps } from '../simulation/simulated-sync';
import type { Keyring } from '../store/keyring';
import type { OpenStore } from '../store/open-store';
import { createReadModel } from '../store/read-model';
import { systemTimer } from '../sync/timer';
import { createApp } from './app';
import type { LiveTopic } from './deps';
import { readAssets } from './read-assets';

/** What a dashboard is made from. */
interface DashboardOptions {
  readonly store: OpenStore;
  readonly auditor: Auditor;
  readonly storeId: string;
  readonly keyring: Keyring;
  /** the companion's time at first; see `useClock` */
  readonly clock: Clock;
  /** Storage of a kiosk, for visitors who press one in their browser */
  readonly image: Uint8Array;
  readonly webFolder: string;
  readonly log: Log;
  readonly version: string;
}

/** The pages over an open store, and how to tell them that something has changed. */
export interface Dashboard {
  readonly app: Hono;
  announce(topic: LiveTopic): void;
  /** From now on the companion's time is this clock's. */
  useClock(clock: Clock): void;
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

/** The dashboard of a simulated companion. */
export function createDashboard(options: DashboardOptions): Dashboard {
  const listeners = new Set<(topic: LiveTopic) => void>();
  let { clock } = options;
  const ownClock: Clock = {
    nowMs: () => clock.nowMs(),
    minutesFromUtc: (atMs) => clock.minutesFromUtc(atMs),
  };
  const announce = (topic: LiveTopic): void => {
    for (const listener of [...listeners]) listener(topic);
  };
  const { store, auditor, storeId, keyring, image } = options;
  const booth = createBooth({
    store,
    auditor,
    storeId,
    keyring,
    image,
    clock: ownClock,
    syncDeps: { ...commonSyncDeps(keyring), timer: systemTimer },
    onSynced() {
      announce('kiosks');
      announce('releases');
    },
  });
  const app = createApp({
    isSimulated: true,
    nowMs: ownClock.nowMs,
    readModel: createReadModel(store.db),
    booth,
    hosts: LOOPBACK_NAMES,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    access: null,
    log: options.log,
    version: options.version,
    assets: readAssets(options.webFolder),
  });
  return {
    app,
    announce,
    useClock(next) {
      clock = next;
    },
  };
}
