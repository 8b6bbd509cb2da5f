import type { SyncTimer } from '../sync/timer';
import { readNobleAdvert } from './noble-advert';
import { type Airtime, type Holder, nobleDevice } from './noble-device';
import type { Noble, NoblePeripheral } from './noble-shape';
import type { Link, LinkAdvert, LinkDevice } from './port';

/**
 * Kiosks advertise about three times a second, so a while is enough to hear all of them. Listening that begins anew
 * again and again also heals adapters that stop reporting without a word.
 */
const LISTEN_MS = 12_000;
const REST_MS = 18_000;
/** Without one advert of anything for this long the adapter is opened anew; then after twice as long, and so on. */
const SILENCE_MS = 120_000;
const LONGEST_SILENCE_MS = 1_800_000;
/** Without power it is opened anew this often: one that is plugged in again may have another number. */
const POWERLESS_MS = 30_000;
/** noble remembers every address it ever heard, and phones change theirs: it is begun anew before that matters. */
const RENEW_MS = 6 * 3_600_000;
/** Nor must it fill up where somebody makes addresses up. */
const DEVICES_MAX = 5_000;
/** A link that does not end although it was told to: only a new start of the adapter ends it. */
const LEAVE_MS = 8_000;
const TICK_MS = 3_000;
const STOP_LIMIT_MS = 2_000;

/** What the adapter is doing. Times are those of the timer that was passed in. */
export interface RadioStatus {
  readonly isPoweredOn: boolean;
  /** noble's states since the adapter was opened or last had power, each once */
  readonly statesSeen: readonly string[];
  /** when anything at all was heard last; null: nothing since the start */
  readonly heardAtMs: number | null;
  /** since when it has power and hears nothing although it listens; null: it hears something */
  readonly silentSinceMs: number | null;
  /** how often it was opened anew because it heard nothing, or would not end a link */
  readonly restarts: number;
}

export interface NobleLink extends Link {
  status(): RadioStatus;
  /** Ends every link and gives the adapter back. */
  close(): void;
}

/** What the link needs. */
export interface NobleLinkDeps {
  /** A new noble: the adapter, opened. Throws when there is none to open. */
  open(): Noble;
  readonly timer: SyncTimer;
}

