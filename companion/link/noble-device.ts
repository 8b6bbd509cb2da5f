import type { NobleCharacteristic, NobleConnectOptions, NoblePeripheral } from './noble-shape';
import type { LinkCharacteristic, LinkDevice, LinkServer, LinkService } from './port';

/**
 * Intervals of 7.5 to 22.5 ms make a sync short. After 4 s without a packet the link counts as lost; noble's own 420 ms
 * would cut it whenever somebody steps between the two.
 */
const CONNECT_OPTIONS: NobleConnectOptions = { minInterval: 6, maxInterval: 18, latency: 0, timeout: 400 };

/** One device that has the radio for itself. */
export interface Holder {
  /** The radio was taken away: the link is gone. */
  onEvicted(): void;
  /** Unix-like ms since which it wants to be rid of the link; undefined: it does not. */
  leavingSinceMs: number | undefined;
}

/** The radio as one device meets it: while one holds it, nobody listens and no other talks. */
export interface Airtime {
  /** Resolves when the radio is this holder's; rejects while another needs it, or when it cannot be used. */
  take(holder: Holder): Promise<void>;
  /** Gives it back; of no effect from anybody who does not hold it. */
  give(holder: Holder): void;
  nowMs(): number;
}

/** A peripheral that noble has heard, as a device to connect to. */
export function nobleDevice(peripheral: NoblePeripheral, airtime: Airtime): LinkDevice {
  const listeners = new Set<() => void>();
  const services = new Map<string, Promise<LinkService>>();
  /** the connection made or tried last */
  let latest: Holder | undefined;
  let isConnected = false;
  let rejectSteps = (): void => undefined;
  let gone = Promise.race<never>([]);

  function end(holder: Holder): void {
    const wasConnected = isConnected;
    isConnected = false;
    peripheral.removeListener('disconnect', holder.onEvicted);
    airtime.give(holder);
    rejectSteps();
    if (wasConnected) for (const listener of [...listeners]) listener();
  }

  /** noble lets a step wait for ever when the link or the adapter goes. */
  async function step<T>(work: () => Promise<T>): Promise<T> {
    if (!isConnected) throw new Error('Not connected');
    return Promise.race([work(), gone]);
  }

  function begin(): void {
    isConnected = true;
    services.clear();
    gone = new Promise((_resolve, reject) => {
      rejectSteps = () => reject(new Error('The link is gone'));
    });
    gone.catch(() => undefined);
  }

  const gatt: LinkServer = {
    get connected() {
      return isConnected;
    },
    async connect() {
      const holder: Holder = { onEvicted: () => end(holder), leavingSinceMs: undefined };
      latest = holder;
      await airtime.take(holder);
      try {
        if (holder.leavingSinceMs !== undefined) throw new Error('Given up');
        peripheral.once('disconnect', holder.onEvicted);
        await peripheral.connectAsync(CONNECT_OPTIONS);
      } catch (error) {
        end(holder);
        throw error;
      }
      begin();
      if (holder.leavingSinceMs !== undefined) peripheral.disconnect();
      return gatt;
    },
    disconnect() {
      if (latest) latest.leavingSinceMs ??= airtime.nowMs();
      if (peripheral.state === 'connecting') peripheral.cancelConnect();
      else if (peripheral.state === 'connected') peripheral.disconnect();
    },
    getPrimaryService: (uuid) => remember(services, uuid, () => findService(uuid)),
  };

  /** noble forgets the characteristics of a service that is discovered a second time. */
  async function findService(uuid: string): Promise<LinkService> {
    const [service] = await step(() => peripheral.discoverServicesAsync([bare(uuid)]));
    if (!service) throw new Error(`The device has no service ${uuid}`);
    const characteristics = new Map<string, Promise<LinkCharacteristic>>();
    return {
      getCharacteristic: (wanted) =>
        remember(characteristics, wanted, async () => {
          const [found] = await step(() => service.discoverCharacteristicsAsync([bare(wanted)]));
          if (!found) throw new Error(`The service has no characteristic ${wanted}`);
          return nobleCharacteristic(found, step);
        }),
    };
  }

  return {
    id: peripheral.id,
    name: peripheral.advertisement.localName,
    gatt,
    addEventListener: (_event, listener) => listeners.add(listener),
    removeEventListener: (_event, listener) => listeners.delete(listener),
  };
}

const bare = (uuid: string): string => uuid.replaceAll('-', '').toLowerCase();

/** What was made for this name before, or is made now; a failure is not remembered. */
function remember<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(name);
  if (known) return known;
  const making = make();
  made.set(name, making);
  making.catch(() => made.delete(name));
  return making;
}

type Step = <T>(work: () => Promise<T>) => Promise<T>;

function nobleCharacteristic(found: NobleCharacteristic, step: Step): LinkCharacteristic {
  let value: DataView | undefined;
  return {
    get value() {
      return value;
    },
    async readValue() {
      const read = await step(() => found.readAsync());
      return new DataView(read.buffer, read.byteOffset, read.byteLength);
    },
    writeValueWithResponse: (sent) => step(() => found.writeAsync(Buffer.from(sent), false)),
    writeValueWithoutResponse: (sent) => step(() => found.writeAsync(Buffer.from(sent), true)),
    startNotifications: () => step(() => found.subscribeAsync()),
    addEventListener(_event, listener) {
      found.on('data', (data, isNotification) => {
        if (!isNotification) return;
        value = new DataView(data.buffer, data.byteOffset, data.byteLength);
        listener();
      });
    },
  };
}
