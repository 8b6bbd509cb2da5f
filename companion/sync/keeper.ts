import { SyncError } from './errors';
import {
  afterAdvert,
  afterFailure,
  afterSync,
  dueAtMs,
  type KeptKiosk,
  type NewestSheet,
  newKeptKiosk,
} from './kept-kiosk';

const LONGEST_NAP_MS = 15 * 60_000;

/** The world as the keeper needs it. */
export interface KeeperDeps {
  /** A time that never jumps, whatever is done to the clock. */
  nowMs(): number;
  /** From 0 to 1. */
  random(): number;
  /** Resolves after that time, or as soon as the signal is aborted; never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Fetches vitals and every sheet that is not here yet; rejects when the kiosk could not be asked. */
  syncKiosk(kioskId: string, signal: AbortSignal): Promise<NewestSheet>;
  /** Told after each sync: the error, or null when it went well. */
  noteOutcome(kioskId: string, error: unknown): Promise<void>;
}

/** Looks after many kiosks: each is synced when an advert calls, and every 15 minutes, one at a time. */
export interface Keeper {
  /** Looks after one more kiosk, from now on. */
  add(kioskId: string): void;
  /** No longer looks after a kiosk. */
  remove(kioskId: string): void;
  /** Takes note of an advert of a kiosk. */
  noteAdvert(kioskId: string, advert: NewestSheet): void;
  /** Runs until the signal is aborted. Only `wait` and `noteOutcome` may make it reject. */
  run(signal: AbortSignal): Promise<void>;
}

/** A keeper without kiosks. */
export function createKeeper(deps: KeeperDeps): Keeper {
  const kiosks = new Map<string, KeptKiosk>();
  let nap = new AbortController();

  function change(kiosk: KeptKiosk): void {
    if (!kiosks.has(kiosk.kioskId)) return; // removed meanwhile
    kiosks.set(kiosk.kioskId, kiosk);
    nap.abort();
  }

  async function syncOne(kiosk: KeptKiosk, signal: AbortSignal): Promise<void> {
    let error: unknown = null;
    try {
      const newest = await deps.syncKiosk(kiosk.kioskId, signal);
      change(afterSync(kiosk, newest, deps.nowMs()));
    } catch (reason) {
      if (signal.aborted) return;
      error = reason;
      const isAwaited = reason instanceof SyncError && reason.code === 'kiosk-unheard';
      change(afterFailure(kiosk, isAwaited, deps.nowMs(), deps.random()));
    }
    await deps.noteOutcome(kiosk.kioskId, error);
  }

  return {
    add(kioskId) {
      if (kiosks.has(kioskId)) return;
      kiosks.set(kioskId, newKeptKiosk(kioskId));
      nap.abort();
    },
    remove: (kioskId) => void kiosks.delete(kioskId),
    noteAdvert(kioskId, advert) {
      const kiosk = kiosks.get(kioskId);
      const changed = kiosk && afterAdvert(kiosk, advert);
      if (changed && changed !== kiosk) change(changed);
    },
    async run(signal) {
      signal.addEventListener('abort', () => nap.abort());
      while (!signal.aborted) {
        nap = new AbortController();
        const [next] = [...kiosks.values()].sort((a, b) => dueAtMs(a) - dueAtMs(b));
        const waitMs = next ? dueAtMs(next) - deps.nowMs() : LONGEST_NAP_MS;
        if (next && waitMs <= 0) await syncOne(next, signal);
        else await deps.wait(waitMs, nap.signal);
      }
    },
  };
}
