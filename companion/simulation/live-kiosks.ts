import type { Clock } from '../clock';
import { SyncError } from '../sync/errors';
import { createKeeper } from '../sync/keeper';
import type { SyncResult } from '../sync/sync-kiosk';
import type { SimulatedKiosk } from './simulated-kiosk';

const STEP_MS = 1000;

/** What simulated kiosks need to go on living beside the companion. */
export interface LiveDeps {
  readonly kiosks: readonly SimulatedKiosk[];
  readonly clock: Clock;
  sync(kiosk: SimulatedKiosk): Promise<SyncResult>;
  /** Told after each sync: a sentence, or null when it went well. */
  noteOutcome(kioskId: string, sentence: string | null): Promise<void>;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Lets the kiosks' time run with the clock and looks after them as after real ones, until the signal is aborted. */
export async function keepKiosksLiving(deps: LiveDeps, signal: AbortSignal): Promise<void> {
  const { kiosks, clock } = deps;
  const byId = new Map(kiosks.map((kiosk) => [kiosk.kioskId, kiosk]));
  for (const { board } of kiosks) if (board.state === 'off') board.powerOn();
  const step = setInterval(() => {
    for (const kiosk of kiosks) kiosk.advanceTo(clock.nowMs());
  }, STEP_MS);
  signal.addEventListener('abort', () => clearInterval(step));
  const keeper = createKeeper({
    nowMs: () => performance.now(),
    random: Math.random,
    wait: deps.wait,
    async syncKiosk(kioskId) {
      const kiosk = byId.get(kioskId);
      if (!kiosk) throw new Error(`No simulated kiosk ${kioskId}`);
      return deps.sync(kiosk);
    },
    async noteOutcome(kioskId, error) {
      if (error !== null && !(error instanceof SyncError)) throw error;
      await deps.noteOutcome(kioskId, error?.message ?? null);
    },
  });
  for (const { kioskId } of kiosks) keeper.add(kioskId);
  await keeper.run(signal);
}
