import { createNobleLink, type NobleLink } from '../../companion/link/noble';
import type { LinkDevice } from '../../companion/link/port';
import { seededRandom } from '../../companion/simulation/random';
import { type KeepDeps, keepKiosks } from '../../companion/sync/keep-kiosks';
import type { SyncStore } from '../../companion/sync/store-port';
import { type SyncDeps, type SyncResult, syncKiosk } from '../../companion/sync/sync-kiosk';
import type { Board } from '../../firmware/simulator/board';
import type { Settings } from '../../shared/wire/settings-contents';
import { type KioskOnAir, putOnAir } from './kiosk-on-air';
import { type AdapterOnAir, plugIn } from './noble-on-air';
import { Shelf } from './shelf';
import { VirtualAir } from './virtual-air';
import { VirtualTime } from './virtual-time';
import { letShoppersCome, startCopy, type VisitedKiosk } from './visited-kiosk';

const CLOCK_MS = Date.UTC(2026, 3, 20, 8);
/** Longer than two adverts are apart. */
const HEAR_MS = 2000;

/** A kiosk on the air. */
export interface PlacedKiosk {
  readonly known: VisitedKiosk;
  readonly board: Board;
  readonly onAir: KioskOnAir;
  /** A day's shoppers press its keys; the sheet closes when the store day is over. */
  visit(): void;
}

/** A companion: noble on an adapter of its own, and everything above it as in `counterstep start --real`. */
export interface PlacedCompanion {
  readonly adapter: AdapterOnAir;
  readonly link: NobleLink;
  /** Every outcome that the keeper told: the kiosk, and the likely cause or "well". */
  readonly outcomes: string[];
  /** How many syncs began. */
  syncs: number;
  /** Listens until the kiosk is heard, and gives it. */
  find(kiosk: PlacedKiosk): Promise<LinkDevice>;
  sync(kiosk: PlacedKiosk): Promise<SyncResult>;
  /** Looks after kiosks until the signal is aborted. */
  keep(kiosks: readonly PlacedKiosk[], signal: AbortSignal): Promise<void>;
}

/** What differs between companions. */
export interface CompanionOptions {
  readonly store?: SyncStore;
  /** whether the adapter has power at the start */
  readonly isUp?: boolean;
  findKey?(kioskId: string): Uint8Array | null;
  findSettings?(): Promise<Settings | null>;
  /** how far the machine's clock is off by now in ms; it is right unless told otherwise */
  clockOffMs?(): number;
  doubtClock?: SyncDeps['doubtClock'];
  sync?: KeepDeps['sync'];
}

/** Kiosks and companions around one virtual air, in a time of their own. */
export class World {
  readonly time = new VirtualTime();
  readonly random: ReturnType<typeof seededRandom>;
  readonly air: VirtualAir;
  #closers: (() => void)[] = [];
  #placed = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.air = new VirtualAir(this.time, () => this.chance());
  }

  /** From 0 to 1. */
  chance(): number {
    return this.random.next32() / 2 ** 32;
  }

  async place(known: VisitedKiosk): Promise<PlacedKiosk> {
    const number = ++this.#placed;
    const board = startCopy(known, number);
    const address = `c0:00:00:00:00:0${number}`;
    const onAir = await this.time.run(putOnAir(this.air, board, address));
    this.#closers.push(() => onAir.leave());
    const visit = (): void => letShoppersCome(board, this.random);
    return { known, board, onAir, visit };
  }

  /** A companion that has the key of every kiosk unless told otherwise. */
  companion(kiosks: readonly PlacedKiosk[], options: CompanionOptions = {}): PlacedCompanion {
    const { time } = this;
    const adapter = plugIn(this.air, `00:11:22:33:44:0${++this.#placed}`);
    adapter.isUp = options.isUp ?? true;
    const link = createNobleLink({ open: () => adapter.open(), timer: time.timer });
    this.#closers.push(() => {
      link.close();
      adapter.controller.unplug();
    });
    const ownKey = (kioskId: string): Uint8Array | null =>
      kiosks.find(({ known }) => known.kioskId === kioskId)?.known.key ?? null;
    const deps: SyncDeps = {
      store: options.store ?? new Shelf(),
      timer: time.timer,
      clock: {
        nowMs: () => CLOCK_MS + time.nowMs + (options.clockOffMs?.() ?? 0),
        minutesFromUtc: () => 0,
      },
      makeNonce: () => this.random.bytes(8),
      findKey: options.findKey ?? ownKey,
      doubtClock: options.doubtClock ?? (async () => null),
      findSettings: options.findSettings ?? (async () => null),
    };
    const companion: PlacedCompanion = {
      adapter,
      link,
      outcomes: [],
      syncs: 0,
      find: async ({ onAir }) => {
        const wanted = onAir.address.replaceAll(':', '');
        const stop = await link.watchAdverts(() => undefined);
        for (;;) {
          const device = await link.findDevice(wanted);
          if (device) {
            stop();
            return device;
          }
          await time.timer.wait(HEAR_MS);
        }
      },
      sync: async (kiosk) => {
        companion.syncs++;
        return syncKiosk(await companion.find(kiosk), deps);
      },
      keep: (kept, signal) =>
        keepKiosks(
          {
            link,
            adapterTrouble: () => (link.status().statesSeen.includes('poweredOff') ? 'no power' : null),
            isAdapterSilent: () => link.status().silentSinceMs !== null,
            listKiosks: async () => kept.map(({ known }) => ({ kioskId: known.kioskId, epoch: null })),
            sync: (device) => {
              companion.syncs++;
              return syncKiosk(device, deps);
            },
            noteOutcome: async (kioskId, cause) => {
              companion.outcomes.push(`${kioskId} ${cause ?? 'well'}`);
            },
            nowMs: () => time.nowMs,
            random: () => this.chance(),
            wait: (ms, ended) => this.#waitOr(ms, ended),
          },
          signal,
        ),
    };
    return companion;
  }

  close(): void {
    for (const close of this.#closers) close();
  }

  #waitOr(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        stop();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const stop = this.time.after(ms, end);
      signal.addEventListener('abort', end);
    });
  }
}