/** The machine's Bluetooth adapter, through noble; opened by the call, and again whenever it falls silent. */
export function createNobleLink({ open, timer }: NobleLinkDeps): NobleLink {
  const watchers = new Set<(advert: LinkAdvert) => void>();
  let noble: Noble | undefined;
  let peripherals = new Map<string, NoblePeripheral>();
  let devices = new Map<string, LinkDevice>();
  let statesSeen: string[] = [];
  let isPoweredOn = false;
  let holder: Holder | undefined;
  const waiting: (() => void)[] = [];
  let isListening = false;
  let turnAtMs = 0;
  let openedAtMs = 0;
  let quietSinceMs = 0;
  let patienceMs = SILENCE_MS;
  let heardAtMs: number | null = null;
  let restarts = 0;
  let isClosed = false;
  let stopTick = (): void => undefined;

  const airtime: Airtime = {
    nowMs: () => timer.nowMs(),
    async take(taker) {
      while (holder) {
        if (holder.leavingSinceMs === undefined) throw new Error('The adapter is busy with another device');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      if (!noble || !isPoweredOn) throw new Error('The adapter has no power');
      holder = taker;
      await stopListening();
      if (holder !== taker) throw new Error('The adapter was opened anew');
    },
    give(giver) {
      if (holder !== giver) return;
      holder = undefined;
      quietSinceMs = turnAtMs = timer.nowMs();
      letNextIn();
      timer.start(0, tend); // whoever waits comes first
    },
  };

  function letNextIn(): void {
    for (const goOn of waiting.splice(0)) goOn();
  }

  function openAnew(): void {
    shut();
    openedAtMs = quietSinceMs = turnAtMs = timer.nowMs();
    try {
      const opened = open();
      noble = opened;
      opened.removeAllListeners('warning'); // noble would write them to the console
      opened.on('warning', () => undefined);
      opened.on('discover', (peripheral) => onDiscover(opened, peripheral));
      opened.on('stateChange', (state) => onState(opened, state));
      onState(opened, opened.state);
    } catch {
      statesSeen = ['unopened'];
    }
  }

  function shut(): void {
    const old = noble;
    noble = undefined;
    isPoweredOn = isListening = false;
    statesSeen = [];
    peripherals = new Map();
    devices = new Map();
    const evicted = holder;
    holder = undefined;
    try {
      old?.removeAllListeners('discover');
      old?.stop();
    } catch {
      // an adapter that was pulled out cannot be stopped
    }
    evicted?.onEvicted();
    letNextIn();
  }

  function onState(from: Noble, state: string): void {
    if (from !== noble) return;
    const hadPower = isPoweredOn;
    isPoweredOn = state === 'poweredOn';
    if (isPoweredOn) {
      statesSeen = [state];
      if (!hadPower) quietSinceMs = turnAtMs = timer.nowMs();
    } else {
      isListening = false;
      if (!statesSeen.includes(state)) statesSeen = [...statesSeen, state];
    }
    tend();
  }

  function onDiscover(from: Noble, peripheral: NoblePeripheral): void {
    if (from !== noble) return;
    heardAtMs = quietSinceMs = timer.nowMs();
    patienceMs = SILENCE_MS;
    peripherals.set(peripheral.id, peripheral);
    const advert = readNobleAdvert(peripheral);
    for (const watcher of [...watchers]) watcher(advert);
  }

  /** Listens and rests in turn while somebody watches and nobody talks. */
  function tend(): void {
    if (!noble || !isPoweredOn || holder || watchers.size === 0 || timer.nowMs() < turnAtMs) return;
    if (isListening) {
      void stopListening();
      turnAtMs = timer.nowMs() + REST_MS;
      return;
    }
    isListening = true;
    turnAtMs = timer.nowMs() + LISTEN_MS;
    noble.startScanning([], true, (error) => {
      if (error) isListening = false;
    });
  }

  function stopListening(): Promise<void> {
    if (!isListening || !noble) return Promise.resolve();
    isListening = false;
    const listening = noble;
    return new Promise((resolve) => {
      const stopLimit = timer.start(STOP_LIMIT_MS, resolve);
      listening.stopScanning(() => {
        stopLimit();
        resolve();
      });
    });
  }

  function tick(): void {
    if (isClosed) return;
    const nowMs = timer.nowMs();
    const isStuck = holder?.leavingSinceMs !== undefined && nowMs - holder.leavingSinceMs > LEAVE_MS;
    const isIdle = holder === undefined && watchers.size > 0;
    if (isStuck || (isIdle && isPoweredOn && nowMs - quietSinceMs > patienceMs)) {
      restarts++;
      patienceMs = Math.min(2 * patienceMs, LONGEST_SILENCE_MS);
      openAnew();
    } else if (
      isIdle &&
      (nowMs - openedAtMs > (isPoweredOn ? RENEW_MS : POWERLESS_MS) || peripherals.size > DEVICES_MAX)
    )
      openAnew();
    tend();
    stopTick = timer.start(TICK_MS, tick);
  }

  openAnew();
  stopTick = timer.start(TICK_MS, tick);
  return {
    async watchAdverts(onAdvert) {
      watchers.add(onAdvert);
      quietSinceMs = timer.nowMs();
      tend();
      return () => {
        watchers.delete(onAdvert);
        if (watchers.size === 0) void stopListening();
      };
    },
    async findDevice(deviceId) {
      const peripheral = peripherals.get(deviceId);
      if (!peripheral) return undefined;
      const device = devices.get(deviceId) ?? nobleDevice(peripheral, airtime);
      devices.set(deviceId, device);
      return device;
    },
    status: () => ({
      isPoweredOn,
      statesSeen,
      heardAtMs,
      silentSinceMs: isPoweredOn && timer.nowMs() - quietSinceMs > SILENCE_MS / 2 ? quietSinceMs : null,
      restarts,
    }),
    close() {
      isClosed = true;
      stopTick();
      watchers.clear();
      shut();
    },
  };
}
