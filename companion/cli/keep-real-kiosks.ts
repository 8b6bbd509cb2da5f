import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { NONCE_BYTES } from '../../shared/wire/protocol';
import type { Clock } from '../clock';
import type { ClockGuard } from '../clock-guard/clock-guard';
import { type MachineRadio, openMachineRadio } from '../link/machine-radio';
import { describeError, type Log } from '../log';
import { keyFileOf, openKeyring } from '../store/keyring';
import { listKnownKiosks, onlyReceives, recordSyncError } from '../store/kiosk';
import type { OpenStore } from '../store/open-store';
import { createSyncStore } from '../store/sync-store';
import { findWantedSettings } from '../store/wanted-settings';
import { SyncError } from '../sync/errors';
import { keepKiosks } from '../sync/keep-kiosks';
import { type SyncDeps, syncKiosk } from '../sync/sync-kiosk';
import { systemTimer } from '../sync/timer';

/** What looking after real kiosks needs. */
interface RealKioskDeps {
  readonly store: OpenStore;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly guard: ClockGuard;
  readonly log: Log;
  say(line: string): void;
  /** Told when something on the kiosks page has changed. */
  onChanged(): void;
}

const LOOK_EVERY_MS = 5_000;

/** Opens this machine's Bluetooth, looks after every kiosk of the store, and says what hinders it, until aborted. */
export async function keepRealKiosks(deps: RealKioskDeps, signal: AbortSignal): Promise<void> {
  const { store, log } = deps;
  const radio = await openMachineRadio();
  const { link } = radio;
  const syncDeps = syncDepsFor(deps);
  const watching = sayTroubles(radio, deps, signal);
  try {
    if (!link) return await watching;
    const keeping = keepKiosks(
      {
        link,
        adapterTrouble: () => sentences(radio),
        isAdapterSilent: () => link.status().silentSinceMs !== null,
        listKiosks: () => listKnownKiosks(store.db),
        async sync(device) {
          const startedAtMs = systemTimer.nowMs();
          const result = await syncKiosk(device, syncDeps);
          const ms = Math.round(systemTimer.nowMs() - startedAtMs);
          const { kioskId, taken: sheets, missing, conflicts } = result;
          log('kiosk-synced', { kioskId, ms, sheets, missing, conflicts });
          return result;
        },
        async noteOutcome(kioskId, cause, error) {
          if (error !== null)
            log('kiosk-not-synced', {
              kioskId,
              error: error instanceof SyncError ? error.code : describeError(error),
            });
          await recordSyncError(store.db, kioskId, cause).catch((failure: unknown) => {
            // a full disk must not end the dashboard that says so
            log('kiosk-not-synced', { kioskId, error: describeError(failure) });
          });
          deps.onChanged();
        },
        nowMs: systemTimer.nowMs,
        random: Math.random,
        wait: (ms, ended) => sleep(ms, undefined, { signal: ended }).catch(() => undefined),
      },
      signal,
    );
    await Promise.all([keeping, watching]);
  } finally {
    link?.close();
  }
}

/** What a sync of a real kiosk needs, over whichever radio. */
export function syncDepsFor({
  store,
  dataFolder,
  clock,
  guard,
}: Pick<RealKioskDeps, 'store' | 'dataFolder' | 'clock' | 'guard'>): SyncDeps {
  return {
    store: createSyncStore(store.db, clock),
    clock,
    doubtClock: (kioskUnixS) => guard.doubtBeside(kioskUnixS),
    timer: systemTimer,
    makeNonce: () => randomBytes(NONCE_BYTES),
    // read anew each time: flashing a kiosk adds its key while the companion runs
    findKey: (kioskId) => openKeyring(keyFileOf(dataFolder)).find(kioskId),
    findSettings: (kioskId) => findWantedSettings(store.db, kioskId),
  };
}

function sentences(radio: MachineRadio): string | null {
  const trouble = radio.trouble();
  if (trouble?.trouble === 'starting') return null;
  return trouble && `${trouble.what} ${trouble.toDo}`;
}

/** Says what hinders the adapter whenever that changes, and how often it had to be opened anew. */
async function sayTroubles(
  radio: MachineRadio,
  { store, say, log }: RealKioskDeps,
  signal: AbortSignal,
): Promise<void> {
  let said: string | undefined;
  let restarts = 0;
  while (!signal.aborted) {
    const trouble = radio.trouble();
    const now = trouble?.trouble ?? 'none';
    if (now !== said && now !== 'starting') {
      said = now;
      // without an adapter whoever only receives from others lacks nothing; where that cannot be asked, it is said
      if (!trouble || !(await onlyReceives(store.db).catch(() => false))) {
        say(
          trouble
            ? `Bluetooth: ${trouble.what} ${trouble.toDo}`
            : 'Bluetooth: the adapter works. Listening for kiosks.',
        );
        log('adapter', { trouble: now });
      }
    }
    const status = radio.link?.status();
    if (status && status.restarts > restarts) log('adapter-restarted', { restarts: status.restarts });
    restarts = status?.restarts ?? 0;
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
