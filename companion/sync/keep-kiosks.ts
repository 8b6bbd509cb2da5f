import type { Link, LinkDevice } from '../link/port';
import { SyncError } from './errors';
import { createKeeper } from './keeper';
import type { NewestSheet } from './kept-kiosk';
import { likelyCause } from './likely-cause';
import { createSightings, type KnownKiosk } from './sightings';
import type { SyncResult } from './sync-kiosk';

/** What looking after the kiosks around a radio needs. */
export interface KeepDeps {
  readonly link: Link;
  /** What hinders the adapter and what to do, in sentences; null: nothing. */
  adapterTrouble(): string | null;
  /** Whether the adapter has power, listens and hears nothing at all. */
  isAdapterSilent(): boolean;
  /** Asked every minute, so that kiosks come and go while the companion runs. */
  listKiosks(): Promise<readonly KnownKiosk[]>;
  sync(device: LinkDevice): Promise<SyncResult>;
  /** Told after each sync and each failed try: the likely cause and what to do, or null when it went well. */
  noteOutcome(kioskId: string, cause: string | null, error: unknown): Promise<void>;
  /** A time that never jumps. */
  nowMs(): number;
  /** From 0 to 1. */
  random(): number;
  /** Resolves after that time, or as soon as the signal is aborted; never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Longer than the link listens and rests in turn: what was not heard for this long is not there. */
const FRESH_MS = 90_000;
const LIST_EVERY_MS = 60_000;

/** Looks after every kiosk around until the signal is aborted; a sync that is under way is then left to end alone. */
export async function keepKiosks(deps: KeepDeps, signal: AbortSignal): Promise<void> {
  const { nowMs } = deps;
  const sightings = createSightings();
  const startedAtMs = nowMs();
  let kiosks: readonly KnownKiosk[] = [];

  const find = (kioskId: string): KnownKiosk => {
    const kiosk = kiosks.find((known) => known.kioskId === kioskId);
    if (!kiosk) throw new SyncError('kiosk-unheard');
    return kiosk;
  };
  const isFresh = ({ atMs }: { readonly atMs: number }): boolean => nowMs() - atMs < FRESH_MS;

  async function syncKiosk(kioskId: string): Promise<NewestSheet> {
    const heard = sightings.devicesOf(find(kioskId)).find(isFresh);
    const device = heard && (await deps.link.findDevice(heard.deviceId));
    if (!heard || !device) throw new SyncError('kiosk-unheard');
    try {
      const result = await deps.sync(device);
      sightings.learn(heard.deviceId, result.kioskId);
      if (result.kioskId === kioskId) return result;
    } catch (error) {
      sightings.blame(heard.deviceId);
      throw error;
    }
    throw new SyncError('kiosk-unheard'); // another one of ours, whose name only looks the same
  }

  async function noteOutcome(kioskId: string, error: unknown): Promise<void> {
    if (error === null) return deps.noteOutcome(kioskId, null, null);
    const isUnheard = error instanceof SyncError && error.code === 'kiosk-unheard';
    // whoever has just begun to listen may not have heard it yet
    if (isUnheard && nowMs() - startedAtMs < FRESH_MS && deps.adapterTrouble() === null) return;
    const others = kiosks.filter((kiosk) => kiosk.kioskId !== kioskId);
    const own = kiosks.find((kiosk) => kiosk.kioskId === kioskId);
    const cause = likelyCause({
      error,
      adapterTrouble: deps.adapterTrouble(),
      isAdapterSilent: deps.isAdapterSilent(),
      lastRssi: own && sightings.devicesOf(own)[0]?.rssi,
      areOthersHeard: others.some((other) => sightings.devicesOf(other).some(isFresh)),
    });
    await deps.noteOutcome(kioskId, cause, error);
  }

  const keeper = createKeeper({ ...deps, syncKiosk, noteOutcome });

  async function listAgain(): Promise<void> {
    const listed = await deps.listKiosks();
    for (const { kioskId } of kiosks) {
      if (!listed.some((kiosk) => kiosk.kioskId === kioskId)) keeper.remove(kioskId);
    }
    kiosks = listed;
    for (const { kioskId } of kiosks) keeper.add(kioskId);
  }

  async function keepListing(): Promise<void> {
    while (!signal.aborted) {
      await deps.wait(LIST_EVERY_MS, signal);
      if (!signal.aborted) await listAgain();
    }
  }

  await listAgain();
  const stopWatching = await deps.link.watchAdverts((advert) => {
    const sighting = sightings.note(advert, nowMs());
    const kioskId = sighting && sightings.kioskOf(sighting, kiosks);
    if (kioskId) keeper.noteAdvert(kioskId, sighting);
  });
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  try {
    await Promise.race([ended, Promise.all([keeper.run(signal), keepListing()])]);
  } finally {
    stopWatching();
  }
}
