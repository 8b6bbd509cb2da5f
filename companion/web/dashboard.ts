import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { OpenStore } from '../store/open-store';
import { createReadModel } from '../store/read-model';
import { createApp } from './app';
import type { Access, Booth, Deps, LiveTopic } from './deps';
import { readAssets } from './read-assets';
import { createSettingsDesk } from './settings-desk';

/** What a dashboard is made from. */
interface DashboardOptions {
  readonly store: OpenStore;
  /** the companion's time at first; see `useClock` */
  readonly clock: Clock;
  /** why the machine's clock is not believed; absent: it always is */
  readonly doubtClock?: Deps['doubtClock'];
  /** who may look in; null: everybody who reaches it */
  readonly access: Access | null;
  /** the names under which the companion may be called beside those of this machine's loopback */
  readonly hosts: readonly string[];
  /** makes what visitors press simulated kiosks with; told about the time and whom to tell of changes */
  readonly makeBooth?: (clock: Clock, announce: (topic: LiveTopic) => void) => Booth;
  /** syncs a real kiosk over a page's Bluetooth */
  readonly syncFromPage?: Deps['syncFromPage'];
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

/** The dashboard of a companion. */
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
  const { store, access, hosts, log, version } = options;
  const app = createApp({
    isSimulated: store.kind === 'simulated',
    nowMs: ownClock.nowMs,
    doubtClock: options.doubtClock ?? (async () => null),
    readModel: createReadModel(store.db),
    dataVersion: store.readVersion,
    settings: createSettingsDesk(store, ownClock.nowMs),
    booth: options.makeBooth?.(ownClock, announce) ?? null,
    syncFromPage: options.syncFromPage ?? null,
    hosts: [...LOOPBACK_NAMES, ...hosts],
    access,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    log,
    version,
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
